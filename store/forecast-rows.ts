import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import type { AsKnown } from './campus-rows.ts';
import { loadReportedRows } from './reported-rows.ts';
import type { Transaction } from './transaction.ts';

/** What a forecast stands on. */
const SHEETS = [
  'campuses', 'rooms', 'land', 'equipment', 'bases', 'staff', 'schools', 'parks', 'services', 'programmes', 'students', 'headcounts', 'intakes',
  'destinations', 'grant_standards', 'grant_headcounts',
] as const satisfies readonly SheetName[];

/** The records that a forecast of the region reads, sheets that were never reported absent. To be called within `tx.whole`. */
export function loadForecastRows(tx: Transaction, known: AsKnown = {}): Promise<Dataset> {
  return loadReportedRows(tx, SHEETS, known);
}

/** What a plan stands on: the same with what the planner may choose from. */
export const PLANNING_SHEETS = [...SHEETS, 'options', 'limits'] as const satisfies readonly SheetName[];

export function loadPlanningRows(tx: Transaction, known: AsKnown = {}): Promise<Dataset> {
  return loadReportedRows(tx, PLANNING_SHEETS, known);
}
