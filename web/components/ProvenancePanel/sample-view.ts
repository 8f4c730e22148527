import type { VerdictView } from '../../verdict-view.ts';
import type { ProvenanceView } from './provenance-view.ts';

/** An invented verdict for the gallery, in the form that `check --json` writes. */
export const SAMPLE_VERDICT: VerdictView = {
  standard: 'R1-b',
  clause: 'R1-b',
  label: '生均教学行政用房',
  basis: 'text',
  outcome: 'unmet',
  measured: { numerator: '4019.00', denominator: '268', value: '14.9962', unit: 'm2/student' },
  required: { op: '>=', value: '15', from: '2024-05-29' },
  gap: { value: '1.00', unit: 'm2' },
  missing: [],
  reason: null,
  readings: ['denominator.basis=actual_on_snapshot'],
  alternatives: [],
  evidence: [{ sheet: 'rooms', rows: [2, 3, 9] }],
};

const REPORT = { by: '衢州第二中专', on: '2025-10-12', workbook: '办学条件.xlsx' };

export const SAMPLE_PROVENANCE: ProvenanceView = {
  title: '生均教学行政用房',
  verdict: SAMPLE_VERDICT,
  clause: { id: 'R1-b', wording: '高职校区每名高职阶段学生的教学行政用房不少于 15 平方米，含 15。' },
  parameters: [
    { key: 'rooms.min_m2', label: '生均教学行政用房', value: '15', unit: 'm2/student', from: '2024-05-29', to: null, clause: 'R1-b', source: '政策原文 细则第一条' },
  ],
  readings: [
    {
      id: 'B7',
      question: '分母按实际在校生还是按计划人数',
      chosen: '10月31日在校的四、五年级学生',
      unverified: false,
      alternatives: [{ label: '计划人数 313 人', value: '12.8402', unit: 'm2/student', outcome: 'unmet' }],
    },
  ],
  rows: [
    {
      sheet: '房间',
      columns: [{ label: '房间' }, { label: '用途' }, { label: '面积（平方米）', number: true }, { label: '份额', number: true }],
      rows: [
        { row: 2, cells: ['1 号教学楼', '教学', '2,400.00', '100%'], report: REPORT },
        { row: 3, cells: ['实训楼东区', '实训', '1,365.00', '60%'], report: REPORT },
        { row: 9, cells: ['行政楼 2 层', '行政', '800.00', '100%'], report: REPORT },
      ],
      total: 3,
    },
  ],
  frozen: { on: '2025-10-31', value: '14.9962', unit: 'm2/student', outcome: 'unmet' },
  live: { on: '2025-11-20', value: '15.1119', unit: 'm2/student', outcome: 'met' },
  history: [
    { on: '2024-10-31', value: '16.8361', unit: 'm2/student', outcome: 'met' },
    { on: '2025-04-30', value: '16.8361', unit: 'm2/student', outcome: 'met' },
    { on: '2025-10-31', value: '14.9962', unit: 'm2/student', outcome: 'unmet' },
  ],
};
