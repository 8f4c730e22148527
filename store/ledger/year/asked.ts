import pg from 'pg';
import type { Scope } from '../../../core/funding/scope.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { lastMoment, standing, type Known } from '../../known-time.ts';

/** Which year is settled, and as far as what was known. */
export interface AskedYear {
  readonly scope: Scope;
  readonly region_id: number;
  /** Everything known now when absent. */
  readonly known_on?: Known | undefined;
}

const day = (on: PlainDate): string => `${pg.escapeLiteral(on)}::date`;
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

/** Records of a register `r` that stand, of the region. The tables of a run are made by statements that take no parameters. */
export function standingRows({ region_id, known_on }: AskedYear, alias = 'r'): string {
  const moment = lastMoment(known_on);
  return `${alias}.region_id = ${region_id} and ${moment === null ? standing(alias) : standing(alias, pg.escapeLiteral(moment))}`;
}

/** The same of those whose academic year it is and whose own day has come. */
export function rowsOfYear(asked: AskedYear, on: string): string {
  return `${standingRows(asked)} and r.academic_year = ${asked.scope.academic_year} and r.${on} <= ${day(asked.scope.as_of)}`;
}

/** Departures within the year that have come. */
export function leavingRows(asked: AskedYear): string {
  const { academic, as_of } = asked.scope;
  return `${standingRows(asked)} and r."on" between ${day(academic.from)} and ${day(earlier(academic.to, as_of))}`;
}

/** Rows of the higher stage that overlap the year and have begun. */
export function higherRows(asked: AskedYear): string {
  const { academic, as_of } = asked.scope;
  return `${standingRows(asked)} and r.stage = 'higher' and r.valid_from <= ${day(earlier(academic.to, as_of))} and (r.valid_to is null or r.valid_to >= ${day(academic.from)})`;
}
