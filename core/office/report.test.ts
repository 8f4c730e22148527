import { describe, expect, test } from 'vitest';
import type { Dataset } from '../exchange/sheets.ts';
import { readTyped } from '../check/made-dataset.ts';
import { date } from '../values/plain-date.ts';
import { dimensionsOf, shareText } from './dimensions.ts';
import { MADE_REPORT_FACTS } from './made-report.ts';
import { composeReport, runText, type ReportFigure } from './report.ts';
import { periodOf } from './report-period.ts';

const textOf = (kind: 'briefing' | 'annual'): string => composeReport(kind, MADE_REPORT_FACTS).sections.map(({ heading, paragraphs }) => [heading, ...paragraphs.map((runs) => runs.map(runText).join(''))].join('\n')).join('\n');
const figuresOf = (kind: 'briefing' | 'annual'): ReportFigure[] => composeReport(kind, MADE_REPORT_FACTS).sections.flatMap(({ paragraphs }) => paragraphs.flat()).filter((run): run is ReportFigure => typeof run !== 'string');

describe('reports', () => {
  test('1.2-h, 1.2-o: the yearly report has a section for each thing that document 25 tells, in order', () => {
    const { title, sections } = composeReport('annual', MADE_REPORT_FACTS);
    expect(title).toBe('测试市区域中高职一体化人才培养改革2025年度评估报告');
    expect(sections.map(({ heading }) => heading)).toEqual(['一、目标进展', '二、办学条件', '三、经费保障', '四、培养质量', '五、产教融合与宣传', '六、统筹协调', '七、典型案例与社会反响', '八、存在问题', '九、下一步安排']);
  });
  test('a target is told with its aim, its day and its outcome; a share in percent, all of something as so many of so many', () => {
    const text = textOf('briefing');
    expect(text).toContain('中职阶段招生：现为1,462人，目标不低于450人（2024年12月31日），达标。');
    expect(text).toContain('本地就业率：现为66.67%，目标超过70%（2027年12月31日），尚未到期。');
    expect(text).toContain('园区覆盖：现为3/4，目标为全部（2025年6月30日），未达标。');
    expect(text).toContain('学校数：尚无数据，待补报：');
  });
  test('what was decided, what is late and what was not reported are said', () => {
    expect(textOf('briefing')).toContain('办纪〔2025〕3号：更新<设备>&工具，由测试学校落实，已决策，落实中，期限2025年12月20日。');
    expect(textOf('annual')).toContain('年度经费预算合计1,200,000元，生均拨款到账（尚未上报）。');
    expect(textOf('annual')).toContain('逾期未办的待办7项；逾期的统筹事项1件。');
    expect(textOf('briefing')).not.toContain('培养质量');
  });
  test('1.1-c, 1.2-m, S2-k: each figure says its clause and where it opens, that of a target its verdict', () => {
    const figures = figuresOf('annual');
    expect(figures.filter(({ clause, to }) => clause === '' || !to.startsWith('/'))).toEqual([]);
    expect(figures.filter(({ target }) => target !== null).map(({ target }) => target)).toEqual(['1.2-i ', '1.2-k ', '1.2-g parks']);
    expect(figures.find(({ text }) => text === '20/30（66.6%）')).toMatchObject({ clause: '1.2-m' });
    expect(figures.find(({ text }) => text === '“一个车间，两个老师”')).toMatchObject({ clause: 'S2-k', to: '/matters/9' });
  });
});

describe('the period of a report', () => {
  const today = date('2025-10-31');
  test.each([
    ['briefing', undefined, '2025-10 2025-10-01 2025-10-31'], ['briefing', '2024-02', '2024-02 2024-02-01 2024-02-29'], ['briefing', '2025-11', '2025-10 2025-10-01 2025-10-31'],
    ['annual', undefined, '2025 2025-01-01 2025-10-31'], ['annual', '2024', '2024 2024-01-01 2024-12-31'], ['annual', '2026', '2025 2025-01-01 2025-10-31'],
  ] as const)('%s %s', (kind, asked, wanted) => {
    const { period, first, last } = periodOf(kind, asked, today);
    expect(`${period} ${first} ${last}`).toBe(wanted);
  });
});

describe('1.1-c, 1.2-m: three dimensions of a cohort', () => {
  const student = (student_id: string, stage: 'secondary' | 'higher', from: string) => ({ student_id, name: student_id, sex: 'male', citizen_id: '', school_id: 'S', programme_id: 'P', cohort: 2022, stage, grade: stage === 'higher' ? 4 : 1, status: 'enrolled', from });
  const students = [student('A', 'secondary', '2022-09-01'), student('A', 'higher', '2025-09-01'), student('B', 'secondary', '2022-09-01'), student('B', 'higher', '2025-09-01'), student('C', 'secondary', '2022-09-01')] as unknown as Dataset['students'];
  const certificate = (student_id: string, verified: boolean, issued_on: string) => ({ student_id, verified, issued_on: date(issued_on) });
  const credit = (student_id: string, conduct_ok: boolean | null) => ({ student_id, conduct_ok });
  const dataset = {
    students, certificates: [certificate('A', true, '2025-10-31'), certificate('B', true, '2025-11-01'), certificate('C', true, '2025-01-01')], credits: [credit('A', true), credit('B', false), credit('C', null)],
    destinations: [{ student_id: 'A', code: '11', recorded_on: date('2025-10-01') }, { student_id: 'A', code: '80', recorded_on: date('2025-10-31') }],
  } as unknown as Dataset;

  test('certificates count on their day and verified, of those of the higher stage; conduct of whom it was reported; destinations as they were said last', () => {
    expect(dimensionsOf(dataset, date('2025-10-31'))).toEqual([{ cohort: 2022, students: 3, skill: { part: 1, of: 2 }, character: { part: 1, of: 2 }, step_up: { part: 2, of: 3 }, further: { part: 1, of: 1 } }]);
    expect(dimensionsOf(dataset, date('2025-11-01'))[0]?.skill).toEqual({ part: 2, of: 2 });
  });
  test('a cohort that nobody stepped up of yet has no such figure, and what was not reported is not zero', () => {
    expect(dimensionsOf({ ...dataset, certificates: undefined, credits: undefined, destinations: undefined } as unknown as Dataset, date('2025-08-31'))).toEqual([{ cohort: 2022, students: 3, skill: null, character: null, step_up: null, further: null }]);
    expect(dimensionsOf(readTyped({}).dataset, date('2025-10-31'))).toEqual([]);
  });
  test('a share is cut, never rounded up', () => {
    expect([shareText({ part: 2, of: 3 }), shareText({ part: 1999, of: 2000 }), shareText({ part: 1, of: 1 })]).toEqual(['2/3（66.6%）', '1999/2000（99.9%）', '1/1（100.0%）']);
  });
});
