import { choiceOf } from '../facts/rules.ts';
import { academicYearOf, date, type PlainDate } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** The day by which somebody of a grade graduates who loses no year; null on a day without such a rule. */
export function graduationDay({ grade, final_grade, on }: { readonly grade: number; readonly final_grade: number; readonly on: PlainDate }, parameters: ParametersInForce): PlainDate | null {
  if (!parameters.has('graduation.day')) return null;
  return date(`${academicYearOf(on) + final_grade - grade + 1}-${choiceOf(parameters, 'graduation.day')}`);
}
