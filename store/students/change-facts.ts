import type { ChangeAsk } from '../../core/students/change-ask.ts';
import type { ChangeDraft } from '../../core/students/change-draft.ts';
import { auditStudent, type StudentAudit } from '../../core/graduation/audit.ts';
import { auditedRecords, MAY_GRADUATE } from '../../core/graduation/records.ts';
import { graduationRules } from '../../core/graduation/rules.ts';
import { sameCategory } from '../../core/students/roll-rows.ts';
import { stepUpEligibility, type StepUpAnswer } from '../../core/students/step-up.ts';
import type { Dataset, SheetName } from '../../core/exchange/sheets.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { ParametersInForce } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { reportedSheets } from '../import-check.ts';
import type { Transaction } from '../transaction.ts';
import { programmeNamed, type KnownRoll } from './known-roll.ts';

const SHEETS = ['filings', 'results', 'credits', 'certificates', 'charges', 'receipts'] as const satisfies readonly SheetName[];

/** What is recorded of one student; a sheet of which nothing was ever reported is absent. */
async function recordsOf(whole: Transaction, student_id: string, sheets: readonly (typeof SHEETS)[number][]): Promise<Dataset> {
  const reported = await reportedSheets(whole);
  const found: Record<string, unknown> = {};
  for (const sheet of sheets) if (reported.has(sheet)) found[sheet] = await loadRows(whole, sheet, {}, 'r.student_id = $2', student_id);
  return found as Dataset;
}

/** Whether a student may step up, line by line. Null on a day without rules. */
export async function eligibilityOf(whole: Transaction, { last }: KnownRoll, on: PlainDate, parameters: ParametersInForce): Promise<StepUpAnswer | null> {
  return eligibleBy(await recordsOf(whole, last.student_id, ['filings', 'results', 'credits']), last, on, parameters);
}

/** The same from records that are at hand: all of one student. Prizes are in no register, so that nobody is exempt by one. */
export function eligibleBy({ filings, results, credits }: Dataset, roll: KnownRoll['last'], on: PlainDate, parameters: ParametersInForce): StepUpAnswer | null {
  return stepUpEligibility({ roll, filings: filings ?? null, results: results ?? null, conduct_ok: credits?.[0]?.conduct_ok ?? null, prize: false }, on, parameters);
}

/** What the graduation audit answers about one student on a day, whether still at school or completed before; null for anybody else. */
export async function auditOf(whole: Transaction, { rows, last }: KnownRoll, on: PlainDate, parameters: ParametersInForce): Promise<StudentAudit | null> {
  const rules = graduationRules(parameters);
  if (rules === null) return null;
  const dataset: Dataset = { ...await recordsOf(whole, last.student_id, SHEETS), students: rows };
  const [records] = auditedRecords(dataset, on, rules, MAY_GRADUATE);
  return records === undefined ? null : auditStudent(records, on, rules);
}

/** What only some changes ask of the registers. */
export async function factsFor(whole: Transaction, known: KnownRoll, draft: ChangeDraft, parameters: ParametersInForce): Promise<Pick<ChangeAsk, 'eligible' | 'audit' | 'same_category'>> {
  switch (draft.name) {
    case 'step_up': return { eligible: (await eligibilityOf(whole, known, draft.on, parameters))?.outcome === 'met' };
    case 'change_major': {
      const next = draft.programme_id === undefined ? null : await programmeNamed(whole, draft.programme_id);
      return { same_category: known.programme !== null && next !== null && sameCategory(known.programme.secondary_code, next.secondary_code) };
    }
    case 'graduate': case 'complete': case 'end_incomplete': case 'extend': case 'graduate_later': return { audit: (await auditOf(whole, known, draft.on, parameters))?.outcome ?? 'undetermined' };
    default: return {};
  }
}
