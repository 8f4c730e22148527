import { hash, verify } from '@node-rs/argon2';
import type { Database } from './database.ts';
import { programActor } from './program-actor.ts';
import { listRegions } from './regions.ts';
import { openSession } from './sessions.ts';
import type { OpenedSession } from './sessions.ts';
import type { Transaction } from './transaction.ts';

/** Somebody who may sign in to a region. */
export interface Account {
  readonly account: string;
  readonly display_name: string;
}

/** What OWASP asks of Argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verified when there is no such account, so that a guess takes as long either way. */
let nobody: Promise<string> | null = null;

/** Makes an account of the actor's region; the password is kept as Argon2id only. */
export async function createAccount(
  tx: Transaction, account: Account & { readonly password: string },
): Promise<{ readonly outcome: 'done' | 'exists' }> {
  const made = await tx.change(
    `insert into accounts (region_id, account, display_name, password_hash, created_by) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.actor.region_id, account.account, account.display_name, await hash(account.password, COST), tx.actor.account]);
  if (made === 0) return { outcome: 'exists' };
  await tx.audit({ action: 'account.create', object: `accounts/${account.account}` });
  return { outcome: 'done' };
}

/** The open accounts of the actor's region. */
export function listAccounts(tx: Transaction): Promise<Account[]> {
  return tx.query<Account>(
    'select account, display_name from accounts where region_id = $1 and closed_at is null order by created_at, account', [tx.actor.region_id]);
}

export type SignIn = ({ readonly outcome: 'done'; readonly region_id: number } & Account & OpenedSession) | { readonly outcome: 'refused' };

/** Opens a session for the account of that name and password, in whichever region it is. */
export async function signIn(db: Database, name: string, password: string): Promise<SignIn> {
  let found = false;
  for (const { region_id } of await listRegions(db)) {
    const [row] = await db.as(programActor(region_id)).read((tx) => tx.query<Account & { password_hash: string }>(
      'select account, display_name, password_hash from accounts where region_id = $1 and account = $2 and closed_at is null', [region_id, name]));
    if (row === undefined) continue;
    found = true;
    if (!await verify(row.password_hash, password)) continue;
    const { account, display_name } = row;
    const session = await db.as({ ...programActor(region_id), account }).write(openSession);
    return { outcome: 'done', region_id, account, display_name, ...session };
  }
  if (!found) await verify(await (nobody ??= hash('nobody', COST)), password);
  return { outcome: 'refused' };
}
