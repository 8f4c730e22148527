import { refusalOfDelegating, type DelegatingRefusal } from '../core/approvals/delegating.ts';
import { isRole, type Role } from '../core/access/roles.ts';
import { daysBetween, type PlainDate } from '../core/values/plain-date.ts';
import { roleDay } from './held-roles.ts';
import type { Instant } from './known-time.ts';
import { actingPerson } from './matters/acting.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

/** Leave that one person gave another, to act in their stead in matters. */
export interface StoredDelegation {
  readonly delegation_id: number;
  readonly from_name: string;
  readonly to_name: string;
  readonly to_account: string;
  /** Whether the actor gave it, or has it. */
  readonly given: boolean;
  readonly role: Role;
  readonly first_day: PlainDate;
  readonly last_day: PlainDate;
  readonly reason: string;
  readonly state: 'coming' | 'now' | 'over' | 'ended';
  readonly recorded_at: Instant;
}

type DelegationRow = Omit<StoredDelegation, 'delegation_id' | 'role'> & { readonly delegation_id: bigint; readonly role: string };

/** The leave that the actor gave and was given, latest first. */
export async function listDelegations(tx: Transaction): Promise<StoredDelegation[]> {
  const rows = await tx.whole((whole) => whole.query<DelegationRow>(
    `select d.delegation_id, f.display_name as from_name, t.display_name as to_name, d.to_account, d.from_account = $2 as given, d.role, d.first_day, d.last_day,
       d.reason, d.recorded_at,
       case when d.ended_at is not null then 'ended' when d.first_day > $3::date then 'coming' when d.last_day < $3::date then 'over' else 'now' end as state
     from delegations d join people f on f.region_id = d.region_id and f.person_id = d.from_person
       join people t on t.region_id = d.region_id and t.person_id = d.to_person
     where d.region_id = $1 and (d.from_account = $2 or d.to_account = $2) order by d.delegation_id desc limit 1000`,
    [tx.actor.region_id, tx.actor.account, roleDay()]));
  return rows.flatMap(({ delegation_id, role, ...row }) => (isRole(role) ? [{ ...row, role, delegation_id: Number(delegation_id) }] : []));
}

/** Somebody who may stand in: appointed at one of the actor's own organisations. */
export interface Colleague {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who works today at the organisations where the actor is appointed, by name; the actor is not among them. */
export async function listColleagues(tx: Transaction): Promise<Colleague[]> {
  const rows = await tx.whole((whole) => whole.query<{ account: string; name: string; roles: string[] }>(
    `select a.account, p.display_name as name, array_agg(distinct ap.role) as roles
     from appointments ap join people p on p.region_id = ap.region_id and p.person_id = ap.person_id and p.closed_at is null
       join accounts a on a.region_id = p.region_id and a.person_id = p.person_id and a.closed_at is null
     where ap.region_id = $1 and ap.ended_at is null and ap.valid_from <= $3::date and (ap.valid_to is null or ap.valid_to >= $3::date)
       and a.account <> $2 and ap.org_id in (
         select own.org_id from appointments own join accounts me on me.region_id = own.region_id and me.person_id = own.person_id
         where own.region_id = $1 and me.account = $2 and own.ended_at is null and own.valid_from <= $3::date and (own.valid_to is null or own.valid_to >= $3::date))
     group by 1, 2 order by 2, 1 limit 1000`, [tx.actor.region_id, tx.actor.account, roleDay()]));
  return rows.map((row) => ({ ...row, roles: row.roles.filter(isRole) }));
}

export interface Delegating {
  readonly to_account: string;
  readonly role: Role;
  readonly first_day: PlainDate;
  readonly last_day: PlainDate;
  readonly reason: string;
}

export type Delegated = { readonly outcome: 'done'; readonly delegation_id: number } | { readonly outcome: DelegatingRefusal };

/** Gives leave in the actor's own name. */
export async function delegate(tx: Transaction, asked: Delegating): Promise<Delegated> {
  const stamp = await lockRegion(tx);
  const giver = await actingPerson(tx);
  if (stamp === null || giver === null) return { outcome: 'not_your_office' };
  const today = roleDay();
  const deputy = (await listColleagues(tx)).find(({ account }) => account === asked.to_account);
  const refusal = refusalOfDelegating(asked, {
    oneself: asked.to_account === tx.actor.account, deputy: deputy?.roles ?? [], today,
    own: giver.acting.filter(({ in_stead_of }) => in_stead_of === null).map(({ role }) => role),
  }, daysBetween(today, asked.last_day));
  if (refusal !== null) return { outcome: refusal };
  const { region_id, account } = tx.actor;
  const delegation_id = await takeNumbers(tx, 'next_number', 1);
  const [to] = await tx.whole((whole) => whole.query<{ person_id: bigint }>('select person_id from accounts where region_id = $1 and account = $2', [region_id, asked.to_account]));
  await tx.change(
    `insert into delegations (region_id, delegation_id, from_person, from_account, to_person, to_account, role, first_day, last_day, reason, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $4)`,
    [region_id, delegation_id, giver.person, account, to?.person_id, asked.to_account, asked.role, asked.first_day, asked.last_day, asked.reason, stamp.at]);
  const { reason, ...detail } = asked;
  await tx.audit({ action: 'delegation.give', object: `delegations/${delegation_id}`, detail });
  return { outcome: 'done', delegation_id };
}

export type EndedDelegation = 'done' | 'unknown_delegation' | 'already_ended';

/** Takes leave back, or gives it back: from this moment it opens nothing. */
export async function endDelegation(tx: Transaction, delegation_id: number): Promise<EndedDelegation> {
  const { region_id, account } = tx.actor;
  const [row] = await tx.query<{ ended: boolean }>(
    'select ended_at is not null as ended from delegations where region_id = $1 and delegation_id = $2 and $3 in (from_account, to_account)', [region_id, delegation_id, account]);
  if (row === undefined) return 'unknown_delegation';
  const ended = await tx.change(
    `update delegations set ended_at = clock_timestamp(), ended_by = $3 where region_id = $1 and delegation_id = $2 and $3 in (from_account, to_account) and ended_at is null`,
    [region_id, delegation_id, account]);
  if (ended === 0) return 'already_ended';
  await tx.audit({ action: 'delegation.end', object: `delegations/${delegation_id}` });
  return 'done';
}
