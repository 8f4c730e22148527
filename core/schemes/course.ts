import type { Entry, Votes } from '../approvals/decide.ts';
import type { Details } from '../approvals/details.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What a scheme's way is read from: the entries of its matter. */
export interface SchemeEntry extends Pick<Entry, 'act' | 'person'> {
  readonly on: PlainDate;
  readonly details: Details | null;
  readonly votes: Votes | null;
}

/** An agreement to the content of one revision; null firm: that of the school. */
export interface Agreed<E> {
  readonly revision: number;
  readonly firm: string | null;
  readonly on: PlainDate;
  readonly by: E;
}

/** M9-b: what the teaching committee decided. */
export interface SchemeDecision<E> {
  readonly revision: number;
  readonly number: string;
  readonly met_on: PlainDate;
  readonly attendees: string;
  readonly votes: Votes | null;
  readonly on: PlainDate;
  readonly by: E;
}

/** How far a scheme has come, worked out from what was done. */
export interface SchemeCourseOfAction<E> {
  /** Of the content as it stands; 0 before there is any. */
  readonly revision: number;
  readonly agreed: readonly Agreed<E>[];
  readonly decided: SchemeDecision<E> | null;
}

/** Reads the entries in their order. What was agreed to stays with its revision. */
export function schemeCourse<E extends SchemeEntry>(entries: readonly E[]): SchemeCourseOfAction<E> {
  return entries.reduce<SchemeCourseOfAction<E>>((course, entry) => after(course, entry), { revision: 0, agreed: [], decided: null });
}

function after<E extends SchemeEntry>(course: SchemeCourseOfAction<E>, by: E): SchemeCourseOfAction<E> {
  const { act, on, details, votes } = by;
  const { revision } = course;
  switch (act) {
    case 'revise': return { ...course, revision: details?.revision ?? revision + 1 };
    case 'agree_school': return { ...course, agreed: [...course.agreed, { revision, firm: null, on, by }] };
    case 'agree_firm': return { ...course, agreed: [...course.agreed, { revision, firm: details?.firm ?? '', on, by }] };
    case 'resolve': return { ...course, decided: { revision, number: details?.number ?? '', met_on: details?.on ?? on, attendees: details?.attendees ?? '', votes, on, by } };
    default: return course;
  }
}

/** M9-a: who has not agreed to the content as it stands. One firm is enough; as long as none has, each of them can. */
export function lackingParties({ revision, agreed }: SchemeCourseOfAction<unknown>, firms: readonly string[]): { readonly school: boolean; readonly firms: readonly string[] } {
  const now = agreed.filter((one) => one.revision === revision);
  const left = firms.filter((id) => !now.some(({ firm }) => firm === id));
  return { school: revision === 0 || !now.some(({ firm }) => firm === null), firms: left.length < firms.length ? [] : left };
}
