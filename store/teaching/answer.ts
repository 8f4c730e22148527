import type { Problem } from '../../core/exchange/problem.ts';
import { teachingRefusal, type TeachingRefusal, type TeachingRefusalReason } from '../../core/teaching/refusals.ts';

/** What an act in teaching came to when it was not done: nothing of it is kept. */
export type NotTaught =
  | { readonly outcome: 'refused'; readonly refusals: readonly TeachingRefusal[] }
  /** Out of reach, or there is none. */
  | { readonly outcome: 'not_found' }
  | { readonly outcome: 'changed_meanwhile' }
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] };

export type Taught<T = object> = ({ readonly outcome: 'done' } & T) | NotTaught;

export const refused = (...refusals: readonly TeachingRefusal[]): NotTaught => ({ outcome: 'refused', refusals });
export const refusedAs = (why: TeachingRefusalReason, about: string | null = null): NotTaught => refused(teachingRefusal(why, about));
export const notFound: NotTaught = { outcome: 'not_found' };
export const changedMeanwhile: NotTaught = { outcome: 'changed_meanwhile' };
