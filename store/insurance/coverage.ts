import { insuranceYear } from '../../core/insurance/period.ts';
import type { CoverKind, Span } from '../../core/insurance/cover.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

/** A student with days that no policy covers. */
export interface Uncovered {
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly class_id: string | null;
  readonly kind: CoverKind;
  /** The days that are to be covered, and those that are not. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly gaps: readonly Span[];
  /** Whether the day that is asked about is among them. */
  readonly today: boolean;
}

/** How a school stands with one kind of insurance: whom it has to cover, and of whom some day is not. */
export interface SchoolCover {
  readonly school_id: string;
  readonly kind: CoverKind;
  readonly heads: number;
  readonly uncovered: number;
}

export interface Coverage {
  readonly schools: readonly SchoolCover[];
  /** By name, as far as the actor reads the roll. */
  readonly uncovered: readonly Uncovered[];
}

/**
 * R4-j: whoever lacks cover on some day from the one asked about on. School liability: everybody of the higher stage on the
 * roll that day, to the end of the insurance year; internship liability: every internship that has not ended, all its days to
 * come (B53). Worked out in the database for all at once.
 */
const SQL = `with roll as (
    select distinct on (r.student_id) r.student_id, r.name, r.school_id, r.class_id, r.scopes from register_students r
    where r.region_id = $1 and ${standing('r')} and r.stage = 'higher' and r.status = any($4::text[]) and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)
      and ($5::text is null or r.school_id = $5) order by r.student_id, r.valid_from desc),
  wanted as (
    select student_id, 'school_liability' as kind, daterange($2::date, $3::date, '[]') as days from roll where $3::date is not null
    union all select i.student_id, 'internship_liability', daterange(greatest(i.valid_from, $2::date), i.valid_to, '[]')
      from register_internships i where i.region_id = $1 and ${standing('i')} and i.valid_to >= $2::date),
  held as (
    select p.student_id, p.kind, range_agg(daterange(p.valid_from, p.valid_to, '[]')) as days from register_insurance p
    where p.region_id = $1 and ${standing('p')} and p.valid_to >= $2::date group by 1, 2)
  select w.student_id, w.kind, r.name, r.school_id, r.class_id, r.scopes, lower(w.days) as "from", upper(w.days) - 1 as "to", datemultirange(w.days) - coalesce(h.days, '{}'::datemultirange) as gaps
  from wanted w join roll r using (student_id) left join held h on h.student_id = w.student_id and h.kind = w.kind`;

interface Row extends Omit<Uncovered, 'gaps' | 'today'> {
  readonly gaps: readonly Span[];
}

/** Cover on a day: figures of every school in reach, and everybody who lacks it by name where the actor may read the roll. */
export async function coverageOn(tx: Transaction, { school_id, on }: { readonly school_id: string | null; readonly on: PlainDate }, law: Law): Promise<Coverage> {
  const [policies, students] = [tx.actor.reach.get('policies.read') ?? [], tx.actor.reach.get('students.read') ?? []];
  const asked = [tx.actor.region_id, on, insuranceYear(law.value, on)?.to ?? null, [...AT_SCHOOL], school_id];
  const schools = await tx.whole((whole) => whole.query<SchoolCover>(
    `select c.school_id, c.kind, count(*)::int as heads, count(*) filter (where not isempty(c.gaps))::int as uncovered from (${SQL}) c
     where ($6::text[] is null or c.scopes && $6::text[]) group by 1, 2 order by 1, 2 desc`, [...asked, policies === '*' ? null : policies]));
  // Names in the actor's own reach: the database holds it, too.
  const rows = students.length === 0 ? [] : await tx.query<Row>(
    `select c.student_id, c.kind, c.name, c.school_id, c.class_id, c."from", c."to",
       (select jsonb_agg(jsonb_build_object('from', lower(g), 'to', upper(g) - 1) order by lower(g)) from unnest(c.gaps) g) as gaps from (${SQL}) c
     where not isempty(c.gaps) and ($6::text[] is null or c.scopes && $6::text[]) and ($7::text[] is null or c.scopes && $7::text[]) order by c.school_id, c.class_id nulls last, c.student_id, c.kind desc`,
    [...asked, policies === '*' ? null : policies, students === '*' ? null : students]);
  return { schools, uncovered: rows.map((one) => ({ ...one, today: one.gaps.some(({ from, to }) => from <= on && on <= to) })) };
}
