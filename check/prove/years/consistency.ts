import type { PlainDate } from '../../../core/values/plain-date.ts';
import { programActor } from '../../../store/program-actor.ts';
import { readCustody } from '../../../store/students/custody.ts';
import type { City } from './register-spells.ts';
import { SCHOOL_IDS, stateOn } from './student.ts';
import { pilotOf, STOP, STOPPED } from './supervision-acts.ts';
import type { World } from './world.ts';

/** Rolls as the register has them on a day, cut to what the model says of everybody. */
const ROLL = `select distinct on (r.student_id) r.student_id, r.stage, r.status, r.school_id, r.campus_id from register_students r
  where r.region_id = $1 and r.superseded_at is null and not r.withdrawn and r.valid_from <= $2::date and r.student_id <> 'W1' order by r.student_id, r.valid_from desc`;

const STATES: Readonly<Record<string, string>> = { graduated: 'graduated', completed: 'completed', withdrawn: 'left', transferred_out: 'left' };

/** Nothing in the registers contradicts anything else, and nobody is lost: each property as a query whose every row is a fault. */
const PROPERTIES: Readonly<Record<string, string>> = {
  'two rolls at once': `select a.student_id from register_students a join register_students b on b.region_id = a.region_id and b.student_id = a.student_id and b.record_id <> a.record_id
    where a.region_id = $1 and a.superseded_at is null and b.superseded_at is null and not a.withdrawn and not b.withdrawn and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')`,
  'more registered than planned': `select school_id, year from register_intakes where region_id = $1 and superseded_at is null and not withdrawn and registered > planned`,
  'registered otherwise than the roll': `select i.school_id, i.year from register_intakes i where i.region_id = $1 and i.superseded_at is null and not i.withdrawn and i.registered <>
    (select count(distinct r.student_id) from register_students r where r.region_id = $1 and r.superseded_at is null and not r.withdrawn and r.school_id = i.school_id and r.cohort = i.year and r.grade = 1 and r.stage = 'secondary')`,
  'an agreement without a roll': `select a.student_id from register_agreements a where a.region_id = $1 and a.superseded_at is null and not a.withdrawn and not exists (select 1 from register_students r where r.region_id = $1 and r.student_id = a.student_id and r.superseded_at is null)`,
  'at the college without having passed': `select r.student_id from register_students r where r.region_id = $1 and r.superseded_at is null and not r.withdrawn and r.stage = 'higher' and r.cohort >= 2022
    and coalesce((select max(t.score) from register_results t where t.region_id = $1 and t.student_id = r.student_id and t.kind in ('upgrade_test', 'upgrade_resit') and t.superseded_at is null and not t.withdrawn), 0) < 60`,
  'at the college without being filed': `select r.student_id from register_students r where r.region_id = $1 and r.superseded_at is null and not r.withdrawn and r.stage = 'higher' and r.cohort >= 2022
    and not exists (select 1 from register_filings f where f.region_id = $1 and f.student_id = r.student_id and f.superseded_at is null and not f.withdrawn)`,
  'a graduate without a certificate': `select r.student_id from register_students r where r.region_id = $1 and r.superseded_at is null and not r.withdrawn and r.status = 'graduated'
    and not exists (select 1 from register_certificates c where c.region_id = $1 and c.student_id = r.student_id and c.superseded_at is null and not c.withdrawn and c.issued_on <= r.valid_from)`,
  'a graduate without one diploma': `select r.student_id from (select distinct student_id from register_students where region_id = $1 and superseded_at is null and not withdrawn and status = 'graduated') r
    where (select count(*) from diplomas d where d.region_id = $1 and d.student_id = r.student_id) <> 1`,
  'heads paid for that are not on the roll': `select h.campus_id, h."on" from register_grant_headcounts h where h.region_id = $1 and h.superseded_at is null and not h.withdrawn and h.students <>
    (select count(*) from register_students r where r.region_id = $1 and r.superseded_at is null and not r.withdrawn and r.campus_id = h.campus_id and r.stage = 'higher' and r.status in ('enrolled', 'repeating', 'internship') and r.valid_from <= h."on" and (r.valid_to is null or r.valid_to >= h."on"))`,
  'custody fees neither spent nor given back': `select m.student_id, m.y from (
      select student_id, academic_year as y, amount_yuan as yuan from register_receipts where region_id = $1 and kind = 'custody' and superseded_at is null and not withdrawn
      union all select student_id, academic_year, -amount_yuan from register_custody_spending where region_id = $1 and superseded_at is null and not withdrawn
      union all select to_id, academic_year, -amount_yuan from register_payments where region_id = $1 and kind = 'custody_refund' and superseded_at is null and not withdrawn) m
    where make_date(m.y + 1, 9, 30) < $2::date group by 1, 2 having sum(m.yuan) <> 0`,
  'more passed on than came in': `select p.to_id, p.kind from register_payments p where p.region_id = $1 and p.kind in ('dorm', 'custody') and p.superseded_at is null and not p.withdrawn group by 1, 2 having sum(p.amount_yuan) >
    (select coalesce(sum(r.amount_yuan), 0) from register_receipts r where r.region_id = $1 and r.kind = p.kind and r.superseded_at is null and not r.withdrawn
      and exists (select 1 from register_students s where s.region_id = $1 and s.student_id = r.student_id and s.campus_id = p.to_id and s.superseded_at is null and not s.withdrawn))`,
  'a matter in another state than its last step': `select m.matter_id from matters m join lateral (select e.to_state, e.entry_no from matter_entries e where e.region_id = $1 and e.matter_id = m.matter_id order by e.entry_no desc limit 1) l on true
    where m.region_id = $1 and (l.to_state <> m.state or l.entry_no <> m.version)`,
  'a rung told twice, or an act of a duty that is not there': `select duty_key, act from duty_acts where region_id = $1 and act like 'told/%' group by 1, 2 having count(*) > 1`,
  'a duty whose matter is not there': `select d.duty_key from duties d where d.region_id = $1 and d.about like 'matter:%' and not exists (select 1 from matters m where m.region_id = $1 and 'matter:' || m.matter_id = d.about)`,
};

