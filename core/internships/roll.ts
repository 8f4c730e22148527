import { AT_SCHOOL, type Keeper, type Roll } from '../students/roll.ts';
import { keeperOf } from '../students/change.ts';
import { ROLL_CHANGES, type ChangeName, type RollChange } from '../students/roll-changes.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import type { Act } from './states.ts';

/** What an internship does to the roll: which change, on which day, made by whom. */
export interface RollMove {
  readonly change: ChangeName;
  readonly on: PlainDate;
  readonly keeper: Keeper;
}

const CHANGES: Readonly<Partial<Record<Act, ChangeName>>> = { start: 'begin_internship', end: 'end_internship' };

/** Whether somebody is on the roll and studying, so that an internship can begin (R3-a). */
export function mayIntern(roll: Roll | null): boolean {
  return roll !== null && AT_SCHOOL.has(roll.status);
}

/**
 * R3-a, C7: the roll says who is on an internship, from its first day to its last. Null where the act changes nothing: whoever
 * repeats goes on repeating, and whoever left meanwhile is not set back. The roll knows one change a day, so that where another
 * began that day the next one is taken.
 */
export function rollMove(act: Act, on: PlainDate, roll: Roll): RollMove | null {
  const change = CHANGES[act];
  if (change === undefined) return null;
  const { moves }: RollChange = ROLL_CHANGES[change];
  if (moves[roll.stage]?.[roll.status] === undefined) return null;
  const first = act === 'end' ? addDays(on, 1) : on;
  return { change, on: first > roll.since ? first : addDays(roll.since, 1), keeper: keeperOf(change, roll) };
}
