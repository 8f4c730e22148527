import type { Bilingual } from '../core/values/bilingual.ts';
import type { Transaction } from './transaction.ts';

/** What only keeps the house going, how long it is kept, and from when that counts. */
interface Kept {
  readonly table: 'idempotency_keys' | 'sessions' | 'activations';
  readonly what: Bilingual;
  readonly days: number;
  /** The moment from which the days count, in SQL; null while they do not count yet. */
  readonly since: string;
}

/**
 * Everything that is ever let go. Registers, imports, snapshots, grants, accounts, appointments and the audit are
 * official: they are never deleted and are not here. Uploads that wait for their second step are in memory only, for an hour.
 */
export const RETENTION: readonly Kept[] = [
  { table: 'idempotency_keys', what: { zh: '为重复请求保存的答复', en: 'Replies kept for requests that come twice' }, days: 30, since: 'recorded_at' },
  { table: 'sessions', what: { zh: '已结束的会话', en: 'Sessions that are over' }, days: 180, since: 'least(ended_at, expires_at)' },
  { table: 'activations', what: { zh: '已用、作废或过期的激活单', en: 'Slips used, replaced or run out' }, days: 90, since: 'least(used_at, ended_at, expires_at)' },
];

export type LetGo = Readonly<Record<Kept['table'], number>>;

/** Lets go what has been kept long enough, in the program's own name; the counts are written down when there is anything. */
export async function letGo(tx: Transaction): Promise<LetGo> {
  const counts: Record<Kept['table'], number> = { idempotency_keys: 0, sessions: 0, activations: 0 };
  await tx.whole(async (whole) => {
    for (const { table, days, since } of RETENTION) {
      counts[table] = await whole.change(
        `delete from ${table} where region_id = $1 and ${since} < clock_timestamp() - make_interval(days => $2::integer)`, [tx.actor.region_id, days]);
    }
  });
  if (Object.values(counts).some((many) => many > 0)) await tx.audit({ action: 'retention.run', object: 'housekeeping', detail: counts });
  return counts;
}
