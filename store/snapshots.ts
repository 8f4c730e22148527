import { createHash } from 'node:crypto';
import { judgingOn } from '../core/check/judging.ts';
import type { Judging } from '../core/check/judging.ts';
import type { Pack } from '../core/policy/pack.ts';
import { parsePlainDate, yearOf } from '../core/values/plain-date.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Outcome } from '../core/verdict/verdict.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Database } from './database.ts';
import type { Instant } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import { loadDataset } from './region-rows.ts';
import { judgedSheets, snapshotContent } from './snapshot-content.ts';
import type { SnapshotContent } from './snapshot-content.ts';
import type { Actor, Transaction } from './transaction.ts';

/** A snapshot without its content. */
export interface SnapshotHead {
  readonly snapshot_id: number;
  readonly on: PlainDate;
  readonly name: string;
  readonly pack: string;
  readonly summary: Readonly<Record<Outcome, number>>;
  /** Of the content's canonical JSON. */
  readonly sha256: string;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

export interface Snapshot extends SnapshotHead {
  readonly content: SnapshotContent;
  /** False when the stored text no longer has the hash that was written with it. */
  readonly intact: boolean;
}

const HEAD = 'snapshot_id, on_date as "on", name, pack, summary, sha256, recorded_at, recorded_by';
const PARAMETER = 'snapshot.condition';

/** The latest day, `today` included, on which conditions are counted (M4-a); null while no rule says which. */
export function conditionDate(pack: Pack, today: PlainDate): PlainDate | null {
  const value = judgingOn(pack, today).parameters.get(PARAMETER)?.value;
  const dayIn = (year: number): PlainDate | null => parsePlainDate(`${year}-${String(value)}`);
  const thisYear = dayIn(yearOf(today));
  return thisYear !== null && thisYear <= today ? thisYear : dayIn(yearOf(today) - 1);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Freezes what is known now about the judging's day: facts, values of law, readings and verdicts. The region is
 * locked meanwhile, so that nothing of a half-made change is in it. Null when the region is not there.
 */
export function takeSnapshot(
  db: Database, asked: { readonly actor: Actor; readonly judging: Judging; readonly name?: string },
): Promise<SnapshotHead | null> {
  return db.as(asked.actor).write((tx) => takeSnapshotIn(tx, asked.judging, asked.name));
}

/** The same within a transaction that does more. */
export async function takeSnapshotIn(tx: Transaction, judging: Judging, name = ''): Promise<SnapshotHead | null> {
  const { actor } = tx;
  const stamp = await lockRegion(tx);
  if (stamp === null) return null;
  const content = snapshotContent(await tx.whole((whole) => loadDataset(whole, {}, judgedSheets)), judging);
  const text = canonicalJson(content);
  const head: SnapshotHead = {
    snapshot_id: await takeNumbers(tx, 'next_number', 1), on: judging.on, name, pack: content.pack, summary: content.summary,
    sha256: hashOf(text), recorded_at: stamp.at, recorded_by: actor.account,
  };
  await tx.change(
    `insert into snapshots (region_id, snapshot_id, on_date, name, pack, summary, sha256, content, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [actor.region_id, head.snapshot_id, head.on, name, head.pack, JSON.stringify(head.summary), head.sha256, text, stamp.at, actor.account]);
  const object = `snapshots/${head.snapshot_id}`;
  await tx.audit({ action: 'snapshot.take', object, detail: { on: head.on, contents: { [object]: head.sha256 } } });
  return head;
}

/** All snapshots, latest day first; of one day the latest taken first. */
export async function listSnapshots(tx: Transaction): Promise<SnapshotHead[]> {
  const rows = await tx.query<SnapshotHead>(
    `select ${HEAD} from snapshots where region_id = $1 order by on_date desc, snapshot_id desc`, [tx.actor.region_id]);
  return rows.map((row) => ({ ...row, snapshot_id: Number(row.snapshot_id) }));
}

/** What was frozen, as it was; null when there is no such snapshot. */
export async function readSnapshot(tx: Transaction, snapshot_id: number): Promise<Snapshot | null> {
  const [row] = await tx.query<SnapshotHead & { content: string }>(
    `select ${HEAD}, content from snapshots where region_id = $1 and snapshot_id = $2`, [tx.actor.region_id, snapshot_id]);
  if (row === undefined) return null;
  const content = JSON.parse(row.content) as SnapshotContent;
  return { ...row, snapshot_id: Number(row.snapshot_id), content, intact: hashOf(row.content) === row.sha256 };
}
