import type { GuardianFacts, InternshipFacts, StudentFacts } from '../../core/national/facts.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { gapsOf, type Span } from '../../core/insurance/cover.ts';
import { LEFT, type Stage } from '../../core/students/roll.ts';
import type { InternshipContent } from '../../core/internships/content.ts';
import { academicYearOf, plainDate, type PlainDate } from '../../core/values/plain-date.ts';
import { placementLabels } from '../internships/placement.ts';
import { standing } from '../known-time.ts';
import { holding } from '../students/roll-filter.ts';
import type { Transaction } from '../transaction.ts';
import type { Opener } from './opener.ts';

/** So many rows are read at a time: others have their turn between. */
const PAGE = 1000;
const LEAVERS = `('${[...LEFT].join("', '")}')`;
/** In which grade each stage begins. */
const FIRST_GRADE: Readonly<Record<Stage, number>> = { secondary: 1, higher: 4 };

/** Whose rows are taken out, as they stand on a day. */
export interface OfReporter {
  readonly org_id: string;
  readonly kind: string;
  readonly on: PlainDate;
  readonly cohort: number | null;
}

/** Labels of the students whose records may be taken out; null for all. */
function exportLabels(tx: Transaction): readonly string[] | null {
  const labels = tx.actor.reach.get('students.export') ?? [];
  return labels === '*' ? null : labels;
}

/** The records that hold on the day of a school's or college's students of a stage who have not left, in the order of their classes. */
async function studentRecords(tx: Transaction, stage: Stage, { org_id, kind, on, cohort }: OfReporter): Promise<unknown[]> {
  const whose = kind === 'college' ? 'p.college_id = $2' : 'r.school_id = $2';
  const found = holding('$3').map((holds) => `select r.record_id, r.class_id, r.student_id from register_students r
      join register_programmes p on p.region_id = $1 and p.key = r.programme_id and ${standing('p')}
    where r.region_id = $1 and ${standing('r')} and ${holds} and r.stage = $4 and r.status not in ${LEAVERS} and ${whose} and ($5::integer is null or r.cohort = $5) and ($6::text[] is null or r.scopes && $6::text[])`).join(' union all ');
  const rows = await tx.arrays(`select f.record_id from (${found}) f order by f.class_id nulls last, f.student_id`, [tx.actor.region_id, org_id, on, stage, cohort, exportLabels(tx)]);
  return rows.map(([id]) => id);
}

interface StudentRow extends Omit<StudentFacts, 'id_number' | 'roll_number' | 'guardians'> {
  readonly token: string | null;
  readonly form: string | null;
  readonly serial: string | null;
  readonly scopes: string[];
}

const STUDENTS = `select r.student_id, r.name, r.sex, r.birth_date, r.id_number as token, r.cohort::int as cohort, r.grade::int as grade, r.status, r.class_id, r.scopes,
    p.name as programme, p.secondary_code, p.higher_code, c.name as campus, n.form, n.serial, a.exam_number, a.score::text as score,
    (select min(e.valid_from) from register_students e where e.region_id = $1 and e.student_id = r.student_id and ${standing('e')} and e.stage = r.stage and e.grade = $3) as entered_on
  from unnest($2::bigint[]) with ordinality as t(record_id, at) join register_students r on r.region_id = $1 and r.record_id = t.record_id
    join register_programmes p on p.region_id = $1 and p.key = r.programme_id and ${standing('p')}
    left join register_campuses c on c.region_id = $1 and c.key = r.campus_id and ${standing('c')}
    left join roll_numbers n on n.region_id = $1 and n.student_id = r.student_id and n.superseded_at is null
    left join lateral (select m.exam_number, m.score from admission_entries e join admissions m on m.region_id = $1 and m.admission_id = e.admission_id
      where e.region_id = $1 and e.student_id = r.student_id and e.act = 'register' order by e.recorded_at desc limit 1) a on true
  order by t.at`;

/** R3-b, R3-c: hands every student of a stage on, page by page; ids and phones as `opener` may show them. */
export async function eachStudent(tx: Transaction, stage: Stage, of: OfReporter, { opener, add }: { readonly opener: Opener; readonly add: (facts: StudentFacts) => void }): Promise<void> {
  const records = await studentRecords(tx, stage, of);
  for (let at = 0; at < records.length; at += PAGE) {
    const rows = await tx.query<StudentRow>(STUDENTS, [tx.actor.region_id, records.slice(at, at + PAGE), FIRST_GRADE[stage]]);
    const guardians = await guardiansOf(tx, rows, opener);
    const shown = await opener.open(rows);
    for (const row of rows) {
      const { token, form, serial, scopes: _, ...facts } = row;
      const id_number = token === null ? null : shown(row);
      add({ ...facts, id_number, roll_number: rollNumber(form, serial, id_number), guardians: guardians(row.student_id) });
    }
  }
}

/** C5: `G` and the citizen id, or a number of its own. */
function rollNumber(form: string | null, serial: string | null, id_number: string | null): string | null {
  if (form === null) return null;
  return form === 'G' ? id_number === null ? null : `G${id_number}` : `${form}${serial ?? ''}`;
}

