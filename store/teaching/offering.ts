import type { CourseKind } from '../../core/schemes/scheme.ts';
import type { OfferingState } from '../../core/teaching/states.ts';
import { takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** A course of a class in a term. */
export interface Offering {
  readonly offering_id: number;
  readonly class_id: string;
  readonly term: string;
  readonly college_id: string;
  readonly school_id: string;
  readonly campus_id: string | null;
  readonly programme_id: string;
  readonly cohort: number;
  /** The matter of the scheme that it is from. */
  readonly scheme: number;
  readonly course_code: string;
  readonly course: string;
  readonly kind: CourseKind;
  /** Plain decimal. */
  readonly credits: string;
  readonly planned_hours: number;
  readonly staff_no: string | null;
  readonly taught_hours: number | null;
  readonly state: OfferingState;
  readonly version: number;
  readonly scopes: readonly string[];
}

interface OfferingRow extends Omit<Offering, 'offering_id' | 'scheme'> {
  readonly offering_id: bigint;
  readonly scheme: bigint;
}

export interface OfferingFilter {
  readonly offering_id?: number | undefined;
  readonly term?: string | undefined;
  readonly class_id?: string | undefined;
  readonly college_id?: string | undefined;
  readonly classes?: readonly string[] | undefined;
}

/** Courses in reach that meet all of a filter, by term, class and code. */
export async function listOfferings(tx: Transaction, filter: OfferingFilter): Promise<Offering[]> {
  const rows = await tx.query<OfferingRow>(
    `select offering_id, class_id, term, college_id, school_id, campus_id, programme_id, cohort, scheme, course_code, course, kind, credits, planned_hours, staff_no, taught_hours, state, version, scopes
     from offerings where region_id = $1 and ($2::bigint is null or offering_id = $2) and ($3::text is null or term = $3) and ($4::text is null or class_id = $4)
       and ($5::text is null or college_id = $5) and ($6::text[] is null or class_id = any($6)) and ($7::text[] is null or scopes && $7)
     order by term desc, class_id, course_code`,
    [tx.actor.region_id, filter.offering_id ?? null, filter.term ?? null, filter.class_id ?? null, filter.college_id ?? null, filter.classes ?? null, labelsToRead(tx, 'courses')]);
  return rows.map((row) => ({ ...row, offering_id: Number(row.offering_id), scheme: Number(row.scheme) }));
}

export async function readOffering(tx: Transaction, offering_id: number): Promise<Offering | null> {
  return (await listOfferings(tx, { offering_id }))[0] ?? null;
}

/** Labels by which a course is in reach: of its college, school, class, campus, and of whoever teaches it. */
export function scopesOfOffering({ college_id, school_id, class_id, campus_id, staff_no }: Pick<Offering, 'college_id' | 'school_id' | 'class_id' | 'campus_id' | 'staff_no'>): string[] {
  return [...new Set([`org:${college_id}`, `org:${school_id}`, `class:${class_id}`, ...(campus_id === null ? [] : [`campus:${campus_id}`]), ...(staff_no === null ? [] : [`person:${staff_no}`])])].sort();
}

/** What was done with a course. */
export interface OfferingEntry {
  readonly entry_no: number;
  readonly act: string;
  readonly person: string | null;
  readonly person_id: bigint | null;
  readonly staff_no: string | null;
  readonly taught_hours: number | null;
  readonly reason: string | null;
  readonly recorded_at: string;
}

/** Everything that was done with a course, in order. Who did it is told to whoever has the course in reach. */
export function entriesOf(tx: Transaction, offering_id: number): Promise<OfferingEntry[]> {
  return tx.whole((whole) => whole.query<OfferingEntry>(
    `select e.entry_no, e.act, e.person_id, p.display_name as person, e.staff_no, e.taught_hours, e.reason, e.recorded_at from offering_entries e
     left join people p on p.region_id = e.region_id and p.person_id = e.person_id where e.region_id = $1 and e.offering_id = $2 order by e.entry_no`, [tx.actor.region_id, offering_id]));
}

export interface NewEntry {
  readonly act: 'open' | 'assign' | 'hours' | 'save' | 'submit' | 'return' | 'release' | 'correct';
  readonly person_id: number | null;
  readonly staff_no?: string | null;
  readonly taught_hours?: number | null;
  readonly reason?: string | null;
}

export interface Move {
  readonly state?: OfferingState;
  readonly staff_no?: string | null;
  readonly taught_hours?: number | null;
}

/** Moves a course from the version that was seen, with its entry; false: somebody else did meanwhile. */
export async function moveOffering(tx: Transaction, offering: Offering, entry: NewEntry, move: Move = {}): Promise<boolean> {
  const next = { ...offering, ...move };
  const scopes = scopesOfOffering(next);
  const moved = await tx.change(
    `update offerings set version = version + 1, state = $4, staff_no = $5, taught_hours = $6, scopes = $7 where region_id = $1 and offering_id = $2 and version = $3`,
    [tx.actor.region_id, offering.offering_id, offering.version, next.state, next.staff_no, next.taught_hours, scopes]);
  if (moved !== 1) return false;
  await tx.change(
    `insert into offering_entries (region_id, offering_id, entry_no, act, person_id, staff_no, taught_hours, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp(), $10)`,
    [tx.actor.region_id, offering.offering_id, offering.version + 1, entry.act, entry.person_id, entry.staff_no ?? null, entry.taught_hours ?? null, entry.reason ?? null, scopes, tx.actor.account]);
  return true;
}

/** A course as it is to be opened. */
export type NewOffering = Omit<Offering, 'offering_id' | 'staff_no' | 'taught_hours' | 'state' | 'version' | 'scopes'>;

/** Opens courses together, each with its first entry; answers their numbers. */
export async function addOfferings(tx: Transaction, offerings: readonly NewOffering[], person_id: number | null): Promise<number[]> {
  const first = await takeNumbers(tx, 'next_number', offerings.length);
  const rows = offerings.map((one, at) => ({ ...one, offering_id: first + at, scopes: scopesOfOffering({ ...one, staff_no: null }) }));
  const given = [tx.actor.region_id, JSON.stringify(rows), tx.actor.account];
  await tx.change(
    `insert into offerings (region_id, offering_id, class_id, term, college_id, school_id, campus_id, programme_id, cohort, scheme, course_code, course, kind, credits, planned_hours,
       state, version, scopes, recorded_at, recorded_by)
     select $1::integer, o.offering_id, o.class_id, o.term, o.college_id, o.school_id, o.campus_id, o.programme_id, o.cohort, o.scheme, o.course_code, o.course, o.kind, o.credits, o.planned_hours,
       'open', 1, s.scopes, clock_timestamp(), $3::text
     from jsonb_to_recordset($2::jsonb) as o(offering_id bigint, class_id text, term text, college_id text, school_id text, campus_id text, programme_id text, cohort integer, scheme bigint,
       course_code text, course text, kind text, credits numeric, planned_hours integer)
     join jsonb_to_recordset($2::jsonb) as s(offering_id bigint, scopes text[]) using (offering_id)`, given);
  await tx.change(
    `insert into offering_entries (region_id, offering_id, entry_no, act, person_id, scopes, recorded_at, recorded_by)
     select $1::integer, s.offering_id, 1, 'open', $4::bigint, s.scopes, clock_timestamp(), $3::text
     from jsonb_to_recordset($2::jsonb) as s(offering_id bigint, scopes text[])`, [...given, person_id]);
  return rows.map(({ offering_id }) => offering_id);
}
