import { KEEPERS, LEFT, type Keeper, type Stage } from '../../core/students/roll.ts';
import type { CustodyFault } from '../../core/students/custody.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { registerNamed } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';
import { withinReach } from '../within-reach.ts';

/** A day, or some days, of a student whom nobody has, or more than one. */
export interface StudentFault extends CustodyFault {
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
}

/** What is proven of everybody in reach from their first row to a day. */
export interface Custody {
  /** Students with a row that begins by the day. */
  readonly students: number;
  /** Of them, those whom one keeper has on the day itself, by keeper; and those who left by then. */
  readonly kept: Readonly<Record<Keeper, number>>;
  readonly left: number;
  /** Those with a fault somewhere. */
  readonly faulty: number;
  /** Days that somebody answered for, of all students together. */
  readonly days: bigint;
  readonly faults: readonly StudentFault[];
  readonly more_faults: boolean;
}

const students = registerNamed('students');
const MOST_FAULTS = 500;
/** Behind the day and the number of the row. */
const STAGE_AT = 18;
const LEAVING = `('${[...LEFT].join("', '")}')`;

/**
 * `custodyFaults` of core over every student at once. A row is cut to the days that count; what the rows before it reach to is carried
 * along, with the stage of the one that reaches farthest, the earlier of equals.
 */
const CUSTODY = (reach: string): string => `
  with own as (
    select r.student_id, r.name, r.school_id, r.stage, r.status in ${LEAVING} as leaves, r.valid_from, r.valid_to, r.record_id,
      max(r.valid_from) filter (where r.status not in ${LEAVING}) over (partition by r.student_id) as last_kept
    from register_students r where r.region_id = $1 and r.superseded_at is null and not r.withdrawn${reach}),
  lasting as (
    select distinct on (student_id) student_id, name, school_id, leaves, min(valid_from) over (partition by student_id) as first_day,
      coalesce(min(valid_from) filter (where leaves and (last_kept is null or valid_from > last_kept)) over (partition by student_id), valid_from) as left_from
    from own order by student_id, valid_from desc, record_id),
  ends as (
    select student_id, name, school_id, first_day, leaves and left_from <= $2::date as leaves, case when leaves and left_from <= $2::date then left_from - 1 else $2::date end as last_day
    from lasting),

  clipped as (
    select o.student_id, o.stage, o.record_id, o.valid_from, least(coalesce(o.valid_to, e.last_day), e.last_day) as valid_to
    from own o join ends e using (student_id) where not o.leaves and o.valid_from <= e.last_day and (o.valid_to is null or o.valid_to >= o.valid_from)),
  numbered as (select c.*, row_number() over w as nth, max(valid_to) over (w rows between unbounded preceding and 1 preceding) as until,
      max(to_char(valid_to, 'YYYY-MM-DD') || to_char(1000000 - row_number_of, 'FM0000000') || stage) over (w rows between unbounded preceding and 1 preceding) as farthest
    from (select c.*, row_number() over (partition by student_id order by valid_from, record_id) as row_number_of from clipped c) c
    window w as (partition by student_id order by valid_from, record_id)),
  reached as (select student_id, max(valid_to) as until, max(to_char(valid_to, 'YYYY-MM-DD') || to_char(1000000 - nth, 'FM0000000') || stage) as farthest, sum(valid_to - valid_from + 1) as days from numbered group by 1),
  faults as (
    select student_id, 'gap' as kind, until + 1 as "from", valid_from - 1 as "to", array[substr(farthest, ${STAGE_AT}), stage] as stages from numbered where until is not null and valid_from > until + 1
    union all
    select student_id, 'overlap', valid_from, least(until, valid_to), array[substr(farthest, ${STAGE_AT}), stage] from numbered where until is not null and valid_from <= until
    union all
    select e.student_id, 'gap', r.until + 1, e.last_day, array[substr(r.farthest, ${STAGE_AT})] from ends e join reached r using (student_id) where r.until < e.last_day)`;

/** R3-a: whether everybody in reach has one keeper on every day from their first row to a day, and every day on which that is not so. */
export async function readCustody(tx: Transaction, on: PlainDate): Promise<Custody> {
  const values: unknown[] = [tx.actor.region_id, on];
  const reach = withinReach(tx, students, (value) => `$${values.push(value)}`);
  const [counts] = await tx.query<{ students: bigint; secondary: bigint; higher: bigint; left_by: bigint; faulty: bigint; days: string | null; faults: (Omit<StudentFault, 'keepers'> & { readonly stages: readonly Stage[] })[] | null }>(
    `${CUSTODY(reach)},
     listed as (select f.*, e.name, e.school_id from faults f join ends e using (student_id) order by f.student_id, f."from", f.kind limit ${MOST_FAULTS + 1}),
     now as (select o.student_id, min(o.stage) as stage from own o where not o.leaves and o.valid_from <= $2::date and (o.valid_to is null or o.valid_to >= $2::date) group by 1 having count(*) = 1)
     select (select count(*) from ends where first_day <= $2::date) as students, (select count(*) from now n join ends e using (student_id) where not e.leaves and n.stage = 'secondary') as secondary,
       (select count(*) from now n join ends e using (student_id) where not e.leaves and n.stage = 'higher') as higher, (select count(*) from ends where leaves) as left_by,
       (select count(distinct student_id) from faults) as faulty, (select sum(days) from reached)::text as days,
       (select jsonb_agg(jsonb_build_object('student_id', student_id, 'name', name, 'school_id', school_id, 'kind', kind, 'from', "from", 'to', "to", 'stages', stages)
         order by student_id, "from", kind) from listed) as faults`, values);
  if (counts === undefined) throw new Error('counting answered nothing');
  const faults = (counts.faults ?? []).map(({ stages, ...fault }) => ({ ...fault, keepers: stages.map((stage) => KEEPERS[stage]) }));
  return {
    students: Number(counts.students), kept: { school: Number(counts.secondary), college: Number(counts.higher) }, left: Number(counts.left_by), faulty: Number(counts.faulty),
    days: BigInt(counts.days ?? '0'), faults: faults.slice(0, MOST_FAULTS), more_faults: faults.length > MOST_FAULTS,
  };
}
