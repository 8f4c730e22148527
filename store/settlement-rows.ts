import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import type { AsKnown } from './campus-rows.ts';
import { loadReportedRows } from './reported-rows.ts';
import type { Transaction } from './transaction.ts';

/** What a settlement of money stands on. */
export const SETTLEMENT_SHEETS = [
  'organisations', 'campuses', 'programmes', 'students', 'departures', 'staff', 'teaching', 'lecture_rates', 'calendar', 'shares',
  'charges', 'receipts', 'custody_spending', 'payments', 'grant_standards', 'grant_headcounts', 'grant_receipts', 'headcounts',
] as const satisfies readonly SheetName[];

/** The records that a settlement of the region reads, sheets that were never reported absent. To be called within `tx.whole`. */
export function loadSettlementRows(tx: Transaction, known: AsKnown = {}): Promise<Dataset> {
  return loadReportedRows(tx, SETTLEMENT_SHEETS, known);
}
