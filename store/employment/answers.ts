import { refusalOfAnswer, type AnswerDraft, type AnswerFacts, type AnswerKind, type AnswerRefusal } from '../../core/employment/answers.ts';
import { mayTouch } from '../../core/access/reach.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { destinationsOf } from './graduates.ts';

/** What a graduate said, as it was recorded. */
export interface Answer {
  readonly student_id: string;
  readonly kind: AnswerKind;
  readonly destination_record: string | null;
  readonly content: { readonly reason?: string; readonly code?: string; readonly workplace_division?: string; readonly satisfied?: number };
  readonly way: 'self' | 'paper';
  readonly on: PlainDate;
}

export interface FollowUp {
  readonly student_id: string;
  readonly months: number;
  readonly asked_on: PlainDate;
}

/** Everything that these graduates said, the earliest first. */
export function answersOf(tx: Transaction, students: readonly string[]): Promise<Answer[]> {
  return tx.query<Answer>(
    `select student_id, kind, destination_record::text, content, way, on_date as "on" from employment_answers
     where region_id = $1 and student_id = any($2::text[]) and ($3::text[] is null or scopes && $3) order by answer_id`, [tx.actor.region_id, students, labelsToRead(tx, 'employment')]);
}

/** What these graduates were asked again, and when. */
export function followUpsOf(tx: Transaction, students: readonly string[]): Promise<FollowUp[]> {
  return tx.query<FollowUp>(
    'select student_id, months, asked_on from follow_ups where region_id = $1 and student_id = any($2::text[]) and ($3::text[] is null or scopes && $3) order by months',
    [tx.actor.region_id, students, labelsToRead(tx, 'employment')]);
}

export type Answered = { readonly outcome: 'done'; readonly value: { readonly answer_id: string } } | { readonly outcome: 'unknown_student' } | { readonly outcome: 'answer_refused'; readonly why: AnswerRefusal };

interface ByWhom {
  readonly student_id: string;
  /** The graduate's own, or a paper that the school has. */
  readonly way: 'self' | 'paper';
  readonly today: PlainDate;
  /** In which grade the higher stage ends; null where nothing says so. */
  readonly final_grade: number | null;
}

/** Records what a graduate says: by themselves, or of consent by the school that holds it on paper. */
export async function recordAnswer(tx: Transaction, draft: AnswerDraft, { student_id, way, today, final_grade }: ByWhom): Promise<Answered> {
  const stamp = await lockRegion(tx);
  const [graduate] = await candidatesOf(tx, { students: [student_id], on: today }, final_grade);
  if (stamp === null || graduate === undefined || !mayTouch(tx.actor.reach, 'employment', 'write', graduate.scopes)) return { outcome: 'unknown_student' };
  const why = refusalOfAnswer(draft, await factsOf(tx, graduate, today));
  if (why !== null) return { outcome: 'answer_refused', why };
  const answer_id = String(await takeNumbers(tx, 'next_number', 1));
  const { kind, destination_record, reason, code, workplace_division, satisfied } = draft;
  const content = Object.fromEntries(Object.entries({ reason, code, workplace_division, satisfied }).filter(([, value]) => value !== null));
  await tx.change(
    `insert into employment_answers (region_id, answer_id, student_id, kind, destination_record, content, way, on_date, scopes, recorded_at, recorded_by)
     values ($1, $2::bigint, $3, $4, $5::bigint, $6, $7, $8, $9, $10, $11)`,
    [tx.actor.region_id, answer_id, student_id, kind, kind === 'confirm' || kind === 'object' ? destination_record : null, JSON.stringify(content), way, today, graduate.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'employment_answer.recorded', object: `students/${student_id}`, detail: { kind, way } });
  return { outcome: 'done', value: { answer_id } };
}

async function factsOf(tx: Transaction, { student_id, graduated_on }: Candidate, today: PlainDate): Promise<AnswerFacts> {
  const [destinations, answers, asked] = [await destinationsOf(tx, [student_id], today), await answersOf(tx, [student_id]), await followUpsOf(tx, [student_id])];
  const latest = destinations.at(-1)?.record_id ?? null;
  const newest = asked.at(-1);
  return {
    latest, graduated: graduated_on !== null, asked: newest !== undefined, followed_up: newest !== undefined && answers.some(({ kind, on }) => kind === 'follow_up' && on >= newest.asked_on),
    said: answers.findLast(({ destination_record }) => destination_record !== null && destination_record === latest)?.kind ?? null,
  };
}
