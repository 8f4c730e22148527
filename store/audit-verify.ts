import { setTimeout as sleep } from 'node:timers/promises';
import { readHead } from './audit-chain.ts';
import type { ChainHead } from './audit-chain.ts';
import { openContentProof } from './audit-contents.ts';
import { openFindings } from './audit-finding.ts';
import type { Finding, Findings } from './audit-finding.ts';
import type { ChainAlgorithm } from './audit-hash.ts';
import { openRegisterProof } from './audit-proof.ts';
import type { RegisterDigests } from './audit-proof.ts';
import { walkChain, walkWaiting } from './audit-walk.ts';
import type { ProvenEntry } from './audit-walk.ts';
import { openCheckpoints } from './checkpoint-cursor.ts';
import type { CheckpointCursor } from './checkpoint-cursor.ts';
import { checkpointFile, regionsWithCheckpoints } from './checkpoint-file.ts';
import type { CheckpointKey } from './checkpoint-key.ts';
import type { Checkpoint } from './checkpoint-line.ts';
import { regionsWithChains } from './audit-sealing.ts';
import type { Database } from './database.ts';
import { verifyLedger, type LedgerProof } from './ledger/verify.ts';
import { programActor } from './program-actor.ts';
import { readRegion, SAMPLE_REMOVED } from './regions.ts';

/** What a region's audit came to when everything was recomputed. */
export interface RegionReport {
  readonly region_id: number;
  /** Code and name; null for a sample that was removed. */
  readonly code: string | null;
  readonly name: string | null;
  readonly holds: boolean;
  readonly algorithm: ChainAlgorithm | null;
  /** Links of the chain, and its last hash in hex. */
  readonly links: number;
  readonly chain: string | null;
  /** Entries that wait for the chain. */
  readonly waiting: number;
  /** Pieces of checkpoint lines left by writes that never finished. */
  readonly torn: number;
  readonly registers: RegisterDigests;
  readonly contents: number;
  /** What of the books was recomputed. */
  readonly books: LedgerProof;
  /** How many things are wrong; the first of them in the order of the chain, and at most 1 000 of them. */
  readonly found: number;
  readonly first: Finding | null;
  readonly findings: readonly Finding[];
}

/** What verification reads besides the database. */
export interface Outside {
  readonly directory: string;
  /** Null where there is no key: then every checkpoint is a finding. */
  readonly key: CheckpointKey | null;
}

/** The regions to verify: those with a chain, and those of which only checkpoints are left. */
export async function regionsToVerify(db: Database, directory: string): Promise<number[]> {
  return [...new Set([...await regionsWithChains(db), ...await regionsWithCheckpoints(directory)])].sort((a, b) => a - b);
}

/**
 * Recomputes everything of a region from one state of the data: every entry's hash, every link, every checkpoint
 * with its signature, the records that entries prove, when they were answered, snapshots and official texts, and the books.
 * Works beside a running server.
 */
export async function verifyRegion(db: Database, region_id: number, { directory, key }: Outside): Promise<RegionReport> {
  const findings = openFindings();
  const checkpoints = openCheckpoints(checkpointFile(directory, region_id), region_id, key, findings);
  try {
    const state = await recompute(db, region_id, checkpoints, findings);
    if (key === null && state.links > 0) findings.add('no_key', { seq: null });
    const books = state.code === null ? { entries: 0, settlements: 0 } : await verifyLedger(db, region_id, findings);
    await compareRest(db, region_id, { checkpoints, findings, algorithm: state.algorithm, last: state.links });
    const list = findings.list();
    return { region_id, ...state, books, torn: checkpoints.torn(), holds: findings.count() === 0, found: findings.count(), first: list[0] ?? null, findings: list };
  } finally {
    await checkpoints.close();
  }
}

type Recomputed = Pick<RegionReport, 'code' | 'name' | 'algorithm' | 'links' | 'chain' | 'waiting' | 'registers' | 'contents'>;

