import type { Pack } from '../core/policy/pack.ts';
import type { Transaction } from '../store/transaction.ts';
import { judgeRegion, type AskedDay, type JudgedRegion } from './region-verdicts.ts';

/** Answers about whole regions, kept while nothing in the region changes. */
export interface Kept<T> {
  readonly get: (tx: Transaction, pack: Pack, day: AskedDay, work: () => Promise<T>) => Promise<T>;
}

const MOST_KEPT = 8;

/**
 * The same question about the same state of a region is worked out once: every change of its registers has a
 * time of its own. Not for transactions that change something themselves.
 */
export function keptAnswers<T>(): Kept<T> {
  const kept = new Map<string, T>();
  return {
    get: async (tx, pack, { on, known_on }, work) => {
      const [row] = await tx.query<{ at: string }>('select last_recorded_at::text as at from regions where region_id = $1', [tx.actor.region_id]);
      const key = [tx.actor.region_id, pack.header.id, on, known_on ?? '', row?.at ?? ''].join(' ');
      const before = kept.get(key);
      if (before !== undefined) return before;
      const answer = await work();
      kept.set(key, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
      }
      return answer;
    },
  };
}

const regions = keptAnswers<JudgedRegion>();

/** `judgeRegion`, worked out once for each state of the region. */
export function judgedRegion(tx: Transaction, pack: Pack, day: AskedDay): Promise<JudgedRegion> {
  return regions.get(tx, pack, day, () => judgeRegion(tx, pack, day));
}
