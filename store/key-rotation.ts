import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { programActor } from './program-actor.ts';
import { listRegions } from './regions.ts';
import { aboutValue, SEALING_LOCK } from './sealing.ts';
import type { Transaction } from './transaction.ts';

const VALUES_AT_ONCE = 5000;

export interface Resealed {
  readonly values: number;
  /** Values that did not open; they stay as they are. */
  readonly unreadable: number;
}

/**
 * Seals with the current key what older ones sealed, batch by batch, each with its audit entry. May be broken off and
 * asked for again; the server may run meanwhile.
 */
export async function resealAll(db: Database, report: (values: number) => void = () => undefined): Promise<Resealed> {
  const sums = { values: 0, unreadable: 0 };
  for (const { region_id } of await listRegions(db)) {
    let after = '';
    for (;;) {
      const batch = await db.as(programActor(region_id)).write((tx) => resealBatch(tx, after));
      if (batch === null) break;
      after = batch.last;
      sums.values += batch.values;
      sums.unreadable += batch.unreadable;
      report(sums.values);
    }
  }
  return sums;
}

/** Writes into the audit of every region what was done to the keys of all. */
export async function auditKeys(db: Database, action: 'keys.rotate' | 'keys.drop', key_id: string): Promise<void> {
  for (const { region_id } of await listRegions(db)) {
    await db.as(programActor(region_id)).write((tx) => tx.audit({ action, object: `keys/${key_id}` }));
  }
}

interface SealedRow {
  readonly token: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** The next values in the order of their tokens; null when there are none left. */
async function resealBatch(tx: Transaction, after: string): Promise<(Resealed & { readonly last: string }) | null> {
  const { region_id } = tx.actor;
  // Until this batch is committed no key is taken away.
  await tx.query('select pg_advisory_xact_lock_shared($1)', [SEALING_LOCK]);
  const key = tx.keys.current();
  const rows = await tx.query<SealedRow>(
    `select token, key_id, sealed from sealed_values where region_id = $1 and key_id <> $2 and token > $3 order by token limit ${VALUES_AT_ONCE} for update`,
    [region_id, key.key_id, after]);
  const last = rows.at(-1)?.token;
  if (last === undefined) return null;
  const fresh: { token: string; sealed: Buffer }[] = [];
  for (const { token, key_id, sealed } of rows) {
    const text = open(tx.keys, region_id, { token, key_id, sealed });
    if (text !== null) fresh.push({ token, sealed: key.seal(text, aboutValue(region_id, token)) });
  }
  if (fresh.length > 0) {
    await tx.change(
      `update sealed_values v set key_id = $2, sealed = u.sealed from unnest($3::text[], $4::bytea[]) as u(token, sealed) where v.region_id = $1 and v.token = u.token`,
      [region_id, key.key_id, fresh.map(({ token }) => token), fresh.map(({ sealed }) => sealed)]);
    await tx.audit({ action: 'keys.reseal', object: `keys/${key.key_id}`, detail: { values: fresh.length } });
  }
  return { last, values: fresh.length, unreadable: rows.length - fresh.length };
}

function open(keys: KeyRing, region_id: number, { token, key_id, sealed }: SealedRow): string | null {
  return keys.find(key_id)?.open(sealed, aboutValue(region_id, token)) ?? null;
}

/** Opens every sealed value of every region; answers how many there are and how many do not open. */
export async function checkSealed(db: Database): Promise<Resealed> {
  const sums = { values: 0, unreadable: 0 };
  for (const { region_id } of await listRegions(db)) {
    let after = '';
    for (;;) {
      const rows = await db.as(programActor(region_id)).read((tx) => tx.query<SealedRow>(
        `select token, key_id, sealed from sealed_values where region_id = $1 and token > $2 order by token limit ${VALUES_AT_ONCE}`, [region_id, after]));
      const last = rows.at(-1)?.token;
      if (last === undefined) break;
      after = last;
      sums.values += rows.length;
      sums.unreadable += rows.filter((row) => open(db.keys, region_id, row) === null).length;
    }
  }
  return sums;
}