/** Guardians of the students of a page, in the order in which they were recorded. */
async function guardiansOf(tx: Transaction, students: readonly { readonly student_id: string }[], opener: Opener): Promise<(student_id: string) => GuardianFacts[]> {
  const rows = await tx.query<{ student_id: string; name: string; relation: string; token: string | null; scopes: string[] }>(
    `select g.student_id, g.name, g.relation, g.phone as token, g.scopes from register_guardians g
     where g.region_id = $1 and g.student_id = any($2::text[]) and ${standing('g')} and ($3::text[] is null or g.scopes && $3::text[]) order by g.student_id, g.record_id`,
    [tx.actor.region_id, students.map(({ student_id }) => student_id), exportLabels(tx)]);
  const shown = await opener.open(rows);
  const byStudent = groupBy(rows, ({ student_id }) => student_id);
  return (student_id) => (byStudent.get(student_id) ?? []).map((row) => ({ name: row.name, relation: row.relation, phone: row.token === null ? null : shown(row) }));
}

interface InternshipRow extends Omit<InternshipFacts, 'post' | 'place' | 'wage_yuan' | 'insured'> {
  readonly content: string | null;
}

/** The student's record of the internship's first day, else of the first day after it. */
const AT_THE_TIME = `select s.* from register_students s where s.region_id = $1 and s.student_id = i.student_id and ${standing('s')} and (s.valid_to is null or s.valid_to >= i.valid_from) order by s.valid_from limit 1`;

/** Internships of the academic year of the day that have begun by then, of a school’s students, or of a college’s in the higher stage. */
async function internshipRecords(tx: Transaction, { org_id, kind, on, cohort }: OfReporter): Promise<unknown[]> {
  const whose = kind === 'college' ? `p.college_id = $2 and s.stage = 'higher'` : 's.school_id = $2';
  const rows = await tx.arrays(
    `select i.record_id from register_internships i join lateral (${AT_THE_TIME}) s on true join register_programmes p on p.region_id = $1 and p.key = s.programme_id and ${standing('p')}
     where i.region_id = $1 and ${standing('i')} and i.valid_from <= $3::date and i.valid_to >= $4::date and ${whose} and ($5::integer is null or s.cohort = $5) and ($6::text[] is null or i.scopes && $6::text[] and s.scopes && $6::text[])
     order by s.class_id nulls last, i.student_id, i.valid_from`, [tx.actor.region_id, org_id, on, firstDayOfYear(on), cohort, exportLabels(tx)]);
  return rows.map(([id]) => id);
}

/** The first day of the academic year that holds a day. */
export const firstDayOfYear = (on: PlainDate): PlainDate => plainDate(academicYearOf(on), 9, 1) as PlainDate;

const INTERNSHIPS = `select i.student_id, s.name, s.cohort::int as cohort, s.class_id, p.name as programme, o.name as employer, o.credit_code, o.division_code as employer_division, i.valid_from as "from", i.valid_to as "to", i.agreement_on, i.safety_training_on,
    (select l.content from placements l where l.region_id = $1 and l.student_id = i.student_id and l.since = i.valid_from and l.state <> 'cancelled' and ($3::text[] is null or l.scopes && $3::text[]) order by l.placement_id desc limit 1) as content
  from unnest($2::bigint[]) with ordinality as t(record_id, at) join register_internships i on i.region_id = $1 and i.record_id = t.record_id
    join lateral (${AT_THE_TIME}) s on true join register_programmes p on p.region_id = $1 and p.key = s.programme_id and ${standing('p')}
    join register_organisations o on o.region_id = $1 and o.key = i.employer_id and ${standing('o')}
  order by t.at`;

/** S2-i: hands every internship on, page by page. */
export async function eachInternship(tx: Transaction, of: OfReporter, add: (facts: InternshipFacts) => void): Promise<void> {
  const records = await internshipRecords(tx, of);
  for (let at = 0; at < records.length; at += PAGE) {
    const rows = await tx.query<InternshipRow>(INTERNSHIPS, [tx.actor.region_id, records.slice(at, at + PAGE), placementLabels(tx, 'read')]);
    const covers = await coversOf(tx, rows);
    for (const { content, ...facts } of rows) {
      const post = content === null ? null : (JSON.parse(content) as InternshipContent).post;
      add({ ...facts, post: post?.title ?? null, place: post?.place ?? null, wage_yuan: post?.wage_yuan ?? null, insured: gapsOf(covers(facts.student_id), facts).length === 0 });
    }
  }
}

/** Days on which internship liability covers the students of a page. */
async function coversOf(tx: Transaction, students: readonly { readonly student_id: string }[]): Promise<(student_id: string) => readonly Span[]> {
  const rows = await tx.query<Span & { readonly student_id: string }>(
    `select v.student_id, v.valid_from as "from", v.valid_to as "to" from register_insurance v
     where v.region_id = $1 and v.student_id = any($2::text[]) and v.kind = 'internship_liability' and ${standing('v')} and ($3::text[] is null or v.scopes && $3::text[])`,
    [tx.actor.region_id, students.map(({ student_id }) => student_id), exportLabels(tx)]);
  const byStudent = groupBy(rows, ({ student_id }) => student_id);
  return (student_id) => byStudent.get(student_id) ?? [];
}
