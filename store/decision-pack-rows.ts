import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import { AT_SCHOOL } from '../core/students/roll.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { AsKnown } from './campus-rows.ts';
import { PLANNING_SHEETS } from './forecast-rows.ts';
import { loadFinalYear } from './graduation-rows.ts';
import { loadReportedRows } from './reported-rows.ts';
import { SETTLEMENT_SHEETS } from './settlement-rows.ts';
import { judgedSheets } from './snapshot-content.ts';
import type { Transaction } from './transaction.ts';

const SHEETS: readonly SheetName[] = [...new Set<SheetName>(['organisations', ...judgedSheets, ...PLANNING_SHEETS])];

/** Of which final year the audit is read, on which day; `final_grade` null: no rule says who is audited. */
export interface PackedFinalYear {
  readonly on: PlainDate;
  readonly final_grade: number | null;
}

/** What only the audit of the final grade reads. */
const ACHIEVED = ['credits', 'certificates', 'filings'] as const satisfies readonly SheetName[];

/** The records that verdicts, forecast and plan read, with those of money and of the final year where other values of law were tried; sheets that were never reported absent. To be called within `tx.whole`. */
export async function loadDecisionPackRows(tx: Transaction, known: AsKnown, final_year: PackedFinalYear | null): Promise<Dataset> {
  if (final_year === null) return loadReportedRows(tx, SHEETS, known);
  const { on, final_grade } = final_year;
  const records = await loadReportedRows(tx, [...new Set<SheetName>([...SHEETS, ...SETTLEMENT_SHEETS])], known);
  const audited = final_grade === null ? {} : await loadFinalYear(tx, { on, final_grade, programmes: null, statuses: AT_SCHOOL }, known);
  return { ...records, ...Object.fromEntries(ACHIEVED.flatMap((sheet) => (audited[sheet] === undefined ? [] : [[sheet, audited[sheet]]]))) };
}

/** A pack leaves the house with the conditions and posts of every campus: it is for whoever may take out all of that. */
export function mayTakeOut({ actor: { reach } }: Transaction): boolean {
  return (['planning.read', 'planning.export', 'conditions.export', 'staff.export', 'funds.export'] as const).every((permission) => reach.get(permission) === '*');
}
