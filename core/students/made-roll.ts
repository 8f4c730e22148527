import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import type { ChangeAsk } from './change-ask.ts';
import type { Roll } from './roll.ts';
import { ROLL_CHANGES, type ChangeName } from './roll-changes.ts';
import { rollRules, type RollRules } from './rules.ts';

export const PARAMETERS = parametersOn(quzhou2024.parameters, date('2025-09-01'));

/** The rules of the pack, with some of them otherwise. */
export function madeRules(given: Partial<RollRules> = {}): RollRules {
  const rules = rollRules(PARAMETERS);
  if (rules === null) throw new Error('no rules of the roll');
  return { ...rules, ...given };
}

/** A student of the secondary stage who entered on 1 September 2024. */
export function madeRoll(given: Partial<Roll> = {}): Roll {
  return { stage: 'secondary', status: 'enrolled', grade: 1, since: date('2024-09-01'), entered_on: date('2024-09-01'), higher_since: null, ...given };
}

/** A student of the final grade of the higher stage. */
export function madeHigherRoll(given: Partial<Roll> = {}): Roll {
  return madeRoll({ stage: 'higher', grade: 5, since: date('2028-09-01'), higher_since: date('2027-09-01'), ...given });
}

/** A change with all its papers, approved, by whoever may make it. */
export function madeAsk(change: ChangeName, on: string, given: Partial<ChangeAsk> = {}): ChangeAsk {
  return { change, on: date(on), by: 'school', evidence: new Set(ROLL_CHANGES[change].evidence), approved: true, ...given };
}
