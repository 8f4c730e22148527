import { readHead } from './audit-chain.ts';
import { waitingEntries } from './audit-sealing.ts';
import type { AuditDetail } from './audit-hash.ts';
import type { Instant } from './known-time.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Transaction } from './transaction.ts';

/** An entry as whoever reads the audit sees it. */
export interface ListedEntry {
  readonly entry_id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail: AuditDetail;
  /** Its number in the chain and when it was sealed; null while it waits. */
  readonly seq: number | null;
  readonly sealed_at: Instant | null;
}

export interface ListEntries {
  /** An action, or the part of one before the dot. */
  readonly action?: string;
  readonly actor?: string;
  /** An object, or the part of one before the slash. */
  readonly object?: string;
  /** Days in Shanghai, both included. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly offset: number;
  readonly limit: number;
}

/** Entries of the region, latest first: a page of them and how many there are. */
export async function listEntries(tx: Transaction, asked: ListEntries): Promise<{ readonly total: number; readonly entries: readonly ListedEntry[] }> {
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = conditionsOf(asked, parameter).map((condition) => ` and ${condition}`).join('');
  const [counted] = await tx.arrays(`select count(*) from audit_entries e where e.region_id = $1${conditions}`, values);
  const rows = await tx.query<Omit<ListedEntry, 'seq'> & { seq: bigint | null }>(
    `select e.entry_id, e.at, e.actor, e.action, e.object, e.detail, c.seq, c.sealed_at
     from audit_entries e left join audit_chain c on c.region_id = e.region_id and c.entry_id = e.entry_id
     where e.region_id = $1${conditions} order by e.at desc, e.entry_id desc limit ${parameter(asked.limit)} offset ${parameter(asked.offset)}`, values);
  return { total: Number(counted?.[0]), entries: rows.map((row) => ({ ...row, seq: row.seq === null ? null : Number(row.seq) })) };
}

function conditionsOf({ action, actor, object, from, to }: ListEntries, parameter: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (action !== undefined) {
    const own = parameter(action);
    conditions.push(action.includes('.') ? `e.action = ${own}` : `starts_with(e.action, ${own} || '.')`);
  }
  if (actor !== undefined) conditions.push(`e.actor = ${parameter(actor)}`);
  if (object !== undefined) conditions.push(`${object.includes('/') ? 'e.object' : 'e.kind'} = ${parameter(object)}`);
  if (from !== undefined) conditions.push(`e.at >= ${parameter(`${from} 00:00:00+08`)}::timestamptz`);
  if (to !== undefined) conditions.push(`e.at <= ${parameter(`${to} 23:59:59.999999+08`)}::timestamptz`);
  return conditions;
}

/** How the region's chain stands. */
export interface ChainState {
  readonly links: number;
  readonly unsealed: number;
  readonly oldest_seconds: number | null;
  /** When the last entry was sealed; each batch has its checkpoint. */
  readonly last_checkpoint_at: Instant | null;
}

export async function chainState(tx: Transaction): Promise<ChainState> {
  const head = await readHead(tx);
  const { many, oldest_seconds } = await waitingEntries(tx);
  const [last] = await tx.query<{ sealed_at: Instant }>(
    'select sealed_at from audit_chain where region_id = $1 order by seq desc limit 1', [tx.actor.region_id]);
  return { links: head?.seq ?? 0, unsealed: many, oldest_seconds, last_checkpoint_at: last?.sealed_at ?? null };
}
