import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import type { AsKnown } from './campus-rows.ts';
import { PLANNING_SHEETS } from './forecast-rows.ts';
import { loadReportedRows } from './reported-rows.ts';
import { judgedSheets } from './snapshot-content.ts';
import type { Transaction } from './transaction.ts';

const SHEETS: readonly SheetName[] = [...new Set<SheetName>(['organisations', ...judgedSheets, ...PLANNING_SHEETS])];

/** The records that verdicts, forecast and plan read, sheets that were never reported absent. To be called within `tx.whole`. */
export function loadDecisionPackRows(tx: Transaction, known: AsKnown): Promise<Dataset> {
  return loadReportedRows(tx, SHEETS, known);
}

/** A pack leaves the house with the conditions and posts of every campus: it is for whoever may take out all of that. */
export function mayTakeOut({ actor: { reach } }: Transaction): boolean {
  return (['planning.read', 'planning.export', 'conditions.export', 'staff.export', 'funds.export'] as const).every((permission) => reach.get(permission) === '*');
}
