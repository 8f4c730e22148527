import { createHash, randomBytes } from 'node:crypto';
import { reachOf } from '../core/access/reach.ts';
import type { Database } from './database.ts';
import type { Instant } from './known-time.ts';
import { programActor } from './program-actor.ts';
import type { Actor, Transaction } from './transaction.ts';

const TOKEN_BYTES = 32;
const LIFETIME = '12 hours';

/** What the browser keeps. The store keeps a hash of it only. */
export interface OpenedSession {
  /** The region's number and a secret: `1.Zk3…`. */
  readonly token: string;
  readonly expires_at: Instant;
}

/** A session that holds: who acts, and under which name they are shown. */
export interface Session {
  readonly actor: Actor;
  readonly display_name: string;
  readonly expires_at: Instant;
}

/** Accounts without an appointment act for the office. */
const PROVISIONAL = reachOf({ roles: [{ role: 'office', org_id: null, division_code: null, campuses: [], classes: [] }], student_id: null, wards: [], granted: ['*'] });

const sha256 = (secret: string): Buffer => createHash('sha256').update(secret).digest();

function partsOf(token: string): { readonly region_id: number; readonly secret: string } | null {
  const match = /^(\d{1,9})\.([\w-]{20,100})$/.exec(token);
  return match === null ? null : { region_id: Number(match[1]), secret: match[2] as string };
}

/** Opens a session for the actor. */
export async function openSession(tx: Transaction): Promise<OpenedSession> {
  const secret = randomBytes(TOKEN_BYTES).toString('base64url');
  const [row] = await tx.query<{ expires_at: Instant }>(
    `insert into sessions (region_id, token_sha256, account, expires_at) values ($1, $2, $3, now() + interval '${LIFETIME}') returning expires_at`,
    [tx.actor.region_id, sha256(secret), tx.actor.account]);
  await tx.audit({ action: 'session.open', object: `accounts/${tx.actor.account}` });
  return { token: `${tx.actor.region_id}.${secret}`, expires_at: row?.expires_at as Instant };
}

/** Who holds this token; null when it is none, has expired or was ended, or the account was closed. */
export async function readSession(db: Database, token: string): Promise<Session | null> {
  const parts = partsOf(token);
  if (parts === null) return null;
  const { region_id, secret } = parts;
  const [row] = await db.as(programActor(region_id)).read((tx) => tx.query<{ account: string; display_name: string; expires_at: Instant }>(
    `select s.account, a.display_name, s.expires_at from sessions s join accounts a on a.region_id = s.region_id and a.account = s.account
     where s.region_id = $1 and s.token_sha256 = $2 and s.ended_at is null and s.expires_at > now() and a.closed_at is null`,
    [region_id, sha256(secret)]));
  if (row === undefined) return null;
  return { actor: { region_id, account: row.account, reach: PROVISIONAL }, display_name: row.display_name, expires_at: row.expires_at };
}

/** Ends a session; a token that is none is no fault. */
export async function endSession(db: Database, token: string): Promise<void> {
  const parts = partsOf(token);
  if (parts === null) return;
  await db.as(programActor(parts.region_id)).write(async (tx) => {
    const [ended] = await tx.query<{ account: string }>(
      'update sessions set ended_at = now() where region_id = $1 and token_sha256 = $2 and ended_at is null returning account', [parts.region_id, sha256(parts.secret)]);
    if (ended !== undefined) await tx.audit({ action: 'session.close', object: `accounts/${ended.account}` });
  });
}
