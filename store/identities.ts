import type { Database } from './database.ts';
import type { Instant } from './known-time.ts';
import { programActor } from './program-actor.ts';
import { takeNumbers } from './record-stamp.ts';
import { listRegions, type Region } from './regions.ts';
import type { Transaction } from './transaction.ts';

/** Somebody at an OpenID provider, and the account that they sign in to. */
export interface Identity {
  readonly identity_id: number;
  readonly account: string;
  readonly issuer: string;
  readonly subject: string;
  readonly linked_at: Instant;
  readonly linked_by: string;
}

interface IdentityRow extends Omit<Identity, 'identity_id'> {
  readonly identity_id: bigint;
}

const COLUMNS = 'identity_id, account, issuer, subject, linked_at, linked_by';
const identityOf = (row: IdentityRow): Identity => ({ ...row, identity_id: Number(row.identity_id) });

/** The account that an identity signs in to, in whichever region; null when it is linked to none. */
export async function accountOfIdentity(db: Database, issuer: string, subject: string): Promise<{ readonly region: Region; readonly account: string } | null> {
  for (const region of await listRegions(db)) {
    const [row] = await db.as(programActor(region.region_id)).read((tx) => tx.query<{ account: string }>(
      'select account from identities where region_id = $1 and issuer = $2 and subject = $3 and ended_at is null', [region.region_id, issuer, subject]));
    if (row !== undefined) return { region, account: row.account };
  }
  return null;
}

/** The identities of an account, as far as the actor may see them: one's own, or all. */
export async function listIdentities(tx: Transaction, account: string): Promise<Identity[]> {
  if (account !== tx.actor.account && tx.actor.reach.get('accounts.read') !== '*') return [];
  const rows = await tx.query<IdentityRow>(
    `select ${COLUMNS} from identities where region_id = $1 and account = $2 and ended_at is null order by identity_id`, [tx.actor.region_id, account]);
  return rows.map(identityOf);
}

export type Linking = { readonly outcome: 'done'; readonly identity: Identity } | { readonly outcome: 'unknown_account' | 'identity_taken' };

/** Links an identity to an account: to one's own, or, for whoever keeps all accounts, to any. */
export async function linkIdentity(tx: Transaction, { account, issuer, subject }: Pick<Identity, 'account' | 'issuer' | 'subject'>): Promise<Linking> {
  const { region_id, reach } = tx.actor;
  if (account !== tx.actor.account && reach.get('accounts.write') !== '*') return { outcome: 'unknown_account' };
  const number = await takeNumbers(tx, 'next_number', 1);
  const [row] = await tx.query<IdentityRow>(
    `insert into identities (region_id, identity_id, account, issuer, subject, linked_at, linked_by)
     select region_id, $2, account, $4, $5, clock_timestamp(), $6 from accounts where region_id = $1 and account = $3 and closed_at is null
     on conflict (region_id, issuer, subject, ended_at) do nothing returning ${COLUMNS}`, [region_id, number, account, issuer, subject, tx.actor.account]);
  if (row === undefined) {
    const [there] = await tx.arrays('select 1 from accounts where region_id = $1 and account = $2 and closed_at is null', [region_id, account]);
    return { outcome: there === undefined ? 'unknown_account' : 'identity_taken' };
  }
  await tx.audit({ action: 'identity.linked', object: `accounts/${account}`, detail: { identity: number } });
  return { outcome: 'done', identity: identityOf(row) };
}

/** Ends a link of one's own, or any as whoever keeps all accounts; null when there is none. */
export async function endIdentity(tx: Transaction, identity_id: number): Promise<Identity | null> {
  const all = tx.actor.reach.get('accounts.write') === '*';
  const [row] = await tx.query<IdentityRow>(
    `update identities set ended_at = clock_timestamp() where region_id = $1 and identity_id = $2 and ended_at is null and ($3 or account = $4)
     returning ${COLUMNS}`, [tx.actor.region_id, identity_id, all, tx.actor.account]);
  if (row === undefined) return null;
  await tx.audit({ action: 'identity.ended', object: `accounts/${row.account}`, detail: { identity: identity_id } });
  return identityOf(row);
}

/**
 * Links an identity to the account that a trusted claim of the provider names, in whichever region it is; null where
 * there is no such account. Only for providers that were configured to name accounts.
 */
export async function linkByClaim(
  db: Database, given: Pick<Identity, 'account' | 'issuer' | 'subject'>,
): Promise<{ readonly region: Region; readonly account: string } | null> {
  for (const region of await listRegions(db)) {
    const linked = await db.as(programActor(region.region_id)).write(async (tx) => {
      const reply = await linkIdentity(tx, given);
      if (reply.outcome !== 'done') tx.discard();
      return reply.outcome === 'done';
    });
    if (linked) return { region, account: given.account };
  }
  return null;
}
