import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import { loadRows, type AsKnown } from './campus-rows.ts';
import { reportedSheets } from './import-check.ts';
import { lastMoment } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** What a forecast stands on. */
const SHEETS = [
  'campuses', 'rooms', 'land', 'equipment', 'bases', 'staff', 'schools', 'parks', 'services', 'programmes', 'students', 'headcounts', 'intakes',
  'destinations', 'grant_standards', 'grant_headcounts',
] as const satisfies readonly SheetName[];

/** The records that a forecast of the region reads, sheets that were never reported absent. To be called within `tx.whole`. */
export async function loadForecastRows(tx: Transaction, known: AsKnown = {}): Promise<Dataset> {
  const reported = await reportedSheets(tx, lastMoment(known.known_on));
  const loaded = await Promise.all(SHEETS.filter((sheet) => reported.has(sheet)).map(async (sheet) => [sheet, await loadRows(tx, sheet, known)] as const));
  return Object.fromEntries(loaded) as Dataset;
}
