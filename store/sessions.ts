import { NOTHING } from '../core/access/reach.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Database } from './database.ts';
import { holderColumns, holderOf, roleDay, type Holder, type HolderRow } from './held-roles.ts';
import type { Instant } from './known-time.ts';
import { REGION_NOW, type RegionNow } from './record-stamp.ts';
import { lookupActor, programActor } from './program-actor.ts';
import { newSecret, sha256 } from './secret-codes.ts';
import type { Actor, Transaction } from './transaction.ts';

/** How long a session holds: untouched, and at most. Seconds. */
export interface SessionLimits {
  readonly idle_s: number;
  readonly absolute_s: number;
}

export const SESSION_LIMITS: SessionLimits = { idle_s: 1800, absolute_s: 43_200 };
/** Time for the second step of signing in, or for setting up a second factor. Seconds. */
const HALF_S = { factor: 600, enrol: 1800 } as const;
/** A session's last use is noted this often at most. Seconds. */
const TOUCHED_EVERY_S = 60;

/** `full`: signed in. `factor`, `enrol`: the password was right, and a second factor is to be shown, or set up first. */
export type SessionLevel = 'full' | keyof typeof HALF_S;

/** What the browser keeps. The store keeps a hash of it only. */
export interface OpenedSession {
  /** The region's number and a secret: `1.Zk3…`. */
  readonly token: string;
  readonly expires_at: Instant;
}

/** A session that holds: who acts, as what, and how far they have come in signing in. */
export interface Session {
  /** Nothing is in reach until the session is full. */
  readonly actor: Actor;
  readonly holder: Holder;
  readonly level: SessionLevel;
  /** Whether a second factor was shown. */
  readonly factor: boolean;
  readonly expires_at: Instant;
  readonly region: RegionNow;
}

export interface Opening {
  readonly level: SessionLevel;
  readonly factor: boolean;
  readonly limits: SessionLimits;
  /** The hash that the password was found right against: changed meanwhile, nothing is opened. */
  readonly password_hash?: string;
}

function partsOf(token: string): { readonly region_id: number; readonly secret: string } | null {
  const match = /^(\d{1,9})\.([\w-]{20,100})$/.exec(token);
  return match === null ? null : { region_id: Number(match[1]), secret: match[2] as string };
}

/** Opens a session for the actor; null when the account was closed, or its password changed, in this very moment. */
export async function openSession(tx: Transaction, { level, factor, limits, password_hash }: Opening): Promise<OpenedSession | null> {
  const secret = newSecret();
  const seconds = level === 'full' ? limits.absolute_s : HALF_S[level];
  // The account is locked against closing and resetting, so that neither leaves a session behind.
  const [row] = await tx.query<{ expires_at: Instant }>(
    `insert into sessions (region_id, token_sha256, account, started_at, last_seen_at, expires_at, level, factor, idle_s)
     select a.region_id, $2, a.account, now, now, now + $3 * interval '1 second', $4, $5, $6
     from (select clock_timestamp() as now) clock cross join lateral (
       select region_id, account from accounts where region_id = $1 and account = $7 and closed_at is null
         and ($8::text is null or password_hash = $8) for share) a
     returning expires_at`,
    [tx.actor.region_id, sha256(secret), seconds, level, factor, limits.idle_s, tx.actor.account, password_hash ?? null]);
  return row === undefined ? null : { token: `${tx.actor.region_id}.${secret}`, expires_at: row.expires_at };
}

/** That a session `s` of an account `a` of a person `p` holds. */
const HOLDS = `s.ended_at is null and s.expires_at > clock_timestamp() and s.last_seen_at + s.idle_s * interval '1 second' > clock_timestamp()
  and s.started_at >= a.sessions_from and a.closed_at is null and p.closed_at is null`;

interface SessionRow extends HolderRow {
  readonly level: SessionLevel;
  readonly factor: boolean;
  readonly expires_at: Instant;
  readonly stale: boolean;
  readonly region: RegionNow;
}

/**
 * Who holds this token; null when it is none, has expired or was ended, and when its account, person or last
 * appointment ended: all of that is asked anew each time.
 */
