import { amountOf, choiceOf } from '../facts/rules.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** The values of law that changes of the roll read. */
export interface RollRules {
  readonly secondary_years: number;
  readonly higher_years: number;
  readonly max_years: { readonly secondary: number; readonly higher: number };
  readonly higher_school_transfer: boolean;
  readonly higher_major_change: boolean;
  readonly leavers_return: boolean;
  readonly outsiders_join: boolean;
  /** Terms at the beginning in which nobody transfers. */
  readonly no_transfer_terms: number;
  /** The last terms in which the major may change: to another category, within the category. */
  readonly major_change_terms: { readonly other_category: number; readonly same_category: number };
}

const KEYS = [
  'roll.secondary_years', 'roll.higher_years', 'study.max_years.secondary', 'study.max_years.higher', 'roll.higher_school_transfer',
  'roll.higher_major_change', 'roll.leavers_return', 'roll.outsiders_join', 'roll.no_transfer_terms',
  'roll.major_change.other_category_terms', 'roll.major_change.same_category_terms',
] as const;

/** Null on a day when one of the values is not in force: then no change is made. */
export function rollRules(parameters: ParametersInForce): RollRules | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const whole = (key: (typeof KEYS)[number]): number => {
    const { n, d } = amountOf(parameters, key);
    return Number(n / d);
  };
  const flag = (key: (typeof KEYS)[number]): boolean => choiceOf(parameters, key) === 'true';
  return {
    secondary_years: whole('roll.secondary_years'),
    higher_years: whole('roll.higher_years'),
    max_years: { secondary: whole('study.max_years.secondary'), higher: whole('study.max_years.higher') },
    higher_school_transfer: flag('roll.higher_school_transfer'),
    higher_major_change: choiceOf(parameters, 'roll.higher_major_change') === 'allowed',
    leavers_return: flag('roll.leavers_return'),
    outsiders_join: flag('roll.outsiders_join'),
    no_transfer_terms: whole('roll.no_transfer_terms'),
    major_change_terms: { other_category: whole('roll.major_change.other_category_terms'), same_category: whole('roll.major_change.same_category_terms') },
  };
}
