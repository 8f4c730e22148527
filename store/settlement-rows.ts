import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import { loadRows, type AsKnown } from './campus-rows.ts';
import { reportedSheets } from './import-check.ts';
import { lastMoment } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** What a settlement of money stands on. */
const SHEETS = [
  'organisations', 'campuses', 'programmes', 'students', 'departures', 'staff', 'teaching', 'lecture_rates', 'calendar', 'shares',
  'charges', 'receipts', 'custody_spending', 'payments', 'grant_standards', 'grant_headcounts', 'grant_receipts', 'headcounts',
] as const satisfies readonly SheetName[];

/** The records that a settlement of the region reads, sheets that were never reported absent. To be called within `tx.whole`. */
export async function loadSettlementRows(tx: Transaction, known: AsKnown = {}): Promise<Dataset> {
  const reported = await reportedSheets(tx, lastMoment(known.known_on));
  const loaded = await Promise.all(SHEETS.filter((sheet) => reported.has(sheet)).map(async (sheet) => [sheet, await loadRows(tx, sheet, known)] as const));
  return Object.fromEntries(loaded) as Dataset;
}
