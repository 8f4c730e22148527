import type { Instant } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** When a change of the registers is recorded: later than every change of its region before it. */
export interface Stamp {
  readonly region_code: string;
  readonly at: Instant;
}

/** What finding out who asks tells of their region besides. */
export interface RegionNow {
  readonly sample: boolean;
  /** Another text whenever something was recorded in the region. */
  readonly state: string;
}

/** Selects it as one column. */
export const REGION_NOW = `(select jsonb_build_object('sample', rg.sample, 'state', rg.last_recorded_at) from regions rg where rg.region_id = $1) as region`;

/**
 * Locks the region, so that its changes are made one after another, and takes the time of this one. Null
 * when the actor's region is not there. Nothing waits here but other changes of the same region.
 */
export function lockRegion(tx: Transaction): Promise<Stamp | null> {
  return stamped(tx, `last_recorded_at = ${NEXT}`);
}

/** The same for a change of what verdicts rest on, records or values of law: what was kept of them is worked out anew. */
export function lockFacts(tx: Transaction): Promise<Stamp | null> {
  return stamped(tx, `last_recorded_at = ${NEXT}, facts_at = ${NEXT}`);
}

const NEXT = `greatest(clock_timestamp(), last_recorded_at + interval '1 microsecond')`;

async function stamped(tx: Transaction, change: string): Promise<Stamp | null> {
  const [row] = await tx.query<{ code: string; at: Instant }>(
    `update regions set ${change} where region_id = $1 returning code, last_recorded_at as at`, [tx.actor.region_id]);
  return row === undefined ? null : { region_code: row.code, at: row.at };
}

type Counter = 'next_record_id' | 'next_import_id' | 'next_number';

/** Takes that many numbers of the region; answers the first. They go back when the transaction is undone. */
export async function takeNumbers(tx: Transaction, counter: Counter, many: number): Promise<number> {
  const rows = await tx.query<{ next: bigint }>(
    `update regions set ${counter} = ${counter} + $2 where region_id = $1 returning ${counter} as next`, [tx.actor.region_id, many]);
  return Number(rows[0]?.next) - many;
}
