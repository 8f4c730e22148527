import { addLinks, linksAfter, lockHead } from './audit-chain.ts';
import type { ChainHead, Link } from './audit-chain.ts';
import { appendLine, checkpointFile, lastCheckpoint } from './checkpoint-file.ts';
import type { CheckpointSigner } from './checkpoint-key.ts';
import { isGenuine, signedLine } from './checkpoint-line.ts';
import type { Checkpoint } from './checkpoint-line.ts';
import type { Database } from './database.ts';
import type { Instant } from './known-time.ts';
import { NOWHERE, programActor } from './program-actor.ts';
import type { Transaction } from './transaction.ts';

/** Where checkpoints go and who signs them. */
export interface Checkpoints {
  readonly directory: string;
  readonly signer: CheckpointSigner;
  /** Whether to leave what waits to another program where these checkpoints do not reach up to the chain's end. */
  readonly onlyWhereCurrent?: boolean;
}

/** Why nothing is sealed although entries wait. */
export type Stuck =
  /** The checkpoints say that the chain went on further, or otherwise, than the database does. */
  | 'chain_differs_from_checkpoints'
  /** The last line was not signed by our key. */
  | 'checkpoint_not_ours';

export type Sealed =
  /** `uncovered`: links that the checkpoints do not speak of, because lines were lost. */
  | { readonly outcome: 'sealed'; readonly many: number; readonly left: boolean; readonly uncovered: number }
  | { readonly outcome: 'stuck'; readonly why: Stuck };

/** The file of a region's checkpoints could not be read or written: nothing was sealed. */
export class CheckpointNotWritten extends Error {
  readonly code: string;
  constructor(cause: unknown) {
    super('a checkpoint could not be written', { cause });
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  }
}

function atFile<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => { throw new CheckpointNotWritten(error); });
}

const BATCH = 500;
const NOTHING: Sealed = { outcome: 'sealed', many: 0, left: false, uncovered: 0 };

interface Waiting {
  readonly entry_id: string;
  readonly at: Instant;
  readonly action: string;
  readonly object: string;
  readonly hash: Buffer;
}

/**
 * Puts the entries that wait behind the region's chain, one batch of them, in the order of their times. The
 * checkpoint is written and on disk before the database has the links: what is in the chain is always in a
 * checkpoint, and a line whose links were lost in a crash is taken up again as it stands.
 * @throws CheckpointNotWritten when the checkpoint cannot be written: then nothing is sealed.
 */
export async function sealBatch(db: Database, region_id: number, checkpoints: Checkpoints): Promise<Sealed> {
  const as = db.as(programActor(region_id));
  const [waiting] = await as.read((tx) => tx.whole((whole) => whole.arrays('select 1 from audit_unsealed where region_id = $1 limit 1', [region_id])));
  if (waiting === undefined) return NOTHING;
  return as.write((tx) => tx.whole(async (whole) => {
    whole.unaudited('sealing is what becomes of entries');
    return sealIn(whole, checkpoints);
  }));
}

async function sealIn(tx: Transaction, { directory, signer, onlyWhereCurrent = false }: Checkpoints): Promise<Sealed> {
  const head = await lockHead(tx);
  if (head === null) return NOTHING;
  const file = checkpointFile(directory, tx.actor.region_id);
  const last = await atFile(lastCheckpoint(file));
  if (last !== null && !isGenuine(last, signer.key)) return { outcome: 'stuck', why: 'checkpoint_not_ours' };
  const hash = head.chain_hash.toString('hex');
  if (last !== null && last.from === head.seq + 1 && last.previous === hash) return takeUp(tx, head, last);
  if (last !== null && (last.to > head.seq || (last.to === head.seq && last.chain !== hash))) {
    return { outcome: 'stuck', why: 'chain_differs_from_checkpoints' };
  }
  const uncovered = head.seq - (last?.to ?? 0);
  if (uncovered > 0 && onlyWhereCurrent) return NOTHING;
  const entries = await tx.query<Waiting>(
    `select e.entry_id, e.at, e.action, e.object, e.hash from audit_unsealed u
     join audit_entries e on e.region_id = u.region_id and e.entry_id = u.entry_id
     where u.region_id = $1 order by u.at, u.entry_id limit ${BATCH}`, [tx.actor.region_id]);
  if (entries.length === 0) return NOTHING;
  const [now] = await tx.query<{ at: Instant }>('select clock_timestamp() as at');
  const sealed_at = now?.at as Instant;
  const links = linksAfter(head, entries);
  await atFile(appendLine(file, signedLine({
    region_id: tx.actor.region_id, algorithm: head.algorithm, from: head.seq + 1, to: head.seq + links.length,
    previous: hash, chain: (links.at(-1) as Link).chain_hash.toString('hex'), sealed_at,
    entries: entries.map(({ entry_id, at, action, object, hash: own }) => ({ entry_id, at, action, object, hash: own.toString('hex') })),
  }, signer)));
  await addLinks(tx, links, sealed_at);
  return { outcome: 'sealed', many: links.length, left: entries.length === BATCH, uncovered };
}

/** Adds the links of a line that was written before the program ended without them. */
async function takeUp(tx: Transaction, head: ChainHead, line: Checkpoint): Promise<Sealed> {
  const waiting = await tx.query<{ entry_id: string; hash: Buffer }>(
    `select e.entry_id, e.hash from audit_unsealed u join audit_entries e on e.region_id = u.region_id and e.entry_id = u.entry_id
     where u.region_id = $1 and u.entry_id = any($2::uuid[])`, [tx.actor.region_id, line.entries.map(({ entry_id }) => entry_id)]);
  const hashes = new Map(waiting.map(({ entry_id, hash }) => [entry_id, hash]));
  const entries = line.entries.flatMap(({ entry_id, hash }) => {
    const own = hashes.get(entry_id);
    return own?.toString('hex') === hash ? [{ entry_id, hash: own }] : [];
  });
  const links = linksAfter(head, entries);
  if (links.length !== line.entries.length || links.at(-1)?.chain_hash.toString('hex') !== line.chain) {
    return { outcome: 'stuck', why: 'chain_differs_from_checkpoints' };
  }
  await addLinks(tx, links, line.sealed_at);
  return { outcome: 'sealed', many: links.length, left: true, uncovered: 0 };
}

/** Seals everything that waits in every region, as far as nothing stands in the way. @throws CheckpointNotWritten */
export async function sealEverything(db: Database, checkpoints: Checkpoints): Promise<void> {
  for (const region_id of await regionsWithChains(db)) {
    for (let more = true; more;) {
      const sealed = await sealBatch(db, region_id, checkpoints);
      more = sealed.outcome === 'sealed' && sealed.left;
    }
  }
}

/** How many entries wait in the actor's region, and since when the oldest does. */
export async function waitingEntries(tx: Transaction): Promise<{ readonly many: number; readonly oldest_seconds: number | null }> {
  const [row] = await tx.query<{ many: number; seconds: number | null }>(
    `select count(*)::integer as many, extract(epoch from clock_timestamp() - min(at))::double precision as seconds
     from audit_unsealed where region_id = $1`, [tx.actor.region_id]);
  return { many: row?.many ?? 0, oldest_seconds: row?.seconds ?? null };
}

/** The numbers of all regions that ever had a chain, those removed included. */
export function regionsWithChains(db: Database): Promise<number[]> {
  return db.as(programActor(NOWHERE)).read((tx) => tx.whole(async (whole) => {
    const rows = await whole.query<{ region_id: number }>('select region_id from audit_heads order by region_id');
    return rows.map(({ region_id }) => region_id);
  }));
}
