import { expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { percentOf } from './percent.ts';
import { sheetOf } from '../documents/kinds.ts';
import { rateText, reportContent, type ReportLine } from './report.ts';

const line = (given: Partial<ReportLine>): ReportLine => ({
  student_id: '1', name: '甲', class_id: '1班', programme: '数控', code: null, employer: '', credit_code: '', workplace: '', partner: null, contract_kind: null, wage_fen: null, match: null, recorded_on: null, ...given,
});

test('document 24: who is not recorded stands there as not recorded, and every cell has its column', () => {
  const lines = [line({}), line({ code: '11', employer: '企业', partner: true, contract_kind: 'fixed_term', wage_fen: 450_000n, match: 'matched', recorded_on: date('2025-08-25') })];
  const content = reportContent({ school_id: 'S', school: '学校', year: 2025, on: date('2025-10-31'), rates: [], lines }, { dated: date('2025-11-01'), filled_by: '张三' });
  const { blocks, closing } = sheetOf('destination_report', content);
  const table = blocks[2];
  if (table?.kind !== 'table') throw new Error('no table');
  expect([table.caption, closing]).toEqual(['毕业生 2 人，已登记去向 1 人，未登记 1 人', { kind: 'signed', dated: '2025-11-01', filled_by: '张三', reviewed_by: '', responsible: '' }]);
  expect(table.rows.map((row) => [row.length, row[4], row[8], row[10]])).toEqual([[table.columns.length, '未登记', '', ''], [table.columns.length, '11 签劳动合同形式就业', '是', '4500.00']]);
});

test('percentages are cut off and never rounded up over a line', () => {
  expect([percentOf(88, 144), percentOf(59_999, 100_000), percentOf(60, 100), percentOf(0, 0)]).toEqual(['61.11%', '59.99%', '60.00%', null]);
  expect([rateText({ numerator: 88, denominator: 144, outcome: 'met' }), rateText({ numerator: 0, denominator: 0, outcome: 'not_applicable' }), rateText({ numerator: 0, denominator: 1, outcome: 'undetermined' })]).toEqual(['88/144 = 61.11%', '不适用', '待补报']);
});
