import { distinct, inForce, passes } from './naive-answer.ts';
import type { Measure, Outcome, Test } from './naive-answer.ts';
import { fraction } from './naive-fraction.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';

const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330881'];
export const PARAMETERS_FROM = '2024-05-29';
const NOT_EMPLOYED = ['70', '71', '72', '65', '80', '85'];

export interface NaiveTarget {
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** Null where a sheet that it needs is absent. */
  readonly measure: Measure | null;
  readonly alternatives: Readonly<Record<string, Measure>>;
}

/** The figures of the region's targets, by standard and part. */
export function naiveTargets(all: NaiveRows, day: string): Record<string, NaiveTarget> {
  const count = (due: string, found: number | null, test: Test, limit: number): NaiveTarget =>
    target(day, due, found === null ? null : { numerator: fraction(found), denominator: fraction(1), test, limit: fraction(limit) });
  return {
    '1.2-f': count('2027-12-31', pilotSchools(all, day), '>=', 6),
    '1.2-g parks': target(day, '2027-12-31', parksCovered(all, day)),
    '1.2-g counties': target(day, '2027-12-31', countiesCovered(all)),
    '1.2-i': count('2024-11-20', intake(all, 2024), '>=', 450),
    '1.2-j floor': count('2027-11-20', intake(all, 2027), '>=', 500),
    '1.2-j stretch': count('2027-11-20', intake(all, 2027), '>', 1000),
    '1.2-k': localEmployment(all, day, '2027-08-31'),
  };
}

function target(day: string, due: string, measure: Measure | null, empty?: null, alternatives: NaiveTarget['alternatives'] = {}): NaiveTarget {
  if (day < PARAMETERS_FROM) return { outcome: 'not_applicable', reason: 'no_rule', measure: null, alternatives: {} };
  if (day < due) return { outcome: 'not_applicable', reason: 'not_due', measure, alternatives };
  if (measure === null) return { outcome: 'undetermined', reason: null, measure, alternatives };
  if (empty === null) return { outcome: 'not_applicable', reason: null, measure, alternatives };
  return { outcome: passes(measure) ? 'met' : 'unmet', reason: null, measure, alternatives };
}

/** Per programme the `intakes` row of the year (registered), else distinct students of that cohort; of one school or of all. */
function intake(all: NaiveRows, year: number, school?: string): number | null {
  const registered = (all['intakes'] ?? []).filter((row) => cell(row, 'year') === String(year) && cell(row, 'registered') !== '');
  // Neither a registered number of that year nor students to count: not reported, so not zero.
  if (registered.length === 0 && all['students'] === undefined) return null;
  const ofSchool = (row: NaiveRow): boolean => school === undefined || cell(row, 'school_id') === school;
  const rows = registered.filter(ofSchool);
  const students = (all['students'] ?? []).filter((row) => ofSchool(row) && cell(row, 'cohort') === String(year));
  const programmes = new Set([...distinct(rows, 'programme_id'), ...distinct(students, 'programme_id')]);
  return [...programmes].reduce((total, programme) => {
    const row = rows.find((one) => cell(one, 'programme_id') === programme);
    const counted = distinct(students.filter((one) => cell(one, 'programme_id') === programme), 'student_id').length;
    return total + (row === undefined ? counted : Number(cell(row, 'registered')));
  }, 0);
}

function pilotSchools(all: NaiveRows, day: string): number | null {
  const at = day < '2027-12-31' ? day : '2027-12-31';
  if (all['schools'] === undefined || intake(all, Number(at.slice(0, 4))) === null) return null;
  // As for the notices, a school is what its latest row says.
  const latest = distinct(all['schools'], 'school_id').flatMap((school) => (all['schools'] ?? [])
    .filter((row) => cell(row, 'school_id') === school && cell(row, 'on') <= day)
    .sort((a, b) => (cell(a, 'on') < cell(b, 'on') ? -1 : 1)).slice(-1));
  const rows = latest.filter((row) => cell(row, 'pilot_from') !== '' && cell(row, 'pilot_from') <= at && (cell(row, 'pilot_to') === '' || cell(row, 'pilot_to') >= at));
  return distinct(rows, 'school_id').filter((school) => (intake(all, Number(at.slice(0, 4)), school) ?? 0) > 0).length;
}

const recognised = (all: NaiveRows): NaiveRow[] => (all['campuses'] ?? []).filter((row) => cell(row, 'status') === 'recognised');

function parksCovered(all: NaiveRows, day: string): Measure | null {
  const main = (all['parks'] ?? []).filter((row) => cell(row, 'main') === 'yes').map((row) => cell(row, 'park_id'));
  // Which parks are the main ones has to be reported: without any the figure is unknown, not full.
  if (main.length === 0) return null;
  const served = (all['services'] ?? []).filter((row) => inForce(row, day)).map((row) => cell(row, 'park_id'));
  const covered = main.filter((park) => served.includes(park) || recognised(all).some((row) => cell(row, 'park_id') === park));
  return { numerator: fraction(covered.length), denominator: fraction(main.length), test: '>=', limit: fraction(1) };
}

function countiesCovered(all: NaiveRows): Measure {
  const covered = COUNTIES.filter((county) => recognised(all).some((row) => cell(row, 'division_code') === county));
  return { numerator: fraction(covered.length), denominator: fraction(COUNTIES.length), test: '>=', limit: fraction(1) };
}

function localEmployment(all: NaiveRows, day: string, due: string): NaiveTarget {
  const year = (day < due ? day : due).slice(0, 4);
  const graduates = distinct((all['students'] ?? []).filter((row) => cell(row, 'status') === 'graduated' && cell(row, 'from').startsWith(`${year}-`) && cell(row, 'from') <= day), 'student_id');
  const destinations = graduates.map((id) => (all['destinations'] ?? [])
    .filter((row) => cell(row, 'student_id') === id && cell(row, 'recorded_on') <= `${year}-08-31` && cell(row, 'recorded_on') <= day)
    .sort((a, b) => (cell(a, 'recorded_on') < cell(b, 'recorded_on') ? -1 : 1)).at(-1) ?? {});
  const employed = destinations.filter((row) => !['', '46', ...NOT_EMPLOYED].includes(cell(row, 'code')));
  const local = employed.filter((row) => cell(row, 'workplace_division').startsWith('3308')).length;
  const leftOut = destinations.filter((row) => ['80', '85', '46'].includes(cell(row, 'code'))).length;
  const of = (denominator: number): Measure => ({ numerator: fraction(local), denominator: fraction(denominator), test: '>', limit: fraction(3, 5) });
  const absent = all['students'] === undefined || (graduates.length > 0 && all['destinations'] === undefined);
  return target(day, due, absent ? null : of(graduates.length - leftOut), graduates.length - leftOut === 0 ? null : undefined,
    absent ? {} : { 'local_rate.denominator=all_graduates': of(graduates.length), 'local_rate.denominator=employed': of(employed.length) });
}
