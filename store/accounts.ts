import type { PasswordFault } from '../core/access/password.ts';
import { passwordFault } from '../core/access/password.ts';
import { NOTHING } from '../core/access/reach.ts';
import { needsSecondFactor } from '../core/access/roles.ts';
import type { Database } from './database.ts';
import { holderColumns, holderOf, roleDay, type Holder, type HolderRow } from './held-roles.ts';
import type { Instant } from './known-time.ts';
import { hashPassword, isCheap, isPassword } from './passwords.ts';
import { programActor } from './program-actor.ts';
import { listRegions, type Region } from './regions.ts';
import { endAllOf, openSession, type OpenedSession, type SessionLevel, type SessionLimits } from './sessions.ts';
import type { Transaction } from './transaction.ts';

/** An account to be made for a person who is there. */
export interface NewAccount {
  readonly account: string;
  readonly display_name: string;
  readonly person_id: number;
  /** The labels of the person. */
  readonly scopes: readonly string[];
  /** Null: the account waits for its slip. */
  readonly password: string | null;
}

/** Makes an account of the actor's region; the password is kept as Argon2id only. The caller writes it down. */
export async function createAccount(tx: Transaction, account: NewAccount): Promise<{ readonly outcome: 'done' | 'account_taken' }> {
  const hash = account.password === null ? null : await hashPassword(account.password);
  const made = await tx.change(
    `insert into accounts (region_id, account, display_name, person_id, scopes, password_hash, activated_at, created_by)
     values ($1, $2, $3, $4, $5, $6, case when $6::text is not null then clock_timestamp() end, $7) on conflict (region_id, account) do nothing`,
    [tx.actor.region_id, account.account, account.display_name, account.person_id, account.scopes, hash, tx.actor.account]);
  return { outcome: made === 1 ? 'done' : 'account_taken' };
}

/** Whether anybody of the region has an account at all. */
export async function hasAccounts(tx: Transaction): Promise<boolean> {
  const [row] = await tx.arrays('select exists (select 1 from accounts where region_id = $1)', [tx.actor.region_id]);
  return row?.[0] === true;
}

/** What somebody sees of their own account. */
export interface OwnAccount {
  readonly account: string;
  readonly name: string;
  /** Since when a second factor is asked for. */
  readonly factor_at: Instant | null;
  /** Recovery codes that still hold. */
  readonly recovery_codes_left: number;
}

export async function readOwnAccount(tx: Transaction): Promise<OwnAccount> {
  const [row] = await tx.query<OwnAccount>(
    `select a.account, a.display_name as name, a.factor_at,
       (select count(*)::integer from recovery_codes r where r.region_id = a.region_id and r.account = a.account and r.used_at is null and r.ended_at is null)
         as recovery_codes_left
     from accounts a where a.region_id = $1 and a.account = $2`, [tx.actor.region_id, tx.actor.account]);
  if (row === undefined) throw new Error('somebody is signed in to an account that is not there');
  return row;
}

interface KnownAccount extends HolderRow {
  readonly password_hash: string | null;
  readonly factor_at: string | null;
}

/** What stands of an account that may sign in; undefined where there is none of the name. */
async function readAccount(db: Database, region_id: number, name: string): Promise<KnownAccount | undefined> {
  const [row] = await db.as(programActor(region_id)).read((tx) => tx.query<KnownAccount>(
    `select ${holderColumns('$3')}, a.password_hash, a.factor_at from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id
     where a.region_id = $1 and a.account = $2 and a.closed_at is null and p.closed_at is null`, [region_id, name, roleDay()]));
  return row;
}

export type SignIn =
  | ({ readonly outcome: 'done'; readonly region: Region; readonly holder: Holder; readonly level: SessionLevel } & OpenedSession)
  /** Unknown, closed, not activated or the wrong password: nobody is told which. */
  | { readonly outcome: 'refused' }
  /** The password is right, but the person holds no role today. */
  | { readonly outcome: 'no_role' };

