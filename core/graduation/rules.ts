import { amountOf, choiceOf, listOf } from '../facts/rules.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** The values of law that the audit reads. */
export interface GraduationRules {
  /** The grade whose students are audited: the last year of the higher stage (R3-b, R3-c). */
  readonly final_grade: number;
  /** Skill levels count down: this one and smaller numbers qualify (M9-e, B35). */
  readonly skill_level: number;
  readonly x_levels: ReadonlySet<string>;
  /** Whether a certificate decides, or is shown only (B57). */
  readonly certificate_counts: boolean;
  /** Academic years that the higher stage may take (R3-d, B59). */
  readonly max_years: number;
}

const KEYS = ['roll.secondary_years', 'roll.higher_years', 'cert.skill_level', 'cert.x_levels', 'cert.gate', 'study.max_years.higher'] as const;

/** Null on a day when one of the values is not in force: then nobody is audited. */
export function graduationRules(parameters: ParametersInForce): GraduationRules | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const whole = (key: string): number => {
    const { n, d } = amountOf(parameters, key);
    return Number(n / d);
  };
  return {
    final_grade: whole('roll.secondary_years') + whole('roll.higher_years'),
    skill_level: whole('cert.skill_level'),
    x_levels: new Set(listOf(parameters, 'cert.x_levels')),
    certificate_counts: choiceOf(parameters, 'cert.gate') !== 'warn',
    max_years: whole('study.max_years.higher'),
  };
}
