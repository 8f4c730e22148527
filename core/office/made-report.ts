import { date } from '../values/plain-date.ts';
import type { ReportFacts } from './report.ts';

const NONE = { opened: 0, closed: 0, open: 0, late: 0 };

/** Figures of a made city, one of each kind that a report tells of. */
export const MADE_REPORT_FACTS: ReportFacts = {
  region: '测试市', office: '测试市职业教育改革领导小组办公室', first: date('2025-10-01'), last: date('2025-10-31'),
  targets: [
    { label: '中职阶段招生', clause: '1.2-i', standard: '1.2-i', part: null, notice: false, due: date('2024-12-31'), outcome: 'met', unit: 'person', value: '1462', of: null, required: '450', op: '>=', missing: [] },
    { label: '本地就业率', clause: '1.2-k', standard: '1.2-k', part: null, notice: false, due: date('2027-12-31'), outcome: 'not_applicable', unit: 'ratio', value: '0.6667', of: null, required: '0.7', op: '>', missing: [] },
    { label: '园区覆盖', clause: '1.2-g', standard: '1.2-g', part: 'parks', notice: false, due: date('2025-06-30'), outcome: 'unmet', unit: 'ratio', value: '3', of: '4', required: '1', op: '>=', missing: [] },
    { label: '学校数', clause: '1.2-f', standard: '1.2-f', part: null, notice: true, due: null, outcome: 'undetermined', unit: 'school', value: null, of: null, required: null, op: '>=', missing: ['schools'] },
  ],
  campuses: [{ campus_id: 'C1', name: '东校区', met: 20, unmet: 2, undetermined: 1 }, { campus_id: 'C2', name: '西校区', met: 23, unmet: 0, undetermined: 0 }],
  matters: { major_matter: { opened: 2, closed: 1, open: 3, late: 1 }, difficulty_ticket: { opened: 1, closed: 1, open: 0, late: 0 }, support_policy: NONE, major_advice: NONE, model_case: NONE, finding: NONE },
  decisions: [{ matter_id: '12', title: '更新<设备>&工具', number: '办纪〔2025〕3号', body: '测试学校', due: date('2025-12-20'), state: '已决策，落实中' }],
  duties_late: 7, log: { activity: 3, publicity: 2, initiative: 1 }, reach: 12600, initiatives: [{ title: '三维成长档案', clause: '1.1-c' }],
  five_parties: { government: 1, park: 1, trade: 1, enterprise: 3, institution: 3 }, years: 10, years_covered: 3, dormant: 2,
  dimensions: [{ cohort: 2022, students: 40, skill: { part: 20, of: 30 }, character: null, step_up: { part: 30, of: 40 }, further: null }],
  cases: [{ matter_id: '9', title: '一个车间，两个老师', body: '测试学校' }], budget_yuan: '1200000.00', received_yuan: null,
};
