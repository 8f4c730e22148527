import { grantHeadcounts, grantReceipts, grantStandards } from '../../../core/exchange/sheets/funding.ts';
import { yuan } from './fees.ts';
import type { Table } from './table.ts';
import { table } from './table.ts';

interface Grant {
  readonly campus: string;
  readonly year: number;
  readonly fen: number;
  readonly receivedOn: string;
  readonly passedOn: string;
}

/**
 * Grants as they arrived: what was left of 2024 came on 20 January 2025, after the year it is for.
 * By 30 September 2025 three quarters are due; the second campus has had half.
 */
const RECEIVED: readonly (readonly [campus: string, year: number, fen: number, received: string, passed: string])[] = [
  ['C1', 2024, 36_000_000, '2024-06-20', '2024-07-11'],
  ['C2', 2024, 19_500_000, '2024-06-20', '2024-07-11'],
  ['C3', 2024, 17_000_000, '2024-06-20', '2024-07-11'],
  ['C1', 2024, 35_533_334, '2025-01-20', '2025-02-10'],
  ['C2', 2024, 19_166_667, '2025-01-20', '2025-02-10'],
  ['C3', 2024, 16_833_334, '2025-01-20', '2025-02-10'],
  ['C1', 2025, 43_250_000, '2025-06-25', '2025-07-16'],
  ['C2', 2025, 23_000_000, '2025-06-25', '2025-07-16'],
  ['C3', 2025, 20_750_000, '2025-06-25', '2025-07-16'],
  ['C1', 2025, 21_625_000, '2025-09-24', '2025-10-15'],
  ['C3', 2025, 10_375_000, '2025-09-24', '2025-10-15'],
];

export function grantReceived(): readonly Grant[] {
  return RECEIVED.map(([campus, year, fen, receivedOn, passedOn]) => ({ campus, year, fen, receivedOn, passedOn }));
}

/** The signed sheets of 31 October. At C2 the sheet of 2025 still counts the pupil called up in September. */
const SIGNED: readonly (readonly [campus: string, heads: Readonly<Record<number, number>>])[] = [
  ['C1', { 2023: 50, 2024: 48, 2025: 77 }],
  ['C2', { 2023: 27, 2024: 26, 2025: 40 }],
  ['C3', { 2023: 24, 2024: 22, 2025: 39 }],
  ['C7', { 2024: 0, 2025: 0 }],
];

/** Standards, signed headcounts and receipts of the grant for each student. */
export function grantSheets(): readonly Table[] {
  return [
    table(grantStandards, [[2024, '14500.00'], [2025, '15000.00']].map(([fiscal_year = null, yuan_per_student = null]) =>
      ({ fiscal_year, college_id: 'H1', yuan_per_student }))),
    table(grantHeadcounts, SIGNED.flatMap(([campus_id, heads]) =>
      Object.entries(heads).map(([year, students]) => ({ campus_id, on: `${year}-10-31`, students })))),
    table(grantReceipts, grantReceived().map(({ campus, year, fen, receivedOn }, index) => ({
      receipt_id: `BK${String(index + 1).padStart(4, '0')}`, campus_id: campus, payer_id: 'G1', fiscal_year: year,
      amount_yuan: yuan(fen), received_on: receivedOn,
    }))),
  ];
}
