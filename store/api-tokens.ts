import { narrowed, type Permission } from '../core/access/narrowing.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Database } from './database.ts';
import { holderColumns, holderOf, roleDay, type Holder, type HolderRow } from './held-roles.ts';
import type { Instant } from './known-time.ts';
import { lookupActor, programActor } from './program-actor.ts';
import { REGION_NOW, takeNumbers, type RegionNow } from './record-stamp.ts';
import { newSecret, sha256 } from './secret-codes.ts';
import type { Actor, Transaction } from './transaction.ts';

/** A program's leave to act for an account, within less than the account's own reach. */
export interface ApiToken {
  readonly token_id: number;
  readonly label: string;
  readonly scopes: readonly Permission[];
  readonly made_at: Instant;
  readonly expires_at: Instant;
  readonly last_used_at: Instant | null;
}

interface TokenRow extends Omit<ApiToken, 'token_id'> {
  readonly token_id: bigint;
}

const COLUMNS = 't.token_id, t.label, t.permissions as scopes, t.made_at, t.expires_at, t.last_used_at';
/** A token's last use is noted this often at most. Seconds. */
const NOTED_EVERY_S = 60;
const FORM = /^gt_(\d{1,9})_([\w-]{43})$/;

const tokenOf = (row: TokenRow): ApiToken => ({ ...row, token_id: Number(row.token_id) });

/** Makes a token of the actor's own account; the secret is answered this once. Permissions are for the caller to judge. */
export async function makeToken(
  tx: Transaction, given: { readonly label: string; readonly scopes: readonly Permission[]; readonly days: number },
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const { region_id, account } = tx.actor;
  const secret = `gt_${region_id}_${newSecret()}`;
  const [row] = await tx.query<TokenRow>(
    `insert into api_tokens as t (region_id, token_id, account, token_sha256, label, permissions, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp() + $7 * interval '1 day') returning ${COLUMNS}`,
    [region_id, await takeNumbers(tx, 'next_number', 1), account, sha256(secret), given.label, given.scopes, given.days]);
  const token = tokenOf(row as TokenRow);
  await tx.audit({ action: 'token.made', object: `tokens/${token.token_id}`, detail: { permissions: [...given.scopes], days: given.days } });
  return { token, secret };
}

/** That a token `t` of an account `a` holds. */
const HOLDS = 't.ended_at is null and t.expires_at > clock_timestamp() and t.made_at >= a.sessions_from and a.closed_at is null';

/** The actor's own tokens that hold, latest first. */
export async function listTokens(tx: Transaction): Promise<ApiToken[]> {
  const rows = await tx.query<TokenRow>(
    `select ${COLUMNS} from api_tokens t join accounts a on a.region_id = t.region_id and a.account = t.account
     where t.region_id = $1 and t.account = $2 and ${HOLDS} order by t.token_id desc`, [tx.actor.region_id, tx.actor.account]);
  return rows.map(tokenOf);
}

/** Puts another token in the place of one whose secret nobody has used; null where it was used, or holds no more. */
export async function makeTokenAgain(tx: Transaction, token_id: number, days: number): Promise<Awaited<ReturnType<typeof makeToken>> | null> {
  const old = (await listTokens(tx)).find((one) => one.token_id === token_id);
  if (old === undefined || old.last_used_at !== null) return null;
  await endToken(tx, token_id);
  return makeToken(tx, { label: old.label, scopes: old.scopes, days });
}

/** Ends one of the actor's own tokens; null when there is none of that number that holds. */
export async function endToken(tx: Transaction, token_id: number): Promise<ApiToken | null> {
  const [row] = await tx.query<TokenRow>(
    `update api_tokens t set ended_at = clock_timestamp() where t.region_id = $1 and t.token_id = $2 and t.account = $3 and t.ended_at is null
     returning ${COLUMNS}`, [tx.actor.region_id, token_id, tx.actor.account]);
  if (row === undefined) return null;
  await tx.audit({ action: 'token.ended', object: `tokens/${token_id}` });
  return tokenOf(row);
}

/** A token that holds: who its program acts for, and how far. */
export interface TokenUse {
  readonly actor: Actor;
  readonly holder: Holder;
  readonly expires_at: Instant;
  readonly region: RegionNow;
}

/** Who a program with this secret acts for; null when the token, its account or its owner's last role has ended. */
export async function readToken(db: Database, secret: string, day: PlainDate = roleDay()): Promise<TokenUse | null> {
  const region_id = Number(FORM.exec(secret)?.[1] ?? 0);
  if (region_id === 0) return null;
  const program = db.as(programActor(region_id));
  const [row] = await db.as(lookupActor(region_id)).ask<HolderRow & TokenRow & { readonly stale: boolean; readonly region: RegionNow }>(
    `select ${holderColumns('$3')}, ${COLUMNS}, t.last_used_at is null or t.last_used_at < clock_timestamp() - interval '${NOTED_EVERY_S} seconds' as stale,
       ${REGION_NOW}
     from api_tokens t join accounts a on a.region_id = t.region_id and a.account = t.account
       join people p on p.region_id = a.region_id and p.person_id = a.person_id
     where t.region_id = $1 and t.token_sha256 = $2 and ${HOLDS} and p.closed_at is null`, [region_id, sha256(secret), day]);
  const holder = row === undefined ? null : holderOf(row);
  if (row === undefined || holder === null) return null;
  if (row.stale) {
    await program.write((tx) => {
      tx.unaudited('when a token was last used');
      return tx.change('update api_tokens set last_used_at = clock_timestamp() where region_id = $1 and token_id = $2', [region_id, row.token_id]);
    });
  }
  return { actor: { region_id, account: holder.account, reach: narrowed(holder.reach, row.scopes) }, holder, expires_at: row.expires_at, region: row.region };
}
