import type { Context } from 'hono';
import type { Refusal } from '../core/students/change-ask.ts';
import { refusalWords } from '../core/students/refusal-words.ts';
import { ROLL_CHANGES, type ChangeName } from '../core/students/roll-changes.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';

/** A change of the roll that its rules refuse, with the reason and the clause. */
export function refuseRoll(c: Context<ApiEnv>, name: ChangeName, refusal: Refusal) {
  const { zh, en } = refusalWords(refusal, ROLL_CHANGES[name]);
  return refuse(c, 'roll_refused', { detail: { zh: `没有改动。${zh}`, en: `Nothing was changed. ${en}` } });
}