export async function readSession(db: Database, token: string, day: PlainDate = roleDay()): Promise<Session | null> {
  const parts = partsOf(token);
  if (parts === null) return null;
  const { region_id, secret } = parts;
  const digest = sha256(secret);
  const [row] = await db.as(lookupActor(region_id)).ask<SessionRow>(
    `select ${holderColumns('$3')}, s.level, s.factor, s.expires_at, s.last_seen_at < clock_timestamp() - interval '${TOUCHED_EVERY_S} seconds' as stale,
       ${REGION_NOW}
     from sessions s join accounts a on a.region_id = s.region_id and a.account = s.account
       join people p on p.region_id = a.region_id and p.person_id = a.person_id
     where s.region_id = $1 and s.token_sha256 = $2 and ${HOLDS}`, [region_id, digest, day]);
  const holder = row === undefined ? null : holderOf(row);
  if (row === undefined || holder === null) return null;
  if (row.stale) await touch(db, region_id, digest);
  const { level, factor, expires_at, region } = row;
  return { actor: { region_id, account: holder.account, reach: level === 'full' ? holder.reach : NOTHING }, holder, level, factor, expires_at, region };
}

function touch(db: Database, region_id: number, digest: Buffer): Promise<number> {
  return db.as(programActor(region_id)).write((tx) => {
    tx.unaudited('when a session was last used');
    return tx.change('update sessions set last_seen_at = clock_timestamp() where region_id = $1 and token_sha256 = $2 and ended_at is null', [region_id, digest]);
  });
}

/** Ends the actor's own session of this token; one that is none, or another's, is no fault. */
export async function endSession(tx: Transaction, token: string): Promise<void> {
  const parts = partsOf(token);
  if (parts === null) return;
  const ended = await tx.change(
    'update sessions set ended_at = clock_timestamp() where region_id = $1 and token_sha256 = $2 and account = $3 and ended_at is null',
    [tx.actor.region_id, sha256(parts.secret), tx.actor.account]);
  if (ended > 0) await tx.audit({ action: 'session.close', object: `accounts/${tx.actor.account}` });
}

/** A session in a list of one's own. */
export interface ListedSession {
  readonly session_id: string;
  readonly started_at: Instant;
  readonly last_seen_at: Instant;
  readonly expires_at: Instant;
  readonly current: boolean;
}

/** The actor's own full sessions that hold, latest first; `token` is the one that asks. */
export function listSessions(tx: Transaction, token: string): Promise<ListedSession[]> {
  return tx.query<ListedSession>(
    `select encode(substring(s.token_sha256 from 1 for 8), 'hex') as session_id, s.started_at, s.last_seen_at, s.expires_at, s.token_sha256 = $3 as current
     from sessions s join accounts a on a.region_id = s.region_id and a.account = s.account
     where s.region_id = $1 and s.account = $2 and s.level = 'full' and s.ended_at is null and s.expires_at > clock_timestamp()
       and s.last_seen_at + s.idle_s * interval '1 second' > clock_timestamp() and s.started_at >= a.sessions_from
     order by s.started_at desc`, [tx.actor.region_id, tx.actor.account, sha256(partsOf(token)?.secret ?? '')]);
}

/** Ends every session and token of accounts, from now on; answers of how many accounts. */
export async function endAllOf(tx: Transaction, accounts: readonly string[]): Promise<number> {
  return tx.change('update accounts set sessions_from = clock_timestamp() where region_id = $1 and account = any($2::text[])', [tx.actor.region_id, accounts]);
}

/** Ends one of the actor's own sessions by its id in their list; answers of how many. */
export async function endListedSession(tx: Transaction, session_id: string): Promise<number> {
  const ended = await tx.change(
    `update sessions set ended_at = clock_timestamp()
     where region_id = $1 and account = $2 and encode(substring(token_sha256 from 1 for 8), 'hex') = $3 and ended_at is null`,
    [tx.actor.region_id, tx.actor.account, session_id]);
  if (ended > 0) await tx.audit({ action: 'session.close', object: `accounts/${tx.actor.account}` });
  return ended;
}

/** Ends the actor's own sessions but the one of this token; answers of how many. */
export async function endOtherSessions(tx: Transaction, token: string): Promise<number> {
  const ended = await tx.change(
    'update sessions set ended_at = clock_timestamp() where region_id = $1 and account = $2 and token_sha256 <> $3 and ended_at is null and expires_at > clock_timestamp()',
    [tx.actor.region_id, tx.actor.account, sha256(partsOf(token)?.secret ?? '')]);
  if (ended > 0) await tx.audit({ action: 'session.end_others', object: `accounts/${tx.actor.account}`, detail: { ended } });
  return ended;
}

/** Signs the actor out everywhere. */
export async function endOwnSessions(tx: Transaction): Promise<void> {
  await endAllOf(tx, [tx.actor.account]);
  await tx.audit({ action: 'session.end_all', object: `accounts/${tx.actor.account}` });
}