/** Faults of a day: registers against each other, and the roll against who should be where. */
export async function contradictions(world: World, { students }: City, day: PlainDate): Promise<string[]> {
  const { db, scene: { region_id } } = world;
  const faults: string[] = [];
  const actor = db.as(programActor(region_id));
  for (const [name, sql] of Object.entries(PROPERTIES)) {
    const rows = await actor.read((tx) => tx.arrays(sql.includes('$2') ? sql : `select * from (${sql}) f where $2::date is not null`, [region_id, day]));
    faults.push(...rows.slice(0, 5).map((row) => `${day} ${name}: ${row.map(String).join(' ')}`));
  }
  const roll = new Map((await actor.read((tx) => tx.arrays(ROLL, [region_id, day]))).map(([id, stage, status, school]) => [String(id), { state: STATES[String(status)] ?? String(stage), school: String(school) }]));
  for (const one of students) {
    const [is, should] = [roll.get(one.student_id), stateOn(one, day)];
    if ((is?.state ?? 'to come') !== should || is !== undefined && is.school !== one.school) faults.push(`${day} ${one.student_id}: the roll has ${is?.state ?? 'nobody'} of ${is?.school ?? '-'}, should be ${should} of ${one.school}`);
  }
  const expected = students.filter((one) => one.since <= day).length;
  if (roll.size !== expected) faults.push(`${day} ${roll.size} students on the roll, ${expected} came`);
  const custody = await actor.read((tx) => readCustody(tx, day));
  if (custody.faulty > 0) faults.push(`${day} custody: ${custody.faulty} with a gap or an overlap`);
  return [...faults, ...await stopped(world, students, day)];
}

/** S3-f: while a school is stopped nobody new is there, and everybody who was there is taught to the end. */
async function stopped(world: World, students: City['students'], day: PlainDate): Promise<string[]> {
  const faults: string[] = [];
  for (const school of SCHOOL_IDS) {
    const out = school === STOPPED && day > STOP.confirmed && day < STOP.resumed;
    const [inside, status] = (await pilotOf(world, school, day)).split(' ');
    if ((inside === 'in') === out) faults.push(`${day} ${school} is ${inside ?? ''} the pilot`);
    if (school === STOPPED && day > STOP.confirmed && status !== 'suspended') faults.push(`${day} the campus of a stopped school is ${status ?? ''}`);
  }
  const inTheGap = students.filter((one) => one.school === STOPPED && one.since > STOP.confirmed && one.since < STOP.resumed);
  faults.push(...inTheGap.map(({ student_id }) => `${student_id} was taken in by a stopped school`));
  return faults;
}

/** Of those who were at the stopped school on its last day: how many went on to which end by the last day of the city. */
export function taughtOut(students: City['students'], last: string): Readonly<Record<string, number>> {
  const ends: Record<string, number> = {};
  for (const one of students.filter(({ school, since }) => school === STOPPED && since <= STOP.confirmed)) {
    if (!['secondary', 'higher'].includes(stateOn(one, STOP.confirmed))) continue;
    const end = stateOn(one, last);
    ends[end] = (ends[end] ?? 0) + 1;
  }
  return ends;
}

