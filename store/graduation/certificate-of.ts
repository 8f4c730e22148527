import type { Judging } from '../../core/check/judging.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { certificateRequirement } from '../../core/graduation/certificate.ts';
import type { Requirement } from '../../core/graduation/requirement.ts';
import { graduationRules } from '../../core/graduation/rules.ts';
import { loadRows } from '../campus-rows.ts';
import { reportedSheets } from '../import-check.ts';
import type { Transaction } from '../transaction.ts';

/** What one student's certificate line answers on a day, and the row of credits beside it; no line on a day without rules. */
export async function certificateOf(whole: Transaction, student_id: string, { on, parameters }: Pick<Judging, 'on' | 'parameters'>): Promise<{ readonly credits: Row<'credits'> | null; readonly line: Requirement | null }> {
  const rules = graduationRules(parameters);
  const [credits = null] = await loadRows(whole, 'credits', {}, 'r.key = $2', student_id);
  const certificates = (await reportedSheets(whole)).has('certificates') ? await loadRows(whole, 'certificates', {}, 'r.student_id = $2', student_id) : null;
  return { credits, line: rules === null ? null : certificateRequirement(certificates, credits, on, rules) };
}
