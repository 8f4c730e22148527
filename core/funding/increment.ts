import type { SheetName } from '../exchange/sheets.ts';
import { choiceOf } from '../facts/rules.ts';
import type { Fen } from '../values/fen.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

export interface GrowthFacts {
  readonly students_before: bigint | null;
  /** Null while the day of this year's heads has not come, or where nobody counted. */
  readonly students: bigint | null;
  readonly money_before: Fen | null;
  readonly money: Fen | null;
}

export type GrowthReason = 'total_not_grown' | 'per_student_fell' | 'students_not_grown';

export interface Increment {
  readonly outcome: 'met' | 'unmet' | 'undetermined' | 'not_applicable';
  readonly reason: GrowthReason | null;
  readonly missing: readonly SheetName[];
}

/** M5-c, B64: where students rise, money does as well: its total, and what there is for each of them. Null on a day without a rule. */
export function increment({ students_before, students, money_before, money }: GrowthFacts, parameters: ParametersInForce): Increment | null {
  if (!parameters.has('funding.increment')) return null;
  const way = choiceOf(parameters, 'funding.increment');
  if (students_before === null || students === null || money_before === null || money === null) {
    return {
      outcome: 'undetermined', reason: null,
      missing: [...(students_before === null || students === null ? ['grant_headcounts' as const] : []), ...(money_before === null || money === null ? ['budgets' as const] : [])],
    };
  }
  if (students <= students_before) return { outcome: 'not_applicable', reason: 'students_not_grown', missing: [] };
  if (way !== 'per_student' && money <= money_before) return { outcome: 'unmet', reason: 'total_not_grown', missing: [] };
  // Compared by cross-multiplication; where there was nobody before, there was nothing for each of them.
  if (way !== 'total' && money * students_before < money_before * students) return { outcome: 'unmet', reason: 'per_student_fell', missing: [] };
  return { outcome: 'met', reason: null, missing: [] };
}
