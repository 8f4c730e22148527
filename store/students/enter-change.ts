import type { Role } from '../../core/access/roles.ts';
import type { Refusal } from '../../core/students/change-ask.ts';
import type { ChangeDraft } from '../../core/students/change-draft.ts';
import { keeperOf } from '../../core/students/change.ts';
import type { Keeper } from '../../core/students/roll.ts';
import { ROLL_CHANGES } from '../../core/students/roll-changes.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import type { Instant } from '../known-time.ts';
import { actingPerson, type ActingPerson } from '../matters/acting.ts';
import type { Transaction } from '../transaction.ts';
import { enterChanges } from './enter-changes.ts';
import { judgeChange, type Judged } from './judge-change.ts';
import { keeperId, knownRoll, type KnownRoll } from './known-roll.ts';
import { keptPapers } from './papers.ts';

export interface GivenDay {
  readonly pack: Pack;
  readonly today: PlainDate;
}

export type Entered =
  | { readonly outcome: 'done'; readonly change_id: number }
  | { readonly outcome: 'unknown_student' | 'not_your_step' | 'changed_meanwhile' | 'unknown_paper' }
  | { readonly outcome: 'roll_refused'; readonly refusal: Refusal };

/** Who keeps the roll day by day, on either side. */
export const REGISTRARS: Readonly<Record<Keeper, Role>> = { school: 'school_registrar', college: 'college_roll' };

/** As which keeper's registrar somebody asks for a change: that of its keeper where they are one, else the other, whom the rules then refuse. Null: neither. */
export function registrarOf({ acting }: ActingPerson, known: KnownRoll, change: ChangeDraft['name']): Keeper | null {
  const own = keeperOf(change, known.roll);
  const other: Keeper = own === 'school' ? 'college' : 'school';
  return [own, other].find((keeper) => acting.some(({ role, org_id }) => role === REGISTRARS[keeper] && org_id !== null && org_id === keeperId(known, keeper))) ?? null;
}

/** Enters a change that nobody has to approve, at once and in one's own name (R3-a). */
export async function enterChange(tx: Transaction, student_id: string, draft: ChangeDraft, given: GivenDay): Promise<Entered> {
  const stamp = await lockFacts(tx);
  const person = await actingPerson(tx);
  // Whoever cannot read the student is told of none.
  const mine = await knownRoll(tx, student_id);
  if (stamp === null || person === null || mine === null) return { outcome: 'unknown_student' };
  const answer = await tx.whole(async (whole): Promise<Entered> => {
    const known = await knownRoll(whole, student_id);
    const by = known === null ? null : registrarOf(person, known, draft.name);
    if (by === null) return { outcome: 'not_your_step' };
    return enterJudged(whole, { stamp, student_id, draft, by, given, entered_by: person.person, entered_at: null, approved_by: null, matter_id: null });
  });
  if (answer.outcome !== 'done') tx.discard();
  return answer;
}

export interface Entry {
  readonly stamp: Stamp;
  readonly student_id: string;
  readonly draft: ChangeDraft;
  readonly by: Keeper;
  readonly given: GivenDay;
  readonly entered_by: string;
  readonly entered_at: Instant | null;
  readonly approved_by: string | null;
  readonly matter_id: number | null;
}

/** Asks the rules and enters the change. To be called within `tx.whole`; any other outcome than `done` is for the caller to discard. */
export async function enterJudged(whole: Transaction, { stamp, student_id, draft, by, given, ...who }: Entry): Promise<Entered> {
  const judged = await judgeChange(whole, student_id, draft, { by, approved: who.approved_by !== null, ...given });
  if (judged.outcome !== 'moved') return notEntered(judged);
  const papers = await keptPapers(whole, student_id, draft.papers);
  if (papers === null) return { outcome: 'unknown_paper' };
  const { known, place } = judged;
  const { code, clause } = ROLL_CHANGES[draft.name];
  const change_id = await enterChanges(whole, stamp, {
    change: draft.name, code, clause, reason: draft.reason.trim(), ground: draft.ground, keeper: by, keeper_id: keeperId(known, by) ?? '', ...who,
  }, [{ on: draft.on, before: known.last.row, to: place, papers }]);
  return change_id === null ? { outcome: 'changed_meanwhile' } : { outcome: 'done', change_id };
}

export function notEntered(judged: Exclude<Judged, { readonly outcome: 'moved' }>): Exclude<Entered, { readonly outcome: 'done' }> {
  return judged.outcome === 'refused' ? { outcome: 'roll_refused', refusal: judged.refusal } : { outcome: judged.outcome };
}
