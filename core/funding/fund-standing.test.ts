import { expect, test } from 'vitest';
import { readTyped } from '../check/made-dataset.ts';
import { yuanText } from '../values/fen.ts';
import { fundStandings } from './fund-standing.ts';
import { campus, payment, PLACES } from './made-year.ts';

const spent = (spending_id: string, fund: string, amount_yuan: string, campus_id = 'C') => ({ spending_id, campus_id, fund, category: 'operation', amount_yuan, spent_on: '2025-11-03' });
const { dataset } = readTyped({
  ...PLACES, campuses: [campus('C'), campus('C2'), campus('D', { school_id: 'S2' })],
  payments: [payment('dorm', 'H', 'C', '1200', '2024-12-20'), payment('dorm', 'H', 'C', '0.01', '2025-12-20'), payment('dorm', 'H', 'C2', '7', '2025-12-20'), payment('tuition_share', 'H', 'S', '3960', '2026-01-31'), payment('grant', 'H', 'C', '50', '2025-03-01')],
  spending: [spent('A', 'dorm', '1200'), spent('B', 'tuition_share', '1000', 'C2'), spent('E', 'tuition_share', '60'), spent('F', 'other', '3'), spent('G', 'dorm', '7', 'C2')],
});
const told = (campus_id: string, school_id = 'S', returned: { spending_id: string; fen: bigint }[] = []): string[] =>
  fundStandings({ campuses: dataset.campuses ?? [], payments: dataset.payments ?? [], spending: dataset.spending ?? [] }, returned, { campus_id, school_id })
    .map(({ fund, of_school, came, spent: used, left }) => `${fund}${of_school ? ' of the school' : ''} ${yuanText(came)} − ${yuanText(used)} = ${yuanText(left)}`);

test('M5-g: what came of each fund over the years, the tuition share for all campuses of a school, what is left to the fen', () => {
  expect(told('C')).toEqual(['grant 50.00 − 0.00 = 50.00', 'tuition_share of the school 3960.00 − 1060.00 = 2900.00', 'dorm 1200.01 − 1200.00 = 0.01', 'other 0.00 − 3.00 = -3.00']);
  expect(told('C2')).toEqual(['grant 0.00 − 0.00 = 0.00', 'tuition_share of the school 3960.00 − 1060.00 = 2900.00', 'dorm 7.00 − 7.00 = 0.00', 'other 0.00 − 0.00 = 0.00']);
  expect(told('D', 'S2')).toEqual(expect.arrayContaining(['tuition_share of the school 0.00 − 0.00 = 0.00']));
});

test('what was disallowed and came back is there again', () => {
  expect(told('C', 'S', [{ spending_id: 'A', fen: 120_000n }, { spending_id: 'G', fen: 700n }])).toContain('dorm 1200.01 − 0.00 = 1200.01');
});