/** What the database holds, walked along from one state of it. */
function recompute(db: Database, region_id: number, checkpoints: CheckpointCursor, findings: Findings): Promise<Recomputed> {
  return db.as(programActor(region_id)).read((tx) => tx.whole(async (whole) => {
    const [region, head] = [await readRegion(whole), await readHead(whole)];
    const about = { code: region?.code ?? null, name: region?.name ?? null };
    if (head === null) return { ...about, algorithm: null, links: 0, chain: null, waiting: 0, registers: {}, contents: 0 };
    const [registers, contents] = [openRegisterProof(), openContentProof()];
    const removal = { sample: false, seen: false };
    const heard = (proven: ProvenEntry): void => {
      registers.hear(proven);
      contents.hear(proven);
      const { action, detail } = proven.entry;
      if (BEGINNINGS.has(action)) removal.sample = detail['sample'] === true;
      if (action === SAMPLE_REMOVED) removal.seen = removal.sample;
    };
    const links = await walkChain(whole, head, { checkpoints, findings, heard });
    const waiting = await walkWaiting(whole, head, { findings, heard });
    const walked = { ...about, algorithm: head.algorithm, links, chain: head.chain_hash.toString('hex'), waiting };
    // Of a sample that was removed the acts stay, and nothing else.
    if (region === null && removal.seen) return { ...walked, registers: {}, contents: 0 };
    if (region === null) findings.add('region_missing', { seq: null });
    return { ...walked, registers: await registers.compare(whole, findings), contents: await contents.compare(whole, findings) };
  }));
}

/** The acts with which a chain begins; they say whether the region is a sample. */
const BEGINNINGS: ReadonlySet<string> = new Set(['region.create', 'audit.begin']);

const ATTEMPTS = 12;
const PAUSE_MS = 250;

/**
 * Checkpoints beyond the chain as it was read: sealed meanwhile, about to be, or left from a crash with all of
 * their entries waiting; anything else is a chain that lost its end.
 */
async function compareRest(
  db: Database, region_id: number, { checkpoints, findings, algorithm, last }:
  { readonly checkpoints: CheckpointCursor; readonly findings: Findings; readonly algorithm: ChainAlgorithm | null; readonly last: number },
): Promise<void> {
  for await (const line of checkpoints.rest()) {
    if (algorithm !== null && await isBeingSealed(db, region_id, line)) continue;
    const seq = Math.max(line.from, last + 1);
    findings.add(algorithm === null ? 'region_missing' : 'chain_short', { seq, ...line.entries[seq - line.from] });
    return;
  }
}

interface LineInDatabase {
  /** The chain's hash at the line's end. */
  readonly chain: string | null;
  /** How many of its entries there are, and how many of them wait. */
  readonly present: number;
  readonly waiting: number;
}

async function isBeingSealed(db: Database, region_id: number, line: Checkpoint): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const [found, head] = await db.as(programActor(region_id)).read((tx) => tx.whole(async (whole): Promise<[LineInDatabase | undefined, ChainHead | null]> => [
      (await whole.query<LineInDatabase>(
        `select (select encode(chain_hash, 'hex') from audit_chain where region_id = $1 and seq = $2) as chain, count(*)::integer as present,
           count(*) filter (where exists (select 1 from audit_unsealed u where u.region_id = $1 and u.entry_id = e.entry_id))::integer as waiting
         from audit_entries e join unnest($3::uuid[], $4::text[]) as l(entry_id, hash) on l.entry_id = e.entry_id and l.hash = encode(e.hash, 'hex')
         where e.region_id = $1`,
        [region_id, line.to, line.entries.map(({ entry_id }) => entry_id), line.entries.map(({ hash }) => hash)]))[0],
      await readHead(whole),
    ]));
    if (found === undefined || head === null || found.present < line.entries.length) return false;
    if (found.chain === line.chain) return true;
    const next = head.seq === line.from - 1 && head.chain_hash.toString('hex') === line.previous;
    if (next && found.waiting === line.entries.length) return true;
    if (attempt === ATTEMPTS || head.seq >= line.to) return false;
    await sleep(PAUSE_MS);
  }
}
