import { randomUUID } from 'node:crypto';
import { mayTouch } from '../core/access/reach.ts';
import { addDays, type PlainDate } from '../core/values/plain-date.ts';
import type { Instant } from './known-time.ts';
import { enqueue } from './outbox.ts';
import type { Transaction } from './transaction.ts';
import { UUID } from './uuid.ts';

/** Leave to read minors' records beyond those of one's own appointment. */
export interface MinorGrant {
  readonly grant_id: string;
  /** Who asked, and may read while it holds. */
  readonly account: string;
  /** The label whose records it opens: `org:S1`, `class:K1`, `student:20221001`; `*` for the whole region. */
  readonly scope: string;
  readonly purpose: string;
  /** The last day. */
  readonly expires_on: PlainDate;
  readonly state: 'asked' | 'refused' | 'active' | 'expired' | 'ended';
  readonly asked_at: Instant;
  readonly decided_at: Instant | null;
  readonly decided_by: string | null;
  /** Why it was refused. */
  readonly reason: string | null;
  readonly ended_at: Instant | null;
  readonly ended_by: string | null;
}

/** What a grant may open. */
export const GRANT_SCOPE = /^(?:\*|(?:org|campus|county|class|student):[^\s,;]{1,64})$/;
/** A grant holds a year at most, then it is asked for again. */
export const MOST_DAYS = 366;

const COLUMNS = 'grant_id, account, scope, purpose, expires_on, asked_at, decided_at, decided_by, reason, ended_at, ended_by';
/** `$2` is today. */
const STATE = `case when approved is null and expires_on < $2::date then 'expired' when approved is null then 'asked' when not approved then 'refused'
  when ended_at is not null then 'ended' when expires_on < $2::date then 'expired' else 'active' end as state`;

export type AskedGrant = { readonly outcome: 'done'; readonly grant: MinorGrant } | { readonly outcome: 'day_not_possible' };

