import type { CircularRefusal } from '../../core/office/circular.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import type { Instant } from '../known-time.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

export interface NewCircular {
  readonly title: string;
  readonly body: string;
  /** Ids of organisations. */
  readonly addressed: readonly string[];
  readonly read_by: PlainDate;
}

export type CircularOutcome = { readonly outcome: 'done'; readonly id: string } | { readonly outcome: 'circular_refused'; readonly why: CircularRefusal };
const no = (why: CircularRefusal): CircularOutcome => ({ outcome: 'circular_refused', why });

/** S1-e: tells bodies of the pilot something; whoever may not has it refused by the database. */
export async function issueCircular(tx: Transaction, { title, body, addressed, read_by }: NewCircular, today: PlainDate): Promise<CircularOutcome> {
  const stamp = await lockRegion(tx);
  const bodies = [...new Set(addressed)].sort();
  if (bodies.length === 0) return no('nobody');
  if (read_by < today) return no('day_over');
  const known = await tx.whole((whole) => loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', bodies));
  if (stamp === null || known.length < bodies.length) return no('unknown_body');
  const circular_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into circulars (region_id, circular_id, title, body, addressed, issued_on, read_by, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.actor.region_id, circular_id, title, body, bodies, today, read_by, await tx.whole((whole) => scopesOfBodies(whole, bodies)), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'circular.issue', object: `circulars/${circular_id}`, detail: { addressed: bodies, read_by } });
  return { outcome: 'done', id: String(circular_id) };
}

/** The labels of bodies: their own and their county's. To be called within `tx.whole`. */
export async function scopesOfBodies(whole: Transaction, bodies: readonly string[]): Promise<string[]> {
  const rows = await whole.query<{ scopes: string[] }>('select scopes from labels where region_id = $1 and thing = any($2::text[])', [whole.actor.region_id, bodies.map((id) => `org:${id}`)]);
  return [...new Set([...bodies.map((id) => `org:${id}`), ...rows.flatMap(({ scopes }) => scopes)])].sort();
}

/** The bodies that somebody is appointed at today, in their own name. */
export async function ownBodies(tx: Transaction): Promise<string[]> {
  const person = await actingPerson(tx);
  return [...new Set((person?.acting ?? []).flatMap(({ org_id, in_stead_of }) => (org_id === null || in_stead_of !== null ? [] : [org_id])))].sort();
}

/** S1-e: says for one's own body that it read a circular; once. */
export async function readCircular(tx: Transaction, circular_id: number, today: PlainDate): Promise<CircularOutcome> {
  const stamp = await lockRegion(tx);
  const circular = (await loadCirculars(tx)).find((one) => one.circular_id === String(circular_id));
  if (stamp === null || circular === undefined) return no('unknown_circular');
  const mine = (await ownBodies(tx)).filter((id) => circular.addressed.includes(id));
  const open = mine.filter((id) => !circular.receipts.some(({ org_id }) => org_id === id));
  if (mine.length === 0) return no('not_addressed');
  if (open.length === 0) return no('read_already');
  for (const org_id of open) {
    await tx.change(
      'insert into circular_receipts (region_id, circular_id, org_id, read_on, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)',
      [tx.actor.region_id, circular_id, org_id, today, await tx.whole((whole) => scopesOfBodies(whole, [org_id])), stamp.at, tx.actor.account]);
  }
  await tx.audit({ action: 'circular.read', object: `circulars/${circular_id}`, detail: { bodies: open } });
  return { outcome: 'done', id: String(circular_id) };
}

export interface StoredCircular {
  readonly circular_id: string;
  readonly title: string;
  readonly body: string;
  readonly addressed: readonly string[];
  readonly issued_on: PlainDate;
  readonly read_by: PlainDate;
  readonly receipts: readonly { readonly org_id: string; readonly read_on: PlainDate; readonly recorded_at: Instant }[];
}

const MOST = 200;

/** Circulars in reach, latest first, with the receipts in reach. */
export async function loadCirculars(tx: Transaction): Promise<StoredCircular[]> {
  const labels = labelsToRead(tx, 'coordination');
  const circulars = await tx.query<Omit<StoredCircular, 'receipts'>>(
    `select circular_id::text, title, body, addressed, issued_on, read_by from circulars where region_id = $1 and ($2::text[] is null or scopes && $2) order by issued_on desc, circulars.circular_id desc limit ${MOST}`, [tx.actor.region_id, labels]);
  const receipts = await tx.query<{ circular_id: string } & StoredCircular['receipts'][number]>(
    'select circular_id::text, org_id, read_on, recorded_at from circular_receipts where region_id = $1 and ($2::text[] is null or scopes && $2) order by org_id', [tx.actor.region_id, labels]);
  return circulars.map((one) => ({ ...one, receipts: receipts.filter(({ circular_id }) => circular_id === one.circular_id).map(({ org_id, read_on, recorded_at }) => ({ org_id, read_on, recorded_at })) }));
}
