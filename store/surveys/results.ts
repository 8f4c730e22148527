import { resultsOf, type GroupResult, type Tally } from '../../core/surveys/results.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { loadSurveys, stateOf, type StoredSurvey } from './surveys.ts';

export interface SurveyResult extends GroupResult {
  /** Words of their own, sorted by their text; null where too few answered, and for those who do not read the whole region. */
  readonly remarks: readonly string[] | null;
}

/** How many answered a survey so far. */
export async function answeredSoFar(tx: Transaction, survey_id: string): Promise<number> {
  const [row] = await tx.whole((whole) => whole.query<{ many: bigint }>('select count(*) as many from survey_marks where region_id = $1 and survey_id = $2', [whole.actor.region_id, survey_id]));
  return Number(row?.many ?? 0);
}

/**
 * S3-h: what a survey came to, from the day after its last: while it runs a later look would tell what was answered since
 * an earlier one. What is held back is worked out over the whole region, and then cut to the places in reach.
 */
export async function surveyResults(tx: Transaction, survey: StoredSurvey, today: PlainDate): Promise<SurveyResult[] | null> {
  if (stateOf(survey, today) !== 'closed') return null;
  const key = [tx.actor.region_id, survey.survey_id];
  const results = await tx.whole(async (whole) => resultsOf(await whole.query<Tally>(
    'select answerers as "group", unit, answered, sums from survey_tallies where region_id = $1 and survey_id = $2', key), survey.least));
  const places = new Set((await tx.query<{ unit: string }>(
    'select unit from survey_places where region_id = $1 and survey_id = $2 and ($3::text[] is null or scopes && $3)', [...key, labelsToRead(tx, 'surveys')])).map(({ unit }) => unit));
  const words = tx.actor.reach.get('surveys.read') === '*' ? await tx.query<{ group: string; texts: string[] }>('select answerers as "group", texts from survey_remarks where region_id = $1 and survey_id = $2', key) : null;
  return results.map((result) => ({
    ...result, units: result.units.filter(({ unit }) => places.has(unit)),
    remarks: result.total === null || words === null ? null : words.filter(({ group }) => group === result.group).flatMap(({ texts }) => texts).sort(),
  }));
}

/** The survey of a year that stands. */
export async function surveyOfYear(tx: Transaction, year: number): Promise<StoredSurvey | null> {
  return (await loadSurveys(tx)).find((one) => one.year === year && one.withdrawn === null) ?? null;
}
