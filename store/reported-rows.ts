import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import { loadRows, type AsKnown } from './campus-rows.ts';
import { reportedSheets } from './import-check.ts';
import { lastMoment } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** The records of some sheets, those that were never reported absent: missing is not zero. For figures of the region to be called within `tx.whole`. */
export async function loadReportedRows(tx: Transaction, sheets: readonly SheetName[], known: AsKnown): Promise<Dataset> {
  const reported = await reportedSheets(tx, lastMoment(known.known_on));
  const loaded = await Promise.all(sheets.filter((sheet) => reported.has(sheet)).map(async (sheet) => [sheet, await loadRows(tx, sheet, known)] as const));
  return Object.fromEntries(loaded) as Dataset;
}
