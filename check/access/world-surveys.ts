import type pg from 'pg';
import { QUESTIONS } from '../../core/surveys/questions.ts';
import { COUNTIES, orgId, type Side } from './units.ts';

export interface WorldSurvey {
  readonly survey_id: string;
  /** Places that its results show, with the labels by which they are read. */
  readonly places: readonly { readonly unit: string; readonly labels: readonly string[] }[];
}

export interface WorldSurveys {
  /** One that is over, with five answers of each school. */
  readonly closed: WorldSurvey;
  /** One that asks everybody until long after. */
  readonly openId: string;
}

const FIRST = 920_000;
const SIDES: readonly Side[] = ['a', 'b'];

const labelsOf = (side: Side): string[] => [`org:${orgId('school', side)}`, `county:${COUNTIES[side]}`];

/** Surveys of two years, as acts would have left them. */
export async function makeSurveys(owner: pg.Client, region_id: number): Promise<WorldSurveys> {
  const everybody = ['student', 'guardian', 'teacher', 'school_staff', 'college_staff', 'enterprise', 'bureau'];
  for (const [at, [year, from, to]] of [[2024, '2024-12-01', '2024-12-31'], [2025, '2025-01-01', '2099-12-31']].entries()) {
    await owner.query(
      `insert into surveys (region_id, survey_id, year, opens_on, closes_on, answerers, least, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, 5, now(), 'world')`,
      [region_id, FIRST + at, year, from, to, everybody]);
  }
  for (const side of SIDES) {
    await owner.query('insert into survey_places (region_id, survey_id, unit, scopes) values ($1, $2, $3, $4)', [region_id, FIRST, `org:${orgId('school', side)}`, labelsOf(side)]);
    await owner.query(
      `insert into survey_tallies (region_id, survey_id, answerers, unit, answered, sums) values ($1, $2, 'school_staff', $3, 5, $4)`,
      [region_id, FIRST, `org:${orgId('school', side)}`, QUESTIONS.map(() => 20)]);
  }
  await owner.query(`insert into survey_remarks (region_id, survey_id, answerers, page, texts) values ($1, $2, 'school_staff', 1, '{意见}')`, [region_id, FIRST]);
  await owner.query(`insert into survey_marks (region_id, survey_id, account) values ($1, $2, 'world')`, [region_id, FIRST]);
  return {
    closed: { survey_id: String(FIRST), places: SIDES.map((side) => ({ unit: `org:${orgId('school', side)}`, labels: labelsOf(side) })) },
    openId: String(FIRST + 1),
  };
}
