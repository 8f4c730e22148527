import type { Row } from '../exchange/sheets.ts';
import type { Cohort } from '../facts/region-rows.ts';
import { groupBy } from '../facts/campus-rows.ts';

/** Where a number of new students comes from; `assumed`: the same as in the latest earlier year that is known. */
export type IntakeOrigin = 'registered' | 'admitted' | 'planned' | 'students' | 'assumed' | 'none';

export interface Intake {
  readonly students: number;
  readonly origin: IntakeOrigin;
  /** The year that the number was reported for; null when there is none. */
  readonly of_year: number | null;
  /** Row of `intakes` that holds it, as the user sees it. */
  readonly row: number | null;
}

const NONE: Intake = { students: 0, origin: 'none', of_year: null, row: null };

/** The intakes of one programme (B44), in the past and to come. */
export interface IntakesOf {
  /** A year that has begun: its row, else the students of that cohort. */
  readonly known: (year: number) => Intake;
  /** A year to come: its row, else the latest earlier year. */
  readonly expected: (year: number) => Intake;
}

/** Reads rows and cohorts once; each programme answers by year. */
export function intakesBy(rows: readonly Row<'intakes'>[], cohorts: readonly Cohort[]): (programme_id: string) => IntakesOf {
  const reported = groupBy(rows, (row) => row.programme_id);
  const entered = groupBy(cohorts, (cohort) => cohort.programme_id);
  return (programme_id) => intakesOf(reported.get(programme_id) ?? [], entered.get(programme_id) ?? []);
}

function intakesOf(rows: readonly Row<'intakes'>[], cohorts: readonly Cohort[]): IntakesOf {
  const planned = new Map(rows.flatMap((row) => (figureOf(row) === null ? [] : [[row.year, figureOf(row) ?? NONE] as const])));
  const known = new Map<number, Intake>([
    ...cohorts.map(({ year, students }) => [year, { students, origin: 'students', of_year: year, row: null }] as const),
    ...planned,
  ]);
  const years = [...known.keys()].sort((a, b) => b - a);
  return {
    known: (year) => known.get(year) ?? NONE,
    expected: (year) => {
      const own = planned.get(year);
      if (own !== undefined) return own;
      const latest = years.find((earlier) => earlier < year);
      const found = latest === undefined ? undefined : known.get(latest);
      return found === undefined ? NONE : { ...found, origin: 'assumed' };
    },
  };
}

/** Registered, else admitted, else planned; null for a row that says none of them. */
function figureOf({ year, row, registered, admitted, planned }: Row<'intakes'>): Intake | null {
  if (registered !== null) return { students: registered, origin: 'registered', of_year: year, row };
  if (admitted !== null) return { students: admitted, origin: 'admitted', of_year: year, row };
  return planned === null ? null : { students: planned, origin: 'planned', of_year: year, row };
}
