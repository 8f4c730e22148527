import { mayTouch } from '../../core/access/reach.ts';
import { refusalOfQuota } from '../../core/admission/quota.ts';
import { HOLDING } from '../../core/admission/states.ts';
import { problem, type Problem } from '../../core/exchange/problem.ts';
import { loadRows } from '../campus-rows.ts';
import { lastPilotDays } from '../pilot-schools.ts';
import { approvedQuota } from '../plan-quota.ts';
import type { Transaction } from '../transaction.ts';
import type { AdmissionRow } from './admission.ts';

/** Whose the admissions of each programme are: those of its school and its college. */
export async function programmeScopes(whole: Transaction): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await whole.query<{ id: string; scopes: string[] }>(
    `select substr(thing, length('programme:') + 1) as id, scopes from labels where region_id = $1 and thing like 'programme:%'`, [whole.actor.region_id]);
  return new Map(rows.map(({ id, scopes }) => [id, scopes]));
}

/** Rows whose programme is not there, not of the school that they name, or not the actor's to write. */
export async function findForeign(whole: Transaction, rows: readonly AdmissionRow[], scopes: ReadonlyMap<string, readonly string[]>): Promise<Problem[]> {
  const schools = new Map((await loadRows(whole, 'programmes', {})).map(({ programme_id, school_id }) => [programme_id, school_id]));
  const own = new Map([...scopes].map(([id, labels]) => [id, mayTouch(whole.actor.reach, 'students', 'write', labels)]));
  return rows.flatMap(({ row, programme_id, school_id }) => {
    const school = schools.get(programme_id);
    if (school === undefined) return [problem('admissions', row, 'programme_id', 'unknown_reference', programme_id)];
    if (school !== school_id) return [problem('admissions', row, 'programme_id', 'not_of_school', programme_id)];
    return own.get(programme_id) === true ? [] : [problem('admissions', row, null, 'not_yours', null)];
  });
}

/** S3-f: rows of who would be admitted to a school after its pilot was stopped. */
export async function findStopped(whole: Transaction): Promise<Problem[]> {
  const days = await lastPilotDays(whole);
  if (days.size === 0) return [];
  const rows = await whole.query<{ source_row: number; school_id: string }>(
    `select s.source_row, s.school_id from staged_admissions s join unnest($1::text[], $2::date[]) as t(school_id, last_day) using (school_id)
     where s.answers is null and s.admitted_on > t.last_day order by 1 limit 1000`, [[...days.keys()], [...days.values()]]);
  return rows.map(({ source_row, school_id }) => problem('admissions', source_row, 'school_id', 'pilot_stopped', school_id));
}

/** Rows that would change what is known of somebody who has registered or lost the place. */
export async function findSettled(tx: Transaction): Promise<Problem[]> {
  const rows = await tx.query<{ source_row: number; exam_number: string }>(
    `select source_row, exam_number from staged_admissions where not same and state in ('registered', 'place_lost') order by 1 limit 1000`);
  return rows.map(({ source_row, exam_number }) => problem('admissions', source_row, 'exam_number', 'settled_already', exam_number));
}

interface LineUse {
  readonly year: number;
  readonly programme_id: string;
  readonly source_row: number;
  readonly held: number;
  readonly more: number;
}

/**
 * M8-c: lines on which more would be admitted than are approved and filed, each at the first row that is on it. Admissions
 * of a region take turns, so that two imports at once are counted one after the other.
 */
export async function findBeyondQuota(whole: Transaction): Promise<Problem[]> {
  const lines = await whole.query<LineUse>(
    `select s.year, s.programme_id, min(s.source_row) as source_row, h.many::int as held,
       (count(*) - (select count(*) from staged_admissions o join admissions x on x.region_id = $1 and x.admission_id = o.answers
         where not o.same and x.year = s.year and x.programme_id = s.programme_id))::int as more
     from staged_admissions s cross join lateral (select count(*) as many from admissions a
       where a.region_id = $1 and a.year = s.year and a.programme_id = s.programme_id and a.superseded_at is null and a.state = any($2::text[])) h
     where s.same is not true group by s.year, s.programme_id, h.many order by source_row`, [whole.actor.region_id, HOLDING]);
  const problems: Problem[] = [];
  for (const year of new Set(lines.map((one) => one.year))) {
    const plan = await approvedQuota(whole, year);
    for (const { programme_id, source_row, held, more } of lines.filter((one) => one.year === year)) {
      const why = refusalOfQuota(plan, programme_id, { held, more });
      if (why === null) continue;
      const value = { no_plan: String(year), line_not_filed: programme_id, over_quota: `${programme_id}: ${held} + ${more} > ${plan.get(programme_id)?.approved ?? 0}` }[why];
      problems.push(problem('admissions', source_row, 'programme_id', why, value));
    }
  }
  return problems;
}