/** Opens a session for the account of that name and password, in whichever region it is. */
export async function signIn(db: Database, name: string, password: string, limits: SessionLimits): Promise<SignIn> {
  let tried = false;
  const regions = await listRegions(db);
  for (const region of regions) {
    const known = await readAccount(db, region.region_id, name);
    if (known?.password_hash == null) continue;
    tried = true;
    if (await isPassword(known.password_hash, password)) return openFor(db, region, known, { how: 'password', password, limits });
    await refused(db, region, `accounts/${known.account}`);
  }
  if (!tried) {
    await isPassword(null, password);
    const [first] = regions;
    // What was typed is not written down: people type passwords where names belong.
    if (first !== undefined) await refused(db, first, 'accounts/?');
  }
  return { outcome: 'refused' };
}

function refused(db: Database, { region_id }: Region, object: string): Promise<void> {
  return db.as(programActor(region_id)).write((tx) => tx.audit({ action: 'sign_in.refused', object }));
}

interface Proof {
  readonly how: 'password' | 'single_sign_on';
  /** Given with `password`. */
  readonly password?: string;
  /** Whether whoever vouched says that a second factor was used. */
  readonly factor?: boolean;
  readonly limits: SessionLimits;
}

/** Opens a session for an account that somebody else vouches for. */
export async function signInVouched(db: Database, region: Region, name: string, proof: Omit<Proof, 'password'>): Promise<SignIn> {
  const known = await readAccount(db, region.region_id, name);
  return known === undefined ? { outcome: 'refused' } : openFor(db, region, known, proof);
}

async function openFor(db: Database, region: Region, known: KnownAccount, { how, password, factor = false, limits }: Proof): Promise<SignIn> {
  const holder = holderOf(known);
  if (holder === null) return { outcome: 'no_role' };
  const level = levelOf(region, holder, { set_up: known.factor_at !== null, shown: factor });
  const { account } = holder;
  const opened = await db.as({ region_id: region.region_id, account, reach: NOTHING }).write(async (tx) => {
    const password_hash = await currentHash(tx, known, password);
    const session = await openSession(tx, { level, factor, limits, ...(password_hash !== null && { password_hash }) });
    if (session !== null) await tx.audit({ action: level === 'full' ? 'sign_in.done' : 'sign_in.password', object: `accounts/${account}`, detail: { how, level } });
    return session;
  });
  return opened === null ? { outcome: 'refused' } : { outcome: 'done', region, holder, level, ...opened };
}

/** A hash from cheaper days is made anew while the password is at hand. */
async function currentHash(tx: Transaction, { account, password_hash }: KnownAccount, password: string | undefined): Promise<string | null> {
  if (password === undefined || password_hash === null || !isCheap(password_hash)) return password === undefined ? null : password_hash;
  const hash = await hashPassword(password);
  const changed = await tx.change(
    'update accounts set password_hash = $3 where region_id = $1 and account = $2 and password_hash = $4', [tx.actor.region_id, account, hash, password_hash]);
  return changed === 1 ? hash : password_hash;
}

/** How far a right password leads. The sample asks for no second factor: nothing in it is anybody's. */
function levelOf({ sample }: Region, { roles }: Holder, { set_up, shown }: { readonly set_up: boolean; readonly shown: boolean }): SessionLevel {
  if (sample || shown) return 'full';
  if (set_up) return 'factor';
  return needsSecondFactor(roles.map(({ role }) => role)) ? 'enrol' : 'full';
}

export type PasswordChange = { readonly outcome: 'done' | 'wrong_password' } | { readonly outcome: 'weak_password'; readonly fault: PasswordFault };

/** Changes the actor's own password; all sessions and tokens of the account end, the caller opens a new one. */
export async function changePassword(tx: Transaction, password: string, wanted: string): Promise<PasswordChange> {
  const { region_id, account } = tx.actor;
  if (!await isOwnPassword(tx, password)) return { outcome: 'wrong_password' };
  const fault = passwordFault(wanted, account);
  if (fault !== null) return { outcome: 'weak_password', fault };
  await tx.change('update accounts set password_hash = $3 where region_id = $1 and account = $2', [region_id, account, await hashPassword(wanted)]);
  await endAllOf(tx, [account]);
  await tx.audit({ action: 'account.password', object: `accounts/${account}` });
  return { outcome: 'done' };
}

/** Whether this is the actor's own password. */
export async function isOwnPassword(tx: Transaction, password: string): Promise<boolean> {
  const [row] = await tx.query<{ password_hash: string | null }>(
    'select password_hash from accounts where region_id = $1 and account = $2 and closed_at is null', [tx.actor.region_id, tx.actor.account]);
  return isPassword(row?.password_hash ?? null, password);
}
