import { createHash } from 'node:crypto';
import { auditStudent } from '../../core/graduation/audit.ts';
import { graduationList, listLines, type Candidate, type OnGraduationList } from '../../core/graduation/graduation-list.ts';
import { auditedRecords, MAY_GRADUATE } from '../../core/graduation/records.ts';
import { graduationRules, type GraduationRules } from '../../core/graduation/rules.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { lastRow, rollOfRows } from '../../core/students/roll-rows.ts';
import { rollRules } from '../../core/students/rules.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { loadFinalYear } from '../graduation-rows.ts';
import type { Transaction } from '../transaction.ts';

/** The final grade of a college on a day: whose study ends how, and who is left out; with the digest that a decision is bound to. */
export interface GraduationList {
  readonly on: PlainDate;
  readonly rules: GraduationRules;
  readonly entries: readonly OnGraduationList[];
  readonly digest: string;
}

/** Null on a day without rules. To be asked within `tx.whole`; in a decision with the facts locked. */
export async function graduationListOf(whole: Transaction, college_id: string, on: PlainDate, pack: Pack): Promise<GraduationList | null> {
  const parameters = parametersOn(pack.parameters, on);
  const [rules, roll] = [graduationRules(parameters), rollRules(parameters)];
  if (rules === null || roll === null) return null;
  const programmes = await loadRows(whole, 'programmes', {}, 'r.college_id = $2', college_id);
  const dataset = await loadFinalYear(whole, { on, final_grade: rules.final_grade, programmes: programmes.map(({ programme_id }) => programme_id), statuses: MAY_GRADUATE });
  const rows = groupBy(dataset.students, ({ student_id }) => student_id);
  const candidates = auditedRecords(dataset, on, rules, MAY_GRADUATE).flatMap((records): Candidate[] => {
    const own = rows.get(records.roll.student_id) ?? [];
    const [last, stands] = [lastRow(own), rollOfRows(own)];
    return last === null || stands === null ? [] : [{ audit: auditStudent(records, on, rules), last, roll: stands }];
  });
  const entries = graduationList(candidates, on, roll);
  return { on, rules, entries, digest: createHash('sha256').update([on, ...listLines(entries)].join('\n')).digest('hex') };
}
