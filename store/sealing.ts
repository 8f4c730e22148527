import { setImmediate } from 'node:timers/promises';
import { maskOf, UNREADABLE, type PersonalKind } from '../core/values/mask.ts';
import { kindOfToken, type KeyRing } from './key-ring.ts';
import type { Transaction } from './transaction.ts';

/** Everything that changes keys waits for these, and they for it: a key that is taken away seals nothing any more. */
export const SEALING_LOCK = 5_133_081;

/** What a sealed value belongs to: moved to another region or token it does not open. */
export const aboutValue = (region_id: number, token: string): string => `${region_id}\u001f${token}`;

/** Values on their way into the store, by token. */
export type Unsealed = Map<string, string>;

/** Seals one value and answers what stands for it. */
export async function sealValue(tx: Transaction, kind: PersonalKind, text: string): Promise<string> {
  const token = tx.keys.token(kind, text);
  await sealAll(tx, new Map([[token, text]]));
  return token;
}

/** Stores what is not stored yet; each value once, however many records hold it. */
export async function sealAll(tx: Transaction, values: Unsealed): Promise<void> {
  const finish = await beginSealing(tx, values);
  await finish();
}

/**
 * Begins to seal what is not stored yet: the ciphers work while the database does something else. What it answers
 * stores the sealed values, and is to be called in the same transaction, or never.
 */
export async function beginSealing(tx: Transaction, values: Unsealed): Promise<() => Promise<void>> {
  if (values.size === 0) return () => Promise.resolve();
  const { region_id } = tx.actor;
  await tx.query('select pg_advisory_xact_lock_shared($1)', [SEALING_LOCK]);
  // Sealing takes turns within a region, as recording does: what is missing now is missing until it is stored.
  await tx.query('select 1 from regions where region_id = $1 for update', [region_id]);
  const missing = await missingOf(tx, values);
  const sealing = sealedLines(tx.keys, region_id, values, missing);
  sealing.catch(() => undefined);
  return async () => {
    const lines = await sealing;
    if (lines.length === 0) return;
    await tx.change('create temp table if not exists sealing (token text collate "C", key_id text collate "C", sealed bytea) on commit drop');
    await tx.copy('copy sealing from stdin', lines);
    await tx.change(
      'insert into sealed_values (region_id, token, key_id, sealed) select $1::integer, token, key_id, sealed from sealing order by token', [region_id]);
    await tx.change('truncate sealing');
  };
}

async function missingOf(tx: Transaction, values: Unsealed): Promise<string[]> {
  const tokens = [...values.keys()];
  const [any] = await tx.arrays('select exists (select 1 from sealed_values where region_id = $1)', [tx.actor.region_id]);
  if (any?.[0] !== true) return tokens;
  const known = await tx.arrays(
    'select v.token from unnest($2::text[]) as u(token) join sealed_values v on v.region_id = $1 and v.token = u.token', [tx.actor.region_id, tokens]);
  const there = new Set(known.map(([token]) => token as string));
  return tokens.filter((token) => !there.has(token));
}

const CHUNK_ROWS = 500;

/** Lines for COPY; between chunks everybody else has their turn. */
async function sealedLines(keys: KeyRing, region_id: number, values: Unsealed, tokens: readonly string[]): Promise<string[]> {
  const { key_id, seal } = keys.current();
  const chunks: string[] = [];
  for (let at = 0; at < tokens.length; at += CHUNK_ROWS) {
    let chunk = '';
    for (const token of tokens.slice(at, at + CHUNK_ROWS)) {
      chunk += `${token}\t${key_id}\t\\\\x${seal(values.get(token) as string, aboutValue(region_id, token)).toString('hex')}\n`;
    }
    chunks.push(chunk);
    await setImmediate();
  }
  return chunks;
}

/**
 * The values of tokens of the actor's region. Null stands for one that does not open: its key is gone, or it was
 * touched. A token that nothing is stored for is absent.
 */
export async function openTokens(tx: Transaction, tokens: readonly string[]): Promise<Map<string, string | null>> {
  const opened = new Map<string, string | null>();
  if (tokens.length === 0) return opened;
  const rows = await tx.arrays('select token, key_id, sealed from sealed_values where region_id = $1 and token = any($2::text[])', [tx.actor.region_id, tokens]);
  for (const [token, key_id, sealed] of rows as [string, string, Buffer][]) {
    opened.set(token, tx.keys.find(key_id)?.open(sealed, aboutValue(tx.actor.region_id, token)) ?? null);
  }
  return opened;
}

/** The value of one token; null when it does not open. */
export async function openToken(tx: Transaction, token: string): Promise<string | null> {
  return (await openTokens(tx, [token])).get(token) ?? null;
}

/** What may be shown in place of tokens. */
export async function masksOf(tx: Transaction, tokens: readonly string[]): Promise<Map<string, string>> {
  const opened = await openTokens(tx, tokens);
  return new Map(tokens.map((token) => {
    const [kind, text] = [kindOfToken(token), opened.get(token) ?? null];
    return [token, kind === null || text === null ? UNREADABLE : maskOf(kind, text)];
  }));
}
