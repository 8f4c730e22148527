import type { Row } from '../../core/exchange/sheets.ts';
import { amountOf } from '../../core/facts/rules.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { decisionOf, type Decided } from '../../core/step-up/decision.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import type { StepUpAnswer } from '../../core/students/step-up.ts';
import type { Exact } from '../../core/values/exact.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { eligibleBy } from '../students/change-facts.ts';
import { recordsOf } from '../students/roll-lists.ts';
import type { Transaction } from '../transaction.ts';
import { scoresOf } from '../scores/scores.ts';
import type { Season } from './season.ts';

/** M9-d: somebody of the final secondary grade on the list of a season, line by line. */
export interface Registered extends Decided {
  readonly row: Row<'students'>;
  readonly answer: StepUpAnswer;
  /** Of the test and of the resit: a score, null for whoever did not come, undefined while nothing is known. */
  readonly test: Exact | null | undefined;
  readonly resit: Exact | null | undefined;
}

interface Asked {
  readonly pack: Pack;
  readonly today: PlainDate;
  /** Only these; without it everybody of the college. */
  readonly students?: readonly string[];
}

/** Who is on the list of a season: whoever is at school in the final grade of the college's programmes on the day of the test, before it today. Null on a day without rules. To be called within `tx.whole`. */
export async function registeredFor(whole: Transaction, season: Season, { pack, today, students }: Asked): Promise<Registered[] | null> {
  const { college_id, year, test_on, resit_on } = season;
  const parameters = parametersOn(pack.parameters, test_on);
  if (!parameters.has('roll.secondary_years') || !parameters.has('upgrade.resits')) return null;
  const { n, d } = amountOf(parameters, 'roll.secondary_years');
  const rows = await finalGrade(whole, { college_id, on: today < test_on ? today : test_on, grade: Number(n / d) }, students);
  const ids = rows.map(({ student_id }) => student_id);
  const records = await recordsOf(whole, ids);
  const [test, resit] = [await scoresOf(whole, { kind: 'upgrade_test', on: test_on }, ids), await scoresOf(whole, { kind: 'upgrade_resit', on: resit_on }, ids)];
  const on = dayWithin(year, today);
  return rows.flatMap((row): Registered[] => {
    const { student_id } = row;
    const answer = eligibleBy(records(student_id), row, on, parameters);
    if (answer === null) return [];
    const results = (records(student_id).results ?? []).filter((one) => one.on.startsWith(`${year}-`));
    const sat = results.some(({ kind }) => kind === 'upgrade_test') || test.has(student_id);
    const resits = Math.max(results.filter(({ kind }) => kind === 'upgrade_resit').length, resit.has(student_id) ? 1 : 0);
    return [{ row, answer, test: test.get(student_id), resit: resit.get(student_id), ...decisionOf(answer, { test: sat, resits }, parameters) }];
  });
}

/** The season is the calendar year: what is asked outside it is asked of its nearest day. */
function dayWithin(year: number, today: PlainDate): PlainDate {
  const [first, last] = [date(`${year}-01-01`), date(`${year}-12-31`)];
  return today < first ? first : today > last ? last : today;
}

async function finalGrade(whole: Transaction, { college_id, on, grade }: { readonly college_id: string; readonly on: PlainDate; readonly grade: number }, students?: readonly string[]): Promise<Row<'students'>[]> {
  const programmes = new Set((await loadRows(whole, 'programmes', {}, 'r.college_id = $2', college_id)).map(({ programme_id }) => programme_id));
  const rows = students === undefined
    ? await loadRows(whole, 'students', {}, `r.stage = 'secondary' and r.programme_id = any($2::text[])`, [...programmes])
    : await loadRows(whole, 'students', {}, `r.stage = 'secondary' and r.student_id = any($2::text[])`, students);
  return rows.filter((row) => row.grade === grade && row.from <= on && (row.to === null || row.to >= on) && AT_SCHOOL.has(row.status) && programmes.has(row.programme_id))
    .sort((a, b) => (a.school_id === b.school_id ? (a.student_id < b.student_id ? -1 : 1) : a.school_id < b.school_id ? -1 : 1));
}
