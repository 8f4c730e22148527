import { passwordFault, type PasswordFault } from '../core/access/password.ts';
import { mayTouch } from '../core/access/reach.ts';
import type { Database } from './database.ts';
import type { Instant } from './known-time.ts';
import { hashPassword } from './passwords.ts';
import { programActor } from './program-actor.ts';
import { listRegions } from './regions.ts';
import { codeDigest, newCode } from './secret-codes.ts';
import type { Transaction } from './transaction.ts';

/** How long a slip holds: one to activate is handed out in class, one to reset is used at the counter. */
const HOLDS_FOR = { activate: '30 days', reset: '1 day' } as const;

/** A code for an account that has none or whose password was forgotten; shown once, kept as a digest. */
export interface IssuedCode {
  readonly account: string;
  readonly name: string;
  readonly purpose: keyof typeof HOLDS_FOR;
  readonly code: string;
  readonly expires_at: Instant;
}

export type Issuing =
  | { readonly outcome: 'done'; readonly codes: readonly IssuedCode[] }
  /** One of the accounts is not there, closed, or out of reach; nothing was issued. */
  | { readonly outcome: 'unknown_account' };

/**
 * Issues codes for accounts in the actor's reach, in the order asked. Codes that were out before hold no more; an
 * account that was in use loses its password, its sessions and its tokens at once.
 */
export async function issueCodes(tx: Transaction, accounts: readonly string[]): Promise<Issuing> {
  const { region_id } = tx.actor;
  const wanted = [...new Set(accounts)];
  const rows = await tx.query<{ account: string; display_name: string; scopes: string[]; active: boolean }>(
    `select account, display_name, scopes, activated_at is not null as active from accounts
     where region_id = $1 and account = any($2::text[]) and closed_at is null for update`, [region_id, wanted]);
  const known = new Map(rows.filter(({ scopes }) => mayTouch(tx.actor.reach, 'accounts', 'write', scopes)).map((row) => [row.account, row]));
  if (known.size !== wanted.length) return { outcome: 'unknown_account' };
  const used = rows.filter(({ active }) => active).map(({ account }) => account);
  await tx.change(
    `update activations set ended_at = clock_timestamp() where region_id = $1 and account = any($2::text[]) and used_at is null and ended_at is null`, [region_id, wanted]);
  if (used.length > 0) {
    await tx.change(
      'update accounts set password_hash = null, sessions_from = clock_timestamp() where region_id = $1 and account = any($2::text[])', [region_id, used]);
  }
  const made = wanted.map((account) => ({ account, purpose: known.get(account)?.active === true ? 'reset' as const : 'activate' as const, code: newCode() }));
  const slips = made.map(({ account, purpose, code }) => ({ account, purpose, digest: codeDigest(code)?.toString('hex'), scopes: known.get(account)?.scopes }));
  const kept = await tx.query<{ account: string; expires_at: Instant }>(
    `insert into activations (region_id, code_sha256, account, purpose, scopes, made_at, made_by, expires_at)
     select $1, decode(u.digest, 'hex'), u.account, u.purpose, u.scopes, clock_timestamp(), $3,
       clock_timestamp() + case u.purpose when 'reset' then interval '${HOLDS_FOR.reset}' else interval '${HOLDS_FOR.activate}' end
     from jsonb_to_recordset($2) as u(account text, digest text, purpose text, scopes text[]) returning account, expires_at`,
    [region_id, JSON.stringify(slips), tx.actor.account]);
  const expiry = new Map(kept.map(({ account, expires_at }) => [account, expires_at]));
  return {
    outcome: 'done',
    codes: made.map((one) => ({ ...one, name: known.get(one.account)?.display_name ?? '', expires_at: expiry.get(one.account) as Instant })),
  };
}

/**
 * Issues codes anew to those of the accounts whose last code is out and was not used: for a reply that was lost. What
 * was used is not told again.
 */
export async function issueAgain(tx: Transaction, accounts: readonly string[]): Promise<Issuing | { readonly outcome: 'told_already' }> {
  const rows = await tx.query<{ account: string }>(
    `select distinct account from activations c where c.region_id = $1 and c.account = any($2::text[]) and ${USABLE}`, [tx.actor.region_id, accounts]);
  const out = new Set(rows.map(({ account }) => account));
  const wanted = accounts.filter((account) => out.has(account));
  if (wanted.length === 0) return { outcome: 'told_already' };
  const issued = await issueCodes(tx, wanted);
  if (issued.outcome === 'done') await tx.audit({ action: 'account.codes', object: `accounts/${wanted.length === 1 ? wanted[0] : '*'}`, detail: { accounts: wanted, again: true } });
  return issued;
}

export type Activation =
  | { readonly outcome: 'done'; readonly account: string; readonly name: string }
  /** Unknown, used, expired, replaced by a later one, or its account was closed. */
  | { readonly outcome: 'wrong_code' }
  /** The code holds still. */
  | { readonly outcome: 'weak_password'; readonly fault: PasswordFault };

/** Gives the account of a code its password; the code is used up. */
export async function activate(db: Database, typed: string, password: string): Promise<Activation> {
  const digest = codeDigest(typed);
  if (digest === null) return { outcome: 'wrong_code' };
  for (const { region_id } of await listRegions(db)) {
    const program = db.as(programActor(region_id));
    const [found] = await program.read((tx) => tx.query<{ account: string; display_name: string; purpose: string }>(
      `select a.account, a.display_name, c.purpose from activations c join accounts a on a.region_id = c.region_id and a.account = c.account
       where c.region_id = $1 and c.code_sha256 = $2 and ${USABLE} and a.closed_at is null`, [region_id, digest]));
    if (found === undefined) continue;
    const { account, display_name, purpose } = found;
    const fault = passwordFault(password, account);
    if (fault !== null) return { outcome: 'weak_password', fault };
    const hash = await hashPassword(password);
    const used = await program.write(async (tx) => {
      const taken = await tx.change(`update activations c set used_at = clock_timestamp() where c.region_id = $1 and c.code_sha256 = $2 and ${USABLE}`, [region_id, digest]);
      if (taken === 0) return false;
      await tx.change(
        `update accounts set password_hash = $3, activated_at = coalesce(activated_at, clock_timestamp()), sessions_from = clock_timestamp()
         where region_id = $1 and account = $2`, [region_id, account, hash]);
      await tx.audit({ action: purpose === 'reset' ? 'account.reset' : 'account.activated', object: `accounts/${account}` });
      return true;
    });
    return used ? { outcome: 'done', account, name: display_name } : { outcome: 'wrong_code' };
  }
  return { outcome: 'wrong_code' };
}

const USABLE = 'c.used_at is null and c.ended_at is null and c.expires_at > clock_timestamp()';
