import { addMonths } from '../duties/deadline.ts';
import { whole, type ValueOf } from '../duties/declaration.ts';
import type { PlainDate } from '../values/plain-date.ts';

const MONTHS_A_YEAR = 12;

/** R3-e, B24: whether a guardian signs too, by the student's age on the day on which the student signs. Null: no rule is in force. */
export function guardianRequired(value: ValueOf, birth_date: PlainDate, on: PlainDate): boolean | null {
  const rule = value('agreement.guardian_required');
  if (rule === 'always') return true;
  if (rule === 'never') return false;
  const age = whole(rule);
  return age === null ? null : on < addMonths(birth_date, age * MONTHS_A_YEAR);
}
