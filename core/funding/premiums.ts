import { academicYearOf, type PlainDate } from '../values/plain-date.ts';
import type { Fen } from '../values/fen.ts';
import { entryOf, type Entry } from './entry.ts';

/** What a school paid for a policy. */
export interface Premium {
  /** The number that the books know it by. */
  readonly record_id: bigint;
  readonly school_id: string;
  readonly fen: Fen;
  /** First day of cover. */
  readonly from: PlainDate;
  /** The day it was recorded. */
  readonly recorded_on: PlainDate;
}

/** R4-j: a premium is an expense of the school from the day it was recorded, at the latest from the first day of cover; what costs nothing moves nothing. */
export function premiumEntries(premiums: readonly Premium[]): Entry[] {
  return premiums.filter(({ fen }) => fen > 0n).map(({ record_id, school_id, fen, from, recorded_on }) =>
    entryOf({ source: record_id, event: 'premium_paid', holders: { school: school_id }, fen, year: academicYearOf(from), valid_on: recorded_on < from ? recorded_on : from }));
}
