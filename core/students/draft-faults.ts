import type { Row } from '../exchange/sheets.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Refusal } from './change-ask.ts';
import { TAKES, type ChangeDraft } from './change-draft.ts';
import { ROLL_CHANGES } from './roll-changes.ts';
import { reaches } from './roll-rows.ts';

/** What a draft refers to, as far as the registers know it. */
export interface DraftKnown {
  readonly last: Pick<Row<'students'>, 'to' | 'school_id' | 'programme_id'>;
  /** The programme that a change of major leads to. */
  readonly programme: Pick<Row<'programmes'>, 'programme_id' | 'school_id'> | null;
  readonly today: PlainDate;
}

/** Why a draft is none that can be judged; null when it can. A change is entered once its day has come, so that no row waits for it. */
export function draftFault({ name, on, reason, programme_id, class_id }: ChangeDraft, { last, programme, today }: DraftKnown): Refusal | null {
  const { clause } = ROLL_CHANGES[name];
  const fault = (why: Refusal['why']): Refusal => ({ why, clause, missing: [] });
  if (on > today) return fault('day_to_come');
  if (reason.trim() === '') return fault('reason_missing');
  // R3-a: between the last row and the new one there would be a day that nobody has.
  if (!reaches(last, on)) return { why: 'no_row', clause: 'R3-a', missing: [] };
  const moved = TAKES[name] === 'programme_id' ? programme_id : class_id;
  if (TAKES[name] !== undefined && (moved ?? '').trim() === '') return fault('place_missing');
  if (name === 'change_major' && (programme === null || programme.school_id !== last.school_id || programme.programme_id === last.programme_id)) return fault('place_missing');
  return null;
}
