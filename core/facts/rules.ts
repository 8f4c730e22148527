import type { Exact } from '../values/exact.ts';
import type { Parameter, ParametersInForce } from '../verdict/parameter.ts';

/** The parameters that decide which records count toward a fact; all of them must be in force. */
export interface CountingRules {
  /** Student statuses that count as in school (B4). */
  readonly counted_statuses: ReadonlySet<string>;
  /** Least original value of one item of equipment, yuan (B11). */
  readonly equipment_min_item_yuan: Exact;
  /** Room uses that count as teaching and administration rooms (B9). */
  readonly teaching_room_uses: ReadonlySet<string>;
  /** Kinds of facility that a campus must have (R1-e), in the order of the report. */
  readonly facility_kinds: readonly string[];
  /** Course kinds whose hours count as those of the profession (B19). */
  readonly professional_course_kinds: ReadonlySet<string>;
}

/** The parameters that counting needs: each of them in force, or nothing is counted. */
export const COUNTING_KEYS = ['student.counts', 'equip.min_item', 'rooms.teaching_uses', 'facilities.kinds', 'industry.course_kinds'] as const;

const WEIGHT = /=[01]$/;

/** `enrolled=1` counts, `suspended=0` does not. */
function weighsOne(entry: string): boolean {
  return entry.endsWith('=1');
}

/** Null when one of the parameters is not in force: then there is no rule to count by. */
export function countingRules(parameters: ParametersInForce): CountingRules | null {
  if (COUNTING_KEYS.some((key) => !parameters.has(key))) return null;
  return {
    counted_statuses: countedStatuses(parameters, 'student.counts'),
    equipment_min_item_yuan: amountOf(parameters, 'equip.min_item'),
    teaching_room_uses: new Set(listOf(parameters, 'rooms.teaching_uses')),
    facility_kinds: listOf(parameters, 'facilities.kinds'),
    professional_course_kinds: new Set(listOf(parameters, 'industry.course_kinds')),
  };
}

/** The student statuses that a parameter of weights counts. */
export function countedStatuses(parameters: ParametersInForce, key: string): ReadonlySet<string> {
  return new Set(listOf(parameters, key).filter(weighsOne).map((entry) => entry.replace(WEIGHT, '')));
}

/** The number held by a parameter that is known to be in force. */
export function amountOf(parameters: ParametersInForce, key: string): Exact {
  const { value } = inForceOrThrow(parameters, key);
  if (typeof value !== 'object') throw new Error(`parameter ${key} is not a number`);
  return value;
}

/** The text held by a parameter that is known to be in force. */
export function choiceOf(parameters: ParametersInForce, key: string): string {
  const { value } = inForceOrThrow(parameters, key);
  if (typeof value === 'object') throw new Error(`parameter ${key} is a number`);
  return String(value);
}

/** The texts of a parameter that holds several, separated by `;`. */
export function listOf(parameters: ParametersInForce, key: string): string[] {
  return choiceOf(parameters, key).split(';');
}

function inForceOrThrow(parameters: ParametersInForce, key: string): Parameter {
  const parameter = parameters.get(key);
  if (parameter === undefined) throw new Error(`parameter ${key} is not in force`);
  return parameter;
}
