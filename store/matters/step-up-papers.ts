import { problem } from '../../core/exchange/problem.ts';
import type { DocumentContent } from '../../core/documents/kinds.ts';
import { DECISIONS_ON_PAPER } from '../../core/step-up/public-words.ts';
import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { standing } from '../known-time.ts';
import { lastPublication, type Publication } from '../step-up/published.ts';
import type { Transaction } from '../transaction.ts';
import { paper, type Draft } from './papers.ts';

/** A college's year is some thousands. A longer roster has its figures by school and the digest of the list; its names stand in the register. */
const MOST_LISTED = 3000;

type Line = DocumentContent<'step_up_roster'>['students'][number];

/** M9-d: scores and roster, of everybody of whom something was decided, issued with the step-up itself. */
export const stepUpRoster: Draft = async (whole, { matter, details: { on, list }, today: dated }) => {
  if (on === undefined || list === undefined) throw new Error('a step-up without its day and list');
  const [college] = await loadRows(whole, 'organisations', {}, 'r.key = $2', matter.subject);
  const published = await lastPublication(whole, matter.subject, yearOf(on));
  if (published === null) throw new Error('a step-up of which nothing was published');
  const schools = await bySchool(whole, matter.matter_id, published);
  const listed = total(schools, 'going') + total(schools, 'staying') <= MOST_LISTED;
  return paper('step_up_roster', {
    dated, college: college?.name ?? '', year: yearOf(on), on, published_on: published.published_on, last_day: published.last_day, list_hash: list, going: total(schools, 'going'), staying: total(schools, 'staying'),
    listed: listed ? '' : `名单超过 ${MOST_LISTED} 人，本文书列各校人数和名单校验值，逐人名单见学籍台账`,
    schools, students: listed ? await linesOf(whole, matter.matter_id, published, on) : [],
  }, college === undefined ? [problem('organisations', null, 'org_id', 'unknown_reference', matter.subject)] : []);
};

type School = DocumentContent<'step_up_roster'>['schools'][number];

const total = (schools: readonly School[], of: 'going' | 'staying'): number => schools.reduce((sum, one) => sum + one[of], 0);

/** How many of each school go, and how many were published and do not. */
async function bySchool(whole: Transaction, matter_id: number, { publication_id }: Publication): Promise<School[]> {
  return hashing(whole, () => whole.query<School>(
    `select coalesce(o.name, d.school_id) as school, count(c.change_id)::int as going, (count(*) - count(c.change_id))::int as staying
     from step_up_decisions d left join register_organisations o on o.region_id = $1 and o.key = d.school_id and ${standing('o')}
       left join roll_changes c on c.region_id = $1 and c.matter_id = $3 and c.student_id = d.student_id
     where d.region_id = $1 and d.publication_id = $2 group by 1 order by min(coalesce(o.name, d.school_id) collate "C")`, [whole.actor.region_id, publication_id, matter_id]));
}

/** The planner knows nothing yet of the changes of this very act, nor of a list that was published a moment ago: it would go through them once for each student. */
async function hashing<T>(whole: Transaction, work: () => Promise<T>): Promise<T> {
  const nestedLoops = (are: 'on' | 'off') => whole.query(`select set_config('enable_nestloop', $1, true)`, [are]);
  await nestedLoops('off');
  const answer = await work();
  await nestedLoops('on');
  return answer;
}

interface Row extends Omit<Line, 'decision'> {
  readonly decision: keyof typeof DECISIONS_ON_PAPER;
  readonly goes: boolean;
}

/** Everybody who was published, as they are on the roll after the step-up, in the order of schools. */
async function linesOf(whole: Transaction, matter_id: number, { publication_id }: Publication, on: PlainDate): Promise<Line[]> {
  const rows = await hashing(whole, () => whole.query<Row>(
    `with last as (select distinct on (r.student_id) r.student_id, r.name, r.programme_id, r.class_id from register_students r join step_up_decisions d on d.region_id = $1 and d.publication_id = $2 and d.student_id = r.student_id
       where r.region_id = $1 and ${standing('r')} order by r.student_id, r.valid_from desc),
     scores as (select t.student_id, max(t.score) filter (where t.kind = 'upgrade_test') as test, max(t.score) filter (where t.kind = 'upgrade_resit') as resit from register_results t
       where t.region_id = $1 and ${standing('t')} and extract(year from t."on") = extract(year from $4::date) group by 1)
     select d.student_id, l.name, coalesce(o.name, d.school_id) as school, coalesce(f.list_no, '') as filed, coalesce(s.test::text, '') as test, coalesce(s.resit::text, '') as resit, coalesce(d.score::text, '') as counts, d.decision,
       coalesce(p.higher_code, '') as higher_major, coalesce(l.class_id, '') as class_id, c.change_id is not null as goes
     from step_up_decisions d join last l on l.student_id = d.student_id left join scores s on s.student_id = d.student_id
       left join register_organisations o on o.region_id = $1 and o.key = d.school_id and ${standing('o')} left join register_programmes p on p.region_id = $1 and p.key = l.programme_id and ${standing('p')}
       left join register_filings f on f.region_id = $1 and f.student_id = d.student_id and ${standing('f')}
       left join roll_changes c on c.region_id = $1 and c.matter_id = $3 and c.student_id = d.student_id
     where d.region_id = $1 and d.publication_id = $2 order by d.school_id, d.student_id`, [whole.actor.region_id, publication_id, matter_id, on]));
  return rows.map(({ decision, goes, ...row }) => ({ ...row, decision: goes ? '升段' : DECISIONS_ON_PAPER[decision] }));
}
