import type { Pack } from '../core/policy/pack.ts';
import type { Transaction } from '../store/transaction.ts';
import { campusInReach, schoolInReach } from './in-reach.ts';
import { judgeCampus, judgeRegion, judgeSchool, knownOf, type AskedDay, type JudgedCampus, type JudgedRegion } from './region-verdicts.ts';

/** Answers about a region, kept while nothing in the region changes. */
export interface Kept<T> {
  /** `of` says all that the answer depends on besides the state of the region. */
  readonly get: (tx: Transaction, of: readonly string[], work: () => Promise<T>) => Promise<T>;
}

const MOST_KEPT = 8;
const MOST_PARTS_KEPT = 200;

/**
 * The same question about the same state of a region is worked out once: every change of its records and values of
 * law has a time of its own. Not for transactions that change something themselves.
 */
export function keptAnswers<T>(most: number = MOST_KEPT): Kept<T> {
  const kept = new Map<string, T>();
  return {
    get: async (tx, of, work) => {
      const [row] = await tx.query<{ at: string }>('select facts_at::text as at from regions where region_id = $1', [tx.actor.region_id]);
      const key = JSON.stringify([tx.actor.region_id, row?.at, ...of]);
      const before = kept.get(key);
      if (before !== undefined) return before;
      const answer = await work();
      kept.set(key, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return answer;
    },
  };
}

/** A day by a pack, and a campus or school where it is not about the whole region. */
export function about(pack: Pack, { on, known_on }: AskedDay, of = ''): string[] {
  return [pack.header.id, on, known_on ?? '', of];
}

const regions = keptAnswers<JudgedRegion>();

/** `judgeRegion`, worked out once for each state of the region. */
export function judgedRegion(tx: Transaction, pack: Pack, day: AskedDay): Promise<JudgedRegion> {
  return regions.get(tx, about(pack, day), () => judgeRegion(tx, pack, day));
}

const campuses = keptAnswers<JudgedCampus | null>(MOST_PARTS_KEPT);
const schools = keptAnswers<Awaited<ReturnType<typeof judgeSchool>>>(MOST_PARTS_KEPT);

/** `judgeCampus`, worked out once for each state of the region; whether it is the asker's to see is asked each time. */
export async function judgedCampus(tx: Transaction, pack: Pack, campus_id: string, day: AskedDay): Promise<JudgedCampus | null> {
  if (!await campusInReach(tx, campus_id, knownOf(day))) return null;
  return campuses.get(tx, about(pack, day, campus_id), () => judgeCampus(tx, pack, campus_id, day));
}

/** `judgeSchool` in the same way. */
export async function judgedSchool(tx: Transaction, pack: Pack, school_id: string, day: AskedDay): ReturnType<typeof judgeSchool> {
  if (!await schoolInReach(tx, school_id, knownOf(day))) return null;
  return schools.get(tx, about(pack, day, school_id), () => judgeSchool(tx, pack, school_id, day));
}
