import { campus, PLACES } from '../../core/funding/made-year.ts';
import type { TypedSheets } from '../../core/check/made-dataset.ts';
import type { EventName, Holders } from '../../core/funding/events.ts';
import { date } from '../../core/values/plain-date.ts';
import type { MadeRegion } from '../made-store.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { post, type Posting, type PostingOutcome } from './post.ts';

/** A region with a college H, a school S and its campus C, for tests. */
export const LEDGER_REGION: TypedSheets = { ...PLACES, campuses: [campus('C'), campus('C2')] };

/** The region with these sheets in it. */
export async function imported(region: MadeRegion, sheets: TypedSheets = LEDGER_REGION): Promise<MadeRegion> {
  const { outcome } = await region.import(sheets);
  if (outcome !== 'done') throw new Error(`import: ${outcome}`);
  return region;
}

export const HOLDERS: Holders = { college: 'H', campus: 'C', school: 'S' };

/** Numbers of records that nobody else has. */
let next = 1_000_000n;

export function posting(event: EventName, amount_yuan: string, given: Partial<Posting> = {}): Posting {
  next += 1n;
  return { source: next, event, holders: HOLDERS, amount_yuan, year: 2025, valid_on: date('2025-09-10'), ...given };
}

export const NOW = '2025-11-01T00:00:00Z' as Instant;

/** Posts as an act does, with its audit entry. */
export async function posted(region: MadeRegion, ...postings: Posting[]): Promise<string> {
  const reply = await region.as.write((tx) => postWithin(tx, ...postings));
  return reply.outcome === 'posted' ? 'posted' : `${reply.refusal} #${reply.at}${reply.account === null ? '' : ` ${reply.account}`}`;
}

export async function postWithin(tx: Transaction, ...postings: Posting[]): Promise<PostingOutcome> {
  const reply = await post(tx, postings, NOW);
  if (reply.outcome === 'posted') await tx.audit({ action: 'record.add', object: 'receipts/1' });
  return reply;
}
