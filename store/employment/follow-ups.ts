import { createHash } from 'node:crypto';
import { addMonths } from '../../core/employment/retention.ts';
import { amountOf } from '../../core/facts/rules.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { ParametersInForce } from '../../core/verdict/parameter.ts';
import type { Transaction } from '../transaction.ts';
import { graduatesOf, type GraduateRow } from './graduates.ts';

/** Who is to be asked again, and a digest by which whoever approves knows that it is still the same list. */
export interface FollowUpList {
  readonly months: number;
  readonly students: readonly GraduateRow[];
  readonly digest: string;
}

/** Graduates of a school and year who have been out for so many months and were not asked yet. To be called within `tx.whole`; null on a day without rules. */
export async function followUpsDue(whole: Transaction, { school_id, year }: { readonly school_id: string; readonly year: number }, today: PlainDate, parameters: ParametersInForce): Promise<FollowUpList | null> {
  if (!parameters.has('employment.follow_up_months')) return null;
  const months = Number(amountOf(parameters, 'employment.follow_up_months').n);
  const graduates = (await graduatesOf(whole, { school_id, year, on: today })).filter(({ graduated_on }) => addMonths(graduated_on, months) <= today);
  const asked = new Set((await whole.query<{ student_id: string }>('select student_id from follow_ups where region_id = $1 and months = $2 and school_id = $3', [whole.actor.region_id, months, school_id])).map(({ student_id }) => student_id));
  const students = graduates.filter(({ student_id }) => !asked.has(student_id)).sort((a, b) => (a.student_id < b.student_id ? -1 : 1));
  const digest = createHash('sha256').update([String(months), ...students.map(({ student_id, graduated_on }) => `${student_id}\t${graduated_on}`)].join('\n')).digest('hex');
  return { months, students, digest };
}

/** Asks everybody on a list that was approved. */
export async function askAgain(tx: Transaction, { months, students }: FollowUpList, { matter_id, school_id, today }: { readonly matter_id: number; readonly school_id: string; readonly today: PlainDate }): Promise<void> {
  for (const { student_id, scopes } of students) {
    await tx.change(
      'insert into follow_ups (region_id, student_id, months, school_id, asked_on, matter_id, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8)',
      [tx.actor.region_id, student_id, months, school_id, today, matter_id, scopes, tx.actor.account]);
  }
}
