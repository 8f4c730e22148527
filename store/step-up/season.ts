import { mayTouch } from '../../core/access/reach.ts';
import { date, yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { lockRegion } from '../record-stamp.ts';
import { schoolsOfCollege } from '../sample-tests/sample-test.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** M9-d: the step-up test of a college in a year, as it is arranged now. */
export interface Season {
  readonly college_id: string;
  readonly year: number;
  readonly revision: number;
  readonly test_on: PlainDate;
  readonly resit_on: PlainDate;
  readonly place: string;
  readonly scopes: readonly string[];
}

export type SeasonDraft = Pick<Season, 'college_id' | 'year' | 'test_on' | 'resit_on' | 'place'>;

export type NotSet = { readonly outcome: 'not_your_step' | 'unknown_college' | 'days_wrong' | 'published_already' };

/** Seasons in reach, the latest first, each as it was arranged last. */
export async function loadSeasons(tx: Transaction, college_id: string | null = null, year: number | null = null): Promise<Season[]> {
  return tx.query<Season>(
    `select distinct on (s.year, s.college_id) s.college_id, s.year, s.revision, s.test_on, s.resit_on, s.place, s.scopes from step_up_seasons s
     where s.region_id = $1 and ($2::text is null or s.college_id = $2) and ($3::integer is null or s.year = $3) and ($4::text[] is null or s.scopes && $4) order by s.year desc, s.college_id, s.revision desc`,
    [tx.actor.region_id, college_id, year, labelsToRead(tx, 'tests')]);
}

export async function loadSeason(tx: Transaction, college_id: string, year: number): Promise<Season | null> {
  return (await loadSeasons(tx, college_id, year))[0] ?? null;
}

export const mayHoldTests = (tx: Transaction, college_id: string): boolean => mayTouch(tx.actor.reach, 'tests', 'write', [`org:${college_id}`]);

/** Arranges a season, or arranges it anew while nothing of it is published: test and resit in its year, the resit before the autumn. */
export async function arrangeSeason(tx: Transaction, { college_id, year, test_on, resit_on, place }: SeasonDraft): Promise<{ readonly outcome: 'done' } | NotSet> {
  const stamp = await lockRegion(tx);
  if (stamp === null || !mayHoldTests(tx, college_id)) return { outcome: 'not_your_step' };
  if (yearOf(test_on) !== year || resit_on <= test_on || resit_on >= date(`${year}-09-01`)) return { outcome: 'days_wrong' };
  const schools = await tx.whole((whole) => schoolsOfCollege(whole, college_id));
  if (schools.length === 0) return { outcome: 'unknown_college' };
  const [published] = await tx.arrays('select 1 from step_up_publications where region_id = $1 and college_id = $2 and year = $3', [tx.actor.region_id, college_id, year]);
  if (published !== undefined) return { outcome: 'published_already' };
  const revision = ((await loadSeason(tx, college_id, year))?.revision ?? 0) + 1;
  await tx.change(
    `insert into step_up_seasons (region_id, college_id, year, revision, test_on, resit_on, place, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.actor.region_id, college_id, year, revision, test_on, resit_on, place, [...new Set([college_id, ...schools])].map((id) => `org:${id}`), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'step_up.arrange', object: seasonObject({ college_id, year }), detail: { revision, test_on, resit_on } });
  return { outcome: 'done' };
}

/** What the audit calls it. */
export const seasonObject = ({ college_id, year }: Pick<Season, 'college_id' | 'year'>): string => `step_up_seasons/${college_id}/${year}`;