/** Asks for leave. Whether there is anything under the label is not told. */
export async function askGrant(
  tx: Transaction, asked: { readonly scope: string; readonly purpose: string; readonly expires_on: PlainDate }, today: PlainDate,
): Promise<AskedGrant> {
  if (asked.expires_on < today || asked.expires_on > addDays(today, MOST_DAYS)) return { outcome: 'day_not_possible' };
  const { region_id, account } = tx.actor;
  const grant_id = randomUUID();
  // Those decide to whom the records belong; a label that is no thing's belongs to itself alone.
  const [held] = await tx.whole((whole) => whole.query<{ scopes: string[] }>('select scopes from labels where region_id = $1 and thing = $2', [region_id, asked.scope]));
  const scopes = asked.scope === '*' ? [] : [...new Set([asked.scope, ...held?.scopes ?? []])];
  await tx.change(
    `insert into minor_grants (region_id, grant_id, account, scope, scopes, purpose, expires_on, asked_at) values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
    [region_id, grant_id, account, asked.scope, scopes, asked.purpose, asked.expires_on]);
  await tx.audit({ action: 'grant.ask', object: `grants/${grant_id}`, detail: asked });
  return { outcome: 'done', grant: await grantNamed(tx, grant_id, today) as MinorGrant };
}

export type DecidedGrant =
  | { readonly outcome: 'done'; readonly grant: MinorGrant }
  | { readonly outcome: 'not_found' }
  /** Nobody gives leave to themselves. */
  | { readonly outcome: 'own_request' }
  /** It is not theirs to decide. */
  | { readonly outcome: 'not_allowed' }
  | { readonly outcome: 'decided_already' };

/** What is decided on a request; a refusal says why. */
export type GrantDecision = { readonly approved: true } | { readonly approved: false; readonly reason: string | null };

/** Gives or refuses leave: by another person, whom the records belong to. */
export async function decideGrant(tx: Transaction, grant_id: string, decision: GrantDecision, today: PlainDate): Promise<DecidedGrant> {
  const { approved } = decision;
  const reason = decision.approved ? null : decision.reason;
  const { region_id, account } = tx.actor;
  const found = await lockedGrant(tx, grant_id);
  if (found === null) return { outcome: 'not_found' };
  if (found.account === account) return { outcome: 'own_request' };
  if (!mayTouch(tx.actor.reach, 'grants', 'approve', found.scopes)) return { outcome: 'not_allowed' };
  const many = await tx.change(
    `update minor_grants set approved = $3, decided_at = clock_timestamp(), decided_by = $4, reason = $6
     where region_id = $1 and grant_id = $2 and approved is null and ended_at is null and expires_on >= $5::date`, [region_id, grant_id, approved, account, today, reason]);
  if (many === 0) return { outcome: 'decided_already' };
  await tx.audit({
    action: approved ? 'grant.approve' : 'grant.refuse', object: `grants/${grant_id}`,
    detail: { account: found.account, scope: found.scope, expires_on: found.expires_on, ...(reason !== null && { reason }) },
  });
  await enqueue(tx, { key: `grants/${grant_id}/decided`, to: { account: found.account }, template: 'grant_decided', data: { approved, path: '/grants' } });
  return { outcome: 'done', grant: await grantNamed(tx, grant_id, today) as MinorGrant };
}

/** Ends a grant, or takes a request back: by who asked, or by who may decide on it. */
export async function endGrant(tx: Transaction, grant_id: string, today: PlainDate): Promise<Exclude<DecidedGrant, { readonly outcome: 'own_request' }>> {
  const { region_id, account } = tx.actor;
  const found = await lockedGrant(tx, grant_id);
  if (found === null) return { outcome: 'not_found' };
  if (found.account !== account && !mayTouch(tx.actor.reach, 'grants', 'approve', found.scopes)) return { outcome: 'not_allowed' };
  const many = await tx.change(
    `update minor_grants set ended_at = clock_timestamp(), ended_by = $3, approved = coalesce(approved, false),
       decided_at = coalesce(decided_at, clock_timestamp()), decided_by = coalesce(decided_by, $3)
     where region_id = $1 and grant_id = $2 and ended_at is null and approved is not false`, [region_id, grant_id, account]);
  if (many === 0) return { outcome: 'decided_already' };
  await tx.audit({ action: 'grant.end', object: `grants/${grant_id}`, detail: { account: found.account, scope: found.scope } });
  return { outcome: 'done', grant: await grantNamed(tx, grant_id, today) as MinorGrant };
}

interface LockedGrant {
  readonly account: string;
  readonly scope: string;
  readonly scopes: readonly string[];
  readonly expires_on: PlainDate;
}

async function lockedGrant(tx: Transaction, grant_id: string): Promise<LockedGrant | null> {
  if (!UUID.test(grant_id)) return null;
  const [row] = await tx.query<LockedGrant>(
    'select account, scope, scopes, expires_on from minor_grants where region_id = $1 and grant_id = $2 for update', [tx.actor.region_id, grant_id]);
  // One that the actor may not even know of is none.
  return row !== undefined && (row.account === tx.actor.account || mayTouch(tx.actor.reach, 'grants', 'read', row.scopes)) ? row : null;
}

async function grantNamed(tx: Transaction, grant_id: string, today: PlainDate): Promise<MinorGrant | null> {
  const [row] = await tx.query<MinorGrant>(`select ${COLUMNS}, ${STATE} from minor_grants where region_id = $1 and grant_id = $3`, [tx.actor.region_id, today, grant_id]);
  return row ?? null;
}

/** The grants that the actor may know of, latest first: all in reach, or only what they asked for themselves. */
export function listGrants(tx: Transaction, today: PlainDate, own: boolean): Promise<MinorGrant[]> {
  const labels = tx.actor.reach.get('grants.read') ?? [];
  return tx.query<MinorGrant>(
    `select ${COLUMNS}, ${STATE} from minor_grants
     where region_id = $1 and (account = $4 or not $3::boolean and ($5::text[] is null or scopes && $5)) order by asked_at desc, grant_id limit 1000`,
    [tx.actor.region_id, today, own, tx.actor.account, labels === '*' ? null : labels]);
}

/** The labels that grants in force open to an account on a day; an ended or expired one opens nothing any more. */
export async function activeGrants(tx: Transaction, account: string, today: PlainDate): Promise<string[]> {
  const rows = await tx.query<{ scope: string }>(
    `select distinct scope from minor_grants where region_id = $1 and account = $3 and approved and ended_at is null and expires_on >= $2::date order by 1`,
    [tx.actor.region_id, today, account]);
  return rows.map(({ scope }) => scope);
}
