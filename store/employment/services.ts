import { mayTouch } from '../../core/access/reach.ts';
import { refusalOfService, type ServiceDraft, type ServiceKind, type ServiceRefusal } from '../../core/employment/services.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

export interface Service extends ServiceDraft {
  readonly service_id: string;
  readonly school_id: string;
  readonly recorded_by: string;
  readonly reason: string | null;
}

/** M10-a: what a school did for its graduates, the latest first; of a calendar year. */
export function listServices(tx: Transaction, year: number): Promise<Service[]> {
  return tx.query<Service>(
    `select service_id::text, school_id, kind, on_date as "on", title, class_id, student_id, attended, hours, firms, note, recorded_by, reason from employment_services
     where region_id = $1 and superseded_at is null and not withdrawn and extract(year from on_date) = $2::integer and ($3::text[] is null or scopes && $3) order by on_date desc, service_id desc`,
    [tx.actor.region_id, year, labelsToRead(tx, 'employment')]);
}

export interface ServiceTotal {
  readonly school_id: string;
  readonly kind: ServiceKind;
  readonly many: number;
  readonly attended: number;
}

/** The same as numbers, by school and kind. To be called within `tx.whole`. */
export async function serviceTotals(whole: Transaction, year: number, on: PlainDate): Promise<ServiceTotal[]> {
  const rows = await whole.query<{ school_id: string; kind: ServiceKind; many: bigint; attended: bigint }>(
    `select school_id, kind, count(*) as many, sum(attended)::bigint as attended from employment_services
     where region_id = $1 and superseded_at is null and not withdrawn and extract(year from on_date) = $2::integer and on_date <= $3::date group by 1, 2 order by 1, 2`, [whole.actor.region_id, year, on]);
  return rows.map((row) => ({ ...row, many: Number(row.many), attended: Number(row.attended) }));
}

export interface ServiceChange {
  /** The record that is put right or, without a draft, withdrawn; null for a new one. */
  readonly answers: string | null;
  readonly school_id: string;
  readonly draft: ServiceDraft | null;
  readonly reason: string | null;
}

export type RecordedService =
  | { readonly outcome: 'done'; readonly value: { readonly service_id: string } }
  | { readonly outcome: 'unknown_organisation' | 'unknown_service' | 'changed_meanwhile' | 'unknown_student' }
  | { readonly outcome: 'service_refused'; readonly why: ServiceRefusal };

/** Records a service, or answers one with another record. */
export async function recordService(tx: Transaction, { answers, school_id, draft, reason }: ServiceChange, today: PlainDate): Promise<RecordedService> {
  const stamp = await lockRegion(tx);
  const scopes = await schoolScopes(tx, school_id);
  if (stamp === null || scopes === null || !mayTouch(tx.actor.reach, 'employment', 'write', scopes)) return { outcome: 'unknown_organisation' };
  const old = answers === null ? null : (await standingService(tx, answers));
  if (answers !== null && (old === null || old.school_id !== school_id)) return { outcome: 'unknown_service' };
  if (answers !== null && (reason ?? '').trim() === '') return { outcome: 'service_refused', why: 'reason_missing' };
  const values = draft ?? old;
  if (values === null) return { outcome: 'unknown_service' };
  const why = draft === null ? null : refusalOfService(draft, today);
  if (why !== null) return { outcome: 'service_refused', why };
  // What is about one student is for those who follow that student.
  const labels = values.student_id === null ? scopes : await scopesOfOwn(tx, values.student_id, school_id);
  if (labels === null) return { outcome: 'unknown_student' };
  if (answers !== null && await tx.change('update employment_services set superseded_at = $3 where region_id = $1 and service_id = $2::bigint and superseded_at is null', [tx.actor.region_id, answers, stamp.at]) === 0) return { outcome: 'changed_meanwhile' };
  const service_id = String(await takeNumbers(tx, 'next_number', 1));
  await tx.change(
    `insert into employment_services (region_id, service_id, school_id, kind, on_date, title, class_id, student_id, attended, hours, firms, note, answers, reason, withdrawn, scopes, recorded_at, recorded_by)
     values ($1, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::bigint, $14, $15, $16, $17, $18)`,
    [tx.actor.region_id, service_id, school_id, values.kind, values.on, values.title, values.class_id, values.student_id, values.attended, values.hours, values.firms, values.note, answers,
      answers === null ? null : reason, draft === null, labels, stamp.at, tx.actor.account]);
  await tx.audit({ action: draft === null ? 'employment_service.withdrawn' : 'employment_service.recorded', object: `employment-services/${service_id}`, detail: { kind: values.kind, on: values.on, answers } });
  return { outcome: 'done', value: { service_id } };
}

async function standingService(tx: Transaction, service_id: string): Promise<(ServiceDraft & { readonly school_id: string }) | null> {
  const [row] = await tx.query<ServiceDraft & { school_id: string }>(
    `select school_id, kind, on_date as "on", title, class_id, student_id, attended, hours, firms, note from employment_services
     where region_id = $1 and service_id = $2::bigint and superseded_at is null and not withdrawn and ($3::text[] is null or scopes && $3)`, [tx.actor.region_id, service_id, labelsToRead(tx, 'employment')]);
  return row ?? null;
}

/** Labels of a school, with those of the colleges of its programmes; null where there is none. */
export async function schoolScopes(tx: Transaction, school_id: string): Promise<string[] | null> {
  return tx.whole(async (whole) => {
    const [school] = await whole.query<{ scopes: string[] }>(`select r.scopes from register_organisations r where r.region_id = $1 and r.key = $2 and r.kind = 'school' and ${standing('r')}`, [tx.actor.region_id, school_id]);
    if (school === undefined) return null;
    const colleges = await whole.query<{ college_id: string }>(`select distinct r.college_id from register_programmes r where r.region_id = $1 and r.school_id = $2 and ${standing('r')}`, [tx.actor.region_id, school_id]);
    return [...new Set([...school.scopes, `org:${school_id}`, ...colleges.map(({ college_id }) => `org:${college_id}`)])].sort();
  });
}

async function scopesOfOwn(tx: Transaction, student_id: string, school_id: string): Promise<readonly string[] | null> {
  const [row] = await tx.query<{ scopes: string[] }>(`select r.scopes from register_students r where r.region_id = $1 and r.student_id = $2 and r.school_id = $3 and ${standing('r')} order by r.valid_from desc limit 1`, [tx.actor.region_id, student_id, school_id]);
  return row?.scopes ?? null;
}
