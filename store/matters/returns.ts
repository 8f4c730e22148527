import { latenessOf, type Lateness } from '../../core/approvals/lateness.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import { loadMatters, type StoredMatter } from './matter.ts';

/** How far a school is in a round of collection. */
export interface SchoolReturn extends Lateness {
  readonly matter: StoredMatter;
  /** The day of the submission that stands; null while it is waited for. */
  readonly submitted_on: PlainDate | null;
}

/** The returns of a round that are in reach, by school. `due`: the last day to report, where the round has one. */
export async function returnsOfRound(tx: Transaction, round: number, due: PlainDate | undefined, today: PlainDate): Promise<SchoolReturn[]> {
  const returns = (await loadMatters(tx, { part_of: round })).map((matter): SchoolReturn => {
    // What was returned waits again: the submission that stands is the last, and none stands while it is asked for.
    const submitted_on = matter.state === 'asked' ? null : matter.entries.findLast(({ act }) => act === 'submit')?.on ?? null;
    return { matter, submitted_on, ...(due === undefined ? { late: false, days: 0 } : latenessOf(due, submitted_on, today)) };
  });
  return returns.toSorted((a, b) => (a.matter.subject < b.matter.subject ? -1 : 1));
}
