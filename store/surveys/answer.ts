import { answersAs } from '../../core/surveys/group.ts';
import { MOST_REMARK, scoresOf, type Answerers } from '../../core/surveys/questions.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { loadSurveys, no, stateOf, type StoredSurvey, type SurveyOutcome } from './surveys.ts';
import { unitOf } from './unit.ts';

export interface GivenAnswer {
  readonly survey_id: number;
  readonly scores: Readonly<Record<string, number>>;
  readonly remark: string;
}

/**
 * S3-h: counts one answer. The mark names the account and nothing of the answer; the answer is added to sums that name
 * neither account nor time. What is written down of the act says no more than the mark does.
 */
export async function answerSurvey(tx: Transaction, { survey_id, scores: given, remark }: GivenAnswer, today: PlainDate): Promise<SurveyOutcome> {
  if (await lockRegion(tx) === null) return no('unknown_survey');
  const survey = (await loadSurveys(tx)).find((one) => one.survey_id === String(survey_id));
  if (survey === undefined) return no('unknown_survey');
  if (stateOf(survey, today) !== 'open') return no('not_open');
  const place = await ownPlace(tx, survey);
  if (place === null) return no('not_asked');
  const scores = scoresOf(given);
  if (scores === null) return no('answers_wrong');
  const { region_id, account } = tx.actor;
  const marked = await tx.change('insert into survey_marks (region_id, survey_id, account) values ($1, $2, $3) on conflict do nothing', [region_id, survey_id, account]);
  if (marked === 0) return no('answered_already');
  await tx.whole(async (whole) => {
    await addPlace(whole, survey_id, place.unit);
    await addScores(whole, survey_id, place, scores);
    const text = remark.trim().slice(0, MOST_REMARK);
    if (text !== '') await addRemark(whole, survey_id, place.group, text);
  });
  await tx.audit({ action: 'survey.answer', object: `surveys/${survey_id}` });
  return { outcome: 'done', id: String(survey_id) };
}

export interface OwnPlace {
  readonly group: Answerers;
  readonly unit: string;
}

/** As what, and of where, the actor answers a survey; null where it does not ask people like them. In their own name only. */
export async function ownPlace(tx: Transaction, { groups }: Pick<StoredSurvey, 'groups'>): Promise<OwnPlace | null> {
  const person = await actingPerson(tx);
  const as = answersAs((person?.acting ?? []).filter(({ in_stead_of }) => in_stead_of === null));
  if (as === null || !groups.includes(as.group)) return null;
  return { group: as.group, unit: await tx.whole((whole) => unitOf(whole, as.group, as.held)) };
}

async function addPlace(whole: Transaction, survey_id: number, unit: string): Promise<void> {
  await whole.change(
    `insert into survey_places (region_id, survey_id, unit, scopes) values ($1, $2, $3, coalesce((select scopes from labels where region_id = $1 and thing = $3), '{}')) on conflict do nothing`,
    [whole.actor.region_id, survey_id, unit]);
}

async function addScores(whole: Transaction, survey_id: number, { group, unit }: OwnPlace, scores: readonly number[]): Promise<void> {
  const key = [whole.actor.region_id, survey_id, group, unit];
  const [now] = await whole.query<{ sums: number[] }>('select sums from survey_tallies where region_id = $1 and survey_id = $2 and answerers = $3 and unit = $4', key);
  if (now === undefined) await whole.change('insert into survey_tallies (region_id, survey_id, answerers, unit, answered, sums) values ($1, $2, $3, $4, 1, $5)', [...key, scores]);
  else {
    await whole.change('update survey_tallies set answered = answered + 1, sums = $5 where region_id = $1 and survey_id = $2 and answerers = $3 and unit = $4',
      [...key, scores.map((score, at) => score + (now.sums[at] ?? 0))]);
  }
}

const MOST_ON_PAGE = 50;

/** Sorted by their text, so that nothing tells which came last. */
async function addRemark(whole: Transaction, survey_id: number, group: Answerers, text: string): Promise<void> {
  const key = [whole.actor.region_id, survey_id, group];
  const [last] = await whole.query<{ page: number; texts: string[] }>(
    'select page, texts from survey_remarks where region_id = $1 and survey_id = $2 and answerers = $3 order by page desc limit 1', key);
  if (last === undefined || last.texts.length >= MOST_ON_PAGE) {
    await whole.change('insert into survey_remarks (region_id, survey_id, answerers, page, texts) values ($1, $2, $3, $4, $5)', [...key, (last?.page ?? 0) + 1, [text]]);
  } else {
    await whole.change('update survey_remarks set texts = $5 where region_id = $1 and survey_id = $2 and answerers = $3 and page = $4', [...key, last.page, [...last.texts, text].sort()]);
  }
}
