import { randomInt, randomUUID } from 'node:crypto';
import type { PersonalChannel } from '../core/messages/address.ts';
import type { CodePurpose } from '../core/messages/templates.ts';
import type { Instant } from './known-time.ts';
import { enqueueSecret } from './outbox.ts';
import type { Transaction } from './transaction.ts';

const DIGITS = 6;
const HOLDS_MINUTES = 5;
const MOST_TRIES = 5;
const MINUTE_S = 60;
/** So soon after one no other is sent. */
const BETWEEN_S = MINUTE_S;
const MOST_AN_HOUR = 5;
const HOUR_S = 3600;

/** What a code is asked for, and where it is sent. */
export interface WantedCode {
  readonly purpose: CodePurpose;
  /** What it is shown for: an address, an agreement. A code counts for nothing else. */
  readonly subject: string;
  readonly channel: PersonalChannel;
  /** Sealed. */
  readonly address: string;
}

export type IssuedOneTimeCode =
  | { readonly outcome: 'done'; readonly expires_at: Instant }
  | { readonly outcome: 'too_many_codes'; readonly wait_s: number };

/** Sends the actor a code of six digits that holds for five minutes. One that is out for the same thing holds no more. */
export async function issueOneTimeCode(tx: Transaction, { purpose, subject, channel, address }: WantedCode): Promise<IssuedOneTimeCode> {
  const { region_id, account } = tx.actor;
  // Two requests at one moment are counted one after the other.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [account, region_id]);
  const wait_s = await waitOf(tx);
  if (wait_s > 0) return { outcome: 'too_many_codes', wait_s };
  await tx.change(
    'update one_time_codes set ended_at = clock_timestamp() where region_id = $1 and account = $2 and purpose = $3 and subject = $4 and used_at is null and ended_at is null',
    [region_id, account, purpose, subject]);
  const code_id = randomUUID();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const [made] = await tx.query<{ expires_at: Instant }>(
    `insert into one_time_codes (region_id, code_id, account, purpose, subject, digest, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp() + $7 * interval '1 minute') returning expires_at`,
    [region_id, code_id, account, purpose, subject, digestOf(tx, code_id, code), HOLDS_MINUTES]);
  await enqueueSecret(tx, account, { purpose, minutes: HOLDS_MINUTES }, { key: `code/${code_id}`, secret: code, channel, address, holds_s: HOLDS_MINUTES * MINUTE_S });
  await tx.audit({ action: 'code.issued', object: `codes/${code_id}`, detail: { purpose, channel } });
  return { outcome: 'done', expires_at: (made as { expires_at: Instant }).expires_at };
}

/** A million codes are tried in no time: the digest takes a key that the database never sees. */
function digestOf(tx: Transaction, code_id: string, code: string): string {
  return tx.keys.digest(`one-time code\u001f${code_id}\u001f${code}`);
}

/** Seconds until another code may be sent to the actor; zero: now. */
async function waitOf(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ many: number; since_last: number | null; since_first: number | null }>(
    `select count(*)::integer as many, extract(epoch from clock_timestamp() - max(made_at))::double precision as since_last,
       extract(epoch from clock_timestamp() - min(made_at))::double precision as since_first
     from (select made_at from one_time_codes where region_id = $1 and account = $2 and made_at > clock_timestamp() - $3 * interval '1 second'
       order by made_at desc limit ${MOST_AN_HOUR}) as last`, [tx.actor.region_id, tx.actor.account, HOUR_S]);
  const { many = 0, since_last = null, since_first = null } = row ?? {};
  if (many >= MOST_AN_HOUR) return Math.ceil(HOUR_S - (since_first ?? 0));
  return since_last === null ? 0 : Math.max(0, Math.ceil(BETWEEN_S - since_last));
}

export type TakenOneTimeCode = 'done' | 'wrong_code' | 'code_not_valid';

/**
 * Takes the actor's code for a thing: each counts once, and after five wrong ones none of that code's tries do. The
 * caller commits whatever it answers: a wrong try that was undone would not count.
 */
export async function takeOneTimeCode(tx: Transaction, { purpose, subject, code }: Pick<WantedCode, 'purpose' | 'subject'> & { readonly code: string }): Promise<TakenOneTimeCode> {
  const { region_id, account } = tx.actor;
  const [tried] = await tx.query<{ code_id: string; digest: string }>(
    `update one_time_codes set tries = tries + 1
     where region_id = $1 and account = $2 and purpose = $3 and subject = $4 and used_at is null and ended_at is null and expires_at > clock_timestamp() and tries < $5
     returning code_id, digest`, [region_id, account, purpose, subject, MOST_TRIES]);
  if (tried === undefined) return 'code_not_valid';
  const { code_id, digest } = tried;
  if (digestOf(tx, code_id, code.trim()) !== digest) {
    await tx.audit({ action: 'code.refused', object: `codes/${code_id}`, detail: { purpose } });
    return 'wrong_code';
  }
  await tx.change('update one_time_codes set used_at = clock_timestamp() where region_id = $1 and code_id = $2', [region_id, code_id]);
  await tx.audit({ action: 'code.taken', object: `codes/${code_id}`, detail: { purpose } });
  return 'done';
}
