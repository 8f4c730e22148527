import type { ImpactRows } from '../core/policy-impact/policy-impact.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import { AT_SCHOOL } from '../core/students/roll.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { AsKnown } from './campus-rows.ts';
import { PLANNING_SHEETS } from './forecast-rows.ts';
import { loadFinalYear } from './graduation-rows.ts';
import { loadReportedRows } from './reported-rows.ts';
import { SETTLEMENT_SHEETS } from './settlement-rows.ts';
import { judgedSheets } from './snapshot-content.ts';
import type { Transaction } from './transaction.ts';

const SHEETS: readonly SheetName[] = [...new Set<SheetName>([...judgedSheets, ...PLANNING_SHEETS, ...SETTLEMENT_SHEETS])];

/** The records that verdicts, forecast, money and the audit of the final grade read. To be called within `tx.whole`. `final_grade` null: no rule says who is audited. */
export async function loadImpactRows(whole: Transaction, { on, final_grade }: { readonly on: PlainDate; readonly final_grade: number | null }, known: AsKnown): Promise<ImpactRows> {
  return {
    records: await loadReportedRows(whole, SHEETS, known),
    final_year: final_grade === null ? {} : await loadFinalYear(whole, { on, final_grade, programmes: null, statuses: AT_SCHOOL }, known),
  };
}
