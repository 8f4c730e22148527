import { describe, expect, test } from 'vitest';
import { charge, payment, receipt, rulesOn, settled, spending, student } from '../funding/made-year.ts';
import type { TypedSheets } from '../check/made-dataset.ts';
import { yuanText } from '../values/fen.ts';
import type { SettledOrder } from './order-kinds.ts';
import { proposeOrder } from './propose.ts';

function told(kind: SettledOrder, sheets: TypedSheets, as_of: string, payer_id = 'H'): string[] {
  return proposeOrder(settled({ students: [student('A'), student('B')], ...sheets }, as_of), rulesOn(as_of), { kind, payer_id, campuses: payer_id === 'S' ? ['C'] : [] })
    .map(({ from_id, to_id, fee, fen }) => `${from_id} → ${to_id}${fee === null ? '' : ` ${fee}`} ${yuanText(fen)}`);
}
const paid: TypedSheets = { charges: [charge('A', 'tuition', '6600'), charge('A', 'dorm', '1200')], receipts: [receipt('A', 'tuition', '6600'), receipt('A', 'dorm', '1200'), receipt('A', 'custody', '800')] };

describe('what an institution has to pay on', () => {
  test('R4-c, R4-e: the share of tuition, dormitory and custody money, less what was paid', () => {
    expect(told('tuition_share', paid, '2025-11-01')).toEqual(['H → S 3960.00']);
    expect(told('dorm', paid, '2025-11-01')).toEqual(['H → C 1200.00']);
    expect(told('custody', { ...paid, payments: [payment('custody', 'H', 'C', '799.99', '2025-09-20')] }, '2025-11-01')).toEqual(['H → C 0.01']);
    expect(told('custody', { ...paid, payments: [payment('custody', 'H', 'C', '800', '2025-09-20')] }, '2025-11-01')).toEqual([]);
    expect(told('tuition_share', paid, '2025-11-01', 'H2')).toEqual([]);
  });

  test('R4-b: who left is given back what of the year was not used, fee by fee', () => {
    const left: TypedSheets = { ...paid, departures: [{ student_id: 'A', on: '2025-12-04', kind: 'withdrawn' }] };
    expect(told('fee_refund', left, '2025-12-03')).toEqual([]);
    expect(told('fee_refund', left, '2025-12-04')).toEqual(['H → A dorm 720.00', 'H → A tuition 3960.00']);
    expect(told('fee_refund', { ...left, payments: [payment('fee_refund', 'H', 'A', '3960', '2025-12-10', { of: 'tuition' })] }, '2025-12-11')).toEqual(['H → A dorm 720.00']);
  });

  test('R4-g: custody money is settled by the campus when the year closes and not before, of leavers when they go', () => {
    const spent: TypedSheets = { ...paid, custody_spending: [spending('A', '763.40')], payments: [payment('custody', 'H', 'C', '800', '2025-09-20')] };
    expect(told('custody_refund', spent, '2026-08-30', 'S')).toEqual([]);
    expect(told('custody_refund', spent, '2026-08-31', 'S')).toEqual(['C → A 36.60']);
    expect(told('custody_refund', spent, '2026-08-31', 'H')).toEqual([]);
    expect(told('custody_refund', { ...spent, departures: [{ student_id: 'A', on: '2025-12-04', kind: 'withdrawn' }] }, '2025-12-04', 'S')).toEqual(['C → A 36.60']);
  });
});
