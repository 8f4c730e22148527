import type { Instant } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** A request that may arrive twice: the key that its sender gave it, and what it asks. */
export interface Request {
  readonly key: string;
  readonly sha256: string;
}

/** What a key was used for before: nothing, this very request (with its reply), or another one. */
export type Earlier<T> = { readonly kind: 'none' } | { readonly kind: 'same'; readonly reply: T } | { readonly kind: 'other' };

/** Senders choose their keys by themselves: those of one account are not those of another. */
function ownKey(tx: Transaction, { key }: Request): string {
  return `${tx.actor.account} ${key}`;
}

// A request may hold little that is not known otherwise, such as a phone: of its bare digest that could be guessed.

/** To be asked with the region locked, in the transaction that does the work. */
export async function earlierReply<T>(tx: Transaction, request: Request | undefined): Promise<Earlier<T>> {
  if (request === undefined) return { kind: 'none' };
  const rows = await tx.query<{ request_sha256: string; reply: T }>(
    'select request_sha256, reply from idempotency_keys where region_id = $1 and key = $2', [tx.actor.region_id, ownKey(tx, request)]);
  const row = rows[0];
  if (row === undefined) return { kind: 'none' };
  return row.request_sha256 === tx.keys.digest(request.sha256) ? { kind: 'same', reply: row.reply } : { kind: 'other' };
}

/** Keeps the reply under its key, in the same transaction as what it reports. */
export async function keepReply(tx: Transaction, request: Request | undefined, reply: unknown, at: Instant): Promise<void> {
  if (request === undefined) return;
  await tx.change(
    'insert into idempotency_keys (region_id, key, request_sha256, reply, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6)',
    [tx.actor.region_id, ownKey(tx, request), tx.keys.digest(request.sha256), JSON.stringify(reply), at, tx.actor.account]);
}

/** Keeps another reply under a key that has one already. */
export async function replaceReply(tx: Transaction, request: Request, reply: unknown, at: Instant): Promise<void> {
  await tx.change('delete from idempotency_keys where region_id = $1 and key = $2', [tx.actor.region_id, ownKey(tx, request)]);
  await keepReply(tx, request, reply, at);
}
