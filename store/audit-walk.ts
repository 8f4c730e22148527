import type { ChainHead } from './audit-chain.ts';
import { ENTRY_COLUMNS } from './audit-entry.ts';
import type { Findings } from './audit-finding.ts';
import { chainHash, chainStart, entryHash } from './audit-hash.ts';
import type { AuditDetail, AuditEntry } from './audit-hash.ts';
import type { CheckpointCursor } from './checkpoint-cursor.ts';
import type { CheckpointEntry } from './checkpoint-line.ts';
import type { Instant } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** An entry that the chain holds, or that still waits for it. */
export interface ProvenEntry {
  /** Null while it waits. */
  readonly seq: number | null;
  readonly entry: AuditEntry;
}

interface LinkedRow {
  readonly seq: bigint;
  readonly link_entry_id: string;
  readonly entry_hash: Buffer;
  readonly chain_hash: Buffer;
  readonly entry_id: string | null;
  readonly region_id: number;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly kind: string;
  readonly object: string;
  readonly detail: AuditDetail;
  readonly hash: Buffer;
}

const BATCH = 2000;
const JOINED = ENTRY_COLUMNS.split(', ').map((name) => `e.${name}`).join(', ');

async function* linksOf(tx: Transaction): AsyncGenerator<LinkedRow> {
  for (let after = 0n; ;) {
    const rows = await tx.query<LinkedRow>(
      `select c.seq, c.entry_id as link_entry_id, c.entry_hash, c.chain_hash, ${JOINED}, e.hash
       from audit_chain c left join audit_entries e on e.region_id = c.region_id and e.entry_id = c.entry_id
       where c.region_id = $1 and c.seq > $2 order by c.seq limit ${BATCH}`, [tx.actor.region_id, after]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.seq;
  }
}

/**
 * Walks along a region's chain from its start: recomputes every entry's hash and every link, and holds both against
 * the checkpoints. `heard` hears every entry that is there. Answers the number of the last link, or 0.
 */
export async function walkChain(
  tx: Transaction, head: ChainHead, { checkpoints, findings, heard }:
  { readonly checkpoints: CheckpointCursor; readonly findings: Findings; readonly heard: (proven: ProvenEntry) => void },
): Promise<number> {
  const { algorithm } = head;
  let last = 0;
  let previous: Buffer | null = chainStart(algorithm, tx.actor.region_id);
  let covered = true;
  for await (const row of linksOf(tx)) {
    const seq = Number(row.seq);
    if (seq !== last + 1) {
      findings.add('link_missing', { seq: last + 1, ...await entryInCheckpoint(checkpoints, last + 1) });
      previous = null;
    }
    const line = await checkpoints.covering(seq);
    const said = line?.entries[seq - line.from];
    const entry = row.entry_id === null ? null : entryOf(row);
    const wrong = wrongWith(row, entry === null ? null : entryHash(algorithm, entry), previous === null ? null : chainHash(algorithm, previous, row.entry_hash, seq));
    if (wrong !== null) findings.add(wrong, { seq, ...(entry ?? said), entry_id: row.link_entry_id });
    else if (said !== undefined && (said.entry_id !== row.link_entry_id || said.hash !== row.entry_hash.toString('hex'))) findings.add('checkpoint_differs', { seq, ...said });
    else if (line?.to === seq && line.chain !== row.chain_hash.toString('hex')) findings.add('checkpoint_differs', { seq, ...said });
    if (line === null && covered) findings.add('checkpoint_missing', { seq, ...entry });
    covered = line !== null;
    if (entry !== null) heard({ seq, entry });
    previous = row.chain_hash;
    last = seq;
  }
  if (head.seq > last) findings.add('link_missing', { seq: last + 1, ...await entryInCheckpoint(checkpoints, last + 1) });
  else if (head.seq < last || (previous !== null && !head.chain_hash.equals(previous))) findings.add('head_differs', { seq: last });
  return last;
}

function entryOf({ region_id, entry_id, at, actor, action, kind, object, detail }: LinkedRow): AuditEntry {
  return { region_id, entry_id: entry_id as string, at, actor, action, kind, object, detail };
}

/** What is wrong with a link by itself: its entry is gone, or says something else, or it does not follow from the one before. */
function wrongWith(row: LinkedRow, own: Buffer | null, expected: Buffer | null): 'entry_missing' | 'entry_changed' | 'link_changed' | null {
  if (own === null) return 'entry_missing';
  if (!own.equals(row.hash) || !row.hash.equals(row.entry_hash)) return 'entry_changed';
  return expected === null || expected.equals(row.chain_hash) ? null : 'link_changed';
}

async function entryInCheckpoint(checkpoints: CheckpointCursor, seq: number): Promise<CheckpointEntry | undefined> {
  const line = await checkpoints.covering(seq);
  return line?.entries[seq - line.from];
}

interface WaitingRow extends AuditEntry {
  readonly hash: Buffer;
  /** How long ago it was written, by the database's clock. */
  readonly seconds: number;
  readonly queued: boolean;
}

/** Sealing takes at most two seconds; what waits longer than this is not on its way. */
const PATIENCE_SECONDS = 10;

/** Entries that no link names: those on their way, and those that are not. Answers how many are. */
export async function walkWaiting(
  tx: Transaction, head: ChainHead, { findings, heard }: { readonly findings: Findings; readonly heard: (proven: ProvenEntry) => void },
): Promise<number> {
  const rows = await tx.query<WaitingRow>(
    `select ${JOINED}, e.hash, extract(epoch from clock_timestamp() - e.at)::double precision as seconds,
       exists (select 1 from audit_unsealed u where u.region_id = e.region_id and u.entry_id = e.entry_id and u.at = e.at) as queued
     from audit_entries e where e.region_id = $1
       and not exists (select 1 from audit_chain c where c.region_id = e.region_id and c.entry_id = e.entry_id) order by e.at, e.entry_id`,
    [tx.actor.region_id]);
  for (const { hash, seconds, queued, ...entry } of rows) {
    const named = { seq: null, ...entry };
    if (!entryHash(head.algorithm, entry).equals(hash)) findings.add('entry_changed', named);
    else if (!queued) findings.add('entry_outside', named);
    else if (Math.abs(seconds) > PATIENCE_SECONDS) findings.add('entry_waits', named);
    heard({ seq: null, entry });
  }
  const gone = await tx.query<{ entry_id: string; at: Instant }>(
    `select u.entry_id, u.at from audit_unsealed u where u.region_id = $1
       and not exists (select 1 from audit_entries e where e.region_id = u.region_id and e.entry_id = u.entry_id) order by u.at limit 100`, [tx.actor.region_id]);
  for (const named of gone) findings.add('entry_missing', { seq: null, ...named });
  return rows.length;
}
