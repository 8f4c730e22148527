import { expect, test } from 'vitest';
import { readTyped } from '../check/made-dataset.ts';
import { charge, payment, PLACES, receipt, spending, student } from '../funding/made-year.ts';
import { yuanText } from '../values/fen.ts';
import { statementOf } from './statement.ts';

test('R4-b, R4-g: what was billed, paid, bought and given back, and what is still owed or left', () => {
  const { dataset } = readTyped({
    ...PLACES, students: [student('A')], charges: [charge('A', 'tuition', '6600'), charge('A', 'custody', '800')], receipts: [receipt('A', 'tuition', '6599.99'), receipt('A', 'custody', '800')],
    custody_spending: [spending('A', '763.40')], payments: [payment('custody_refund', 'C', 'A', '36.59', '2026-08-31')],
  });
  const [year] = statementOf({ charges: dataset.charges ?? [], receipts: dataset.receipts ?? [], spending: dataset.custody_spending ?? [], refunds: dataset.payments ?? [] });
  expect(year?.fees.map(({ kind, charged, paid, spent, refunded, owed, back }) => [kind, ...[charged, paid, spent, refunded, owed, back].map(yuanText)].join(' '))).toEqual([
    'tuition 6600.00 6599.99 0.00 0.00 0.01 0.00', 'custody 800.00 800.00 763.40 36.59 0.00 0.01']);
  expect(year?.movements.map(({ what }) => what)).toEqual(['refund', 'spending', 'receipt', 'receipt', 'charge', 'charge']);
});
