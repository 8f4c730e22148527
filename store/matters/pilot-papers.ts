import { AT_SCHOOL } from '../../core/students/roll.ts';
import { loadRows } from '../campus-rows.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import type { Decided } from './decided.ts';
import { fundsLeft } from './pilot-funds.ts';
import { paper, type Draft } from './papers.ts';

/** S3-f: why the pilot is stopped, who is at the school on that day, and what becomes of its campuses. */
export const pilotStopped: Draft = async (whole, decided) => {
  const { matter, details: { number, on, attendees }, today: dated } = decided;
  if (number === undefined || on === undefined || attendees === undefined) throw new Error('a pilot is stopped without a hearing');
  const campuses = await loadRows(whole, 'campuses', {}, 'r.school_id = $2', matter.subject);
  const funds = await fundsLeft(whole, matter.subject, decided);
  return paper('pilot_stop', {
    dated, school_id: matter.subject, school: await nameOf(whole, matter.subject), last_day: dated, reason: reasonOf(decided, 'decide'),
    failed: matter.entries.findLast(({ act }) => act === 'propose')?.guards.find(({ id }) => id === 'failed_rectification')?.detail?.zh ?? '',
    hearing_number: number, heard_on: on, attendees, students: await studentsOf(whole, decided), ...funds,
    campuses: campuses.filter(({ status }) => status === 'suspended').map(({ name }) => ({ campus: name, outcome: '撤销认定，收回牌子' })),
  });
};

/** S3-f. */
export const pilotResumed: Draft = async (whole, decided) => paper('pilot_resume', {
  dated: decided.today, school_id: decided.matter.subject, school: await nameOf(whole, decided.matter.subject), resumed_on: decided.today, reason: reasonOf(decided, 'decide'),
});

function reasonOf({ matter }: Decided, act: string): string {
  return matter.entries.findLast((one) => one.act === act)?.reason ?? '';
}

async function nameOf(whole: Transaction, org_id: string): Promise<string> {
  return (await loadRows(whole, 'organisations', {}, 'r.key = $2', org_id))[0]?.name ?? org_id;
}

/** Who is on the roll of the school's programmes that day, by grade. */
async function studentsOf(whole: Transaction, { matter, today }: Decided): Promise<{ grade: string; students: number }[]> {
  const rows = await whole.query<{ grade: number; students: number }>(
    `select r.grade::int as grade, count(distinct r.student_id)::int as students from register_students r where r.region_id = $1 and r.school_id = $2 and ${standing('r')} and r.status = any($4::text[])
       and r.valid_from <= $3 and (r.valid_to is null or r.valid_to >= $3) group by 1 order by 1`, [whole.actor.region_id, matter.subject, today, [...AT_SCHOOL]]);
  return rows.map(({ grade, students }) => ({ grade: `${grade} 年级`, students }));
}
