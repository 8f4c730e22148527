import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { codeDigest, newCode } from './secret-codes.ts';
import { openToken, sealAll } from './sealing.ts';
import type { Transaction } from './transaction.ts';

const RECOVERY_CODES = 10;
/** A code of the step before or after still counts: clocks differ. Seconds. */
const TOLERANCE_S = 30;
const TOTP = /^\d{6}$/;
const TOKEN_BYTES = 24;

/** What an authenticator is set up with, shown once. */
export interface FactorSetUp {
  /** Base32. */
  readonly secret: string;
  /** otpauth://… */
  readonly uri: string;
}

/** Begins to set up the actor's own second factor; the one that is there, if any, counts until the new one is confirmed. */
export async function beginFactor(tx: Transaction, issuer: string): Promise<FactorSetUp> {
  const secret = generateSecret();
  await tx.change(
    `insert into second_factors (region_id, account, pending) values ($1, $2, $3)
     on conflict (region_id, account) do update set pending = excluded.pending`, [tx.actor.region_id, tx.actor.account, await sealSecret(tx, secret)]);
  await tx.audit({ action: 'factor.begin', object: `accounts/${tx.actor.account}` });
  return { secret, uri: generateURI({ issuer, label: tx.actor.account, secret }) };
}

/** Kept as personal values are, under a token that says nothing. */
async function sealSecret(tx: Transaction, secret: string): Promise<string> {
  const token = `sealed:factor:${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  await sealAll(tx, new Map([[token, secret]]));
  return token;
}

export type FactorConfirmed = { readonly outcome: 'done'; readonly recovery_codes: readonly string[] } | { readonly outcome: 'wrong_code' | 'nothing_to_confirm' };

/**
 * The first code of the factor being set up: from now on it is asked for, and the recovery codes are new. Every session
 * from before ends, so that nobody else who was setting one up goes on; the caller opens a new one.
 */
export async function confirmFactor(tx: Transaction, code: string): Promise<FactorConfirmed> {
  const { region_id, account } = tx.actor;
  const [row] = await tx.query<FactorRow & { pending: string | null }>(
    `select pending, last_step, ${NOW_S} from second_factors where region_id = $1 and account = $2`, [region_id, account]);
  if (row?.pending == null) return { outcome: 'nothing_to_confirm' };
  const step = stepOf(await openToken(tx, row.pending), code, { ...row, last_step: 0n });
  if (step === null) return { outcome: 'wrong_code' };
  const confirmed = await tx.change(
    'update second_factors set secret = pending, last_step = $4, pending = null where region_id = $1 and account = $2 and pending = $3', [region_id, account, row.pending, step]);
  if (confirmed === 0) return { outcome: 'nothing_to_confirm' };
  await tx.change('update accounts set factor_at = clock_timestamp(), sessions_from = clock_timestamp() where region_id = $1 and account = $2', [region_id, account]);
  await tx.change('update recovery_codes set ended_at = clock_timestamp() where region_id = $1 and account = $2 and ended_at is null', [region_id, account]);
  const recovery_codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await tx.change(
    `insert into recovery_codes (region_id, account, code_sha256, made_at) select $1, $2, d, clock_timestamp() from unnest($3::bytea[]) as u(d)`,
    [region_id, account, recovery_codes.map(codeDigest)]);
  await tx.audit({ action: 'factor.enrolled', object: `accounts/${account}` });
  return { outcome: 'done', recovery_codes };
}

/** Takes a code of the actor's authenticator, or a recovery code. Each counts once, however many try it at one moment. */
export async function takeCode(tx: Transaction, code: string): Promise<{ readonly outcome: 'done' | 'wrong_code' }> {
  const how = TOTP.test(code.replace(/\s/g, '')) ? await takeTotp(tx, code) : await takeRecovery(tx, code);
  await tx.audit({ action: how === null ? 'factor.refused' : 'factor.shown', object: `accounts/${tx.actor.account}`, detail: { how: how ?? 'none' } });
  return { outcome: how === null ? 'wrong_code' : 'done' };
}

interface FactorRow {
  readonly last_step: bigint;
  readonly now_s: string;
}

const NOW_S = 'floor(extract(epoch from clock_timestamp()))::text as now_s';

async function takeTotp(tx: Transaction, code: string): Promise<'authenticator' | null> {
  const { region_id, account } = tx.actor;
  const [row] = await tx.query<FactorRow & { secret: string | null }>(
    `select secret, last_step, ${NOW_S} from second_factors where region_id = $1 and account = $2`, [region_id, account]);
  if (row?.secret == null) return null;
  const step = stepOf(await openToken(tx, row.secret), code, row);
  if (step === null) return null;
  // Compare and set: of two that bring the same code at once, one finds the step taken.
  const taken = await tx.change(
    'update second_factors set last_step = $3 where region_id = $1 and account = $2 and last_step < $3 and secret = $4', [region_id, account, step, row.secret]);
  return taken === 1 ? 'authenticator' : null;
}

async function takeRecovery(tx: Transaction, code: string): Promise<'recovery_code' | null> {
  const digest = codeDigest(code);
  if (digest === null) return null;
  const taken = await tx.change(
    `update recovery_codes set used_at = clock_timestamp()
     where region_id = $1 and account = $2 and code_sha256 = $3 and used_at is null and ended_at is null`, [tx.actor.region_id, tx.actor.account, digest]);
  return taken === 1 ? 'recovery_code' : null;
}

/** The time step that a code belongs to; null when it is of none that counts, or of one not later than the last. */
function stepOf(secret: string | null, code: string, { last_step, now_s }: FactorRow): number | null {
  const token = code.replace(/\s/g, '');
  if (secret === null || !TOTP.test(token)) return null;
  const read = verifySync({ secret, token, epoch: Number(now_s), epochTolerance: TOLERANCE_S });
  if (!read.valid || !('timeStep' in read)) return null;
  return read.timeStep > Number(last_step) ? read.timeStep : null;
}

/** Takes an account's second factor and recovery codes away; its sessions and tokens are for the caller to end. */
export async function dropFactor(tx: Transaction, account: string): Promise<void> {
  const { region_id } = tx.actor;
  await tx.change('update second_factors set secret = null, pending = null where region_id = $1 and account = $2', [region_id, account]);
  await tx.change('update recovery_codes set ended_at = clock_timestamp() where region_id = $1 and account = $2 and ended_at is null', [region_id, account]);
  await tx.change('update accounts set factor_at = null where region_id = $1 and account = $2', [region_id, account]);
  await tx.audit({ action: 'factor.reset', object: `accounts/${account}` });
}
