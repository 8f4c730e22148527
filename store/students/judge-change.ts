import type { Pack } from '../../core/policy/pack.ts';
import { change } from '../../core/students/change.ts';
import type { Refusal } from '../../core/students/change-ask.ts';
import type { ChangeDraft, Place } from '../../core/students/change-draft.ts';
import { draftFault } from '../../core/students/draft-faults.ts';
import type { Keeper } from '../../core/students/roll.ts';
import { placeAfter } from '../../core/students/roll-rows.ts';
import { rollRules } from '../../core/students/rules.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import type { Transaction } from '../transaction.ts';
import { factsFor } from './change-facts.ts';
import { knownRoll, programmeNamed, type KnownRoll } from './known-roll.ts';

export interface JudgedBy {
  readonly by: Keeper;
  readonly approved: boolean;
  readonly pack: Pack;
  readonly today: PlainDate;
}

export type Judged =
  | { readonly outcome: 'moved'; readonly known: KnownRoll; readonly place: Place }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'unknown_student' | 'changed_meanwhile' };

/** What comes of a change by the rules of its day and all that is recorded. To be asked within `tx.whole`, in the transaction that enters it. */
export async function judgeChange(whole: Transaction, student_id: string, draft: ChangeDraft, { by, approved, pack, today }: JudgedBy): Promise<Judged> {
  const known = await knownRoll(whole, student_id);
  if (known === null) return { outcome: 'unknown_student' };
  if (String(known.last.row) !== draft.row) return { outcome: 'changed_meanwhile' };
  const programme = draft.programme_id === undefined ? known.programme : await programmeNamed(whole, draft.programme_id);
  const fault = draftFault(draft, { last: known.last, programme, today });
  if (fault !== null) return { outcome: 'refused', refusal: fault };
  const parameters = parametersOn(pack.parameters, draft.on);
  const rules = rollRules(parameters);
  if (rules === null) return { outcome: 'refused', refusal: { why: 'no_rules', clause: 'R3-a', missing: [] } };
  const evidence = new Set(draft.papers.map(({ paper }) => paper));
  const answer = change(known.roll, { change: draft.name, by, on: draft.on, evidence, approved, ground: draft.ground, ...await factsFor(whole, known, draft, parameters) }, rules);
  if (answer.outcome === 'refused') return { outcome: 'refused', refusal: answer };
  return { outcome: 'moved', known, place: placeAfter(known.last, answer.roll, draft, programme) };
}
