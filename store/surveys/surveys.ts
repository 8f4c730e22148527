import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { Answerers } from '../../core/surveys/questions.ts';
import type { SurveyRefusal } from '../../core/surveys/refusals.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

export type SurveyOutcome = { readonly outcome: 'done'; readonly id: string } | { readonly outcome: 'survey_refused'; readonly why: SurveyRefusal };
export const no = (why: SurveyRefusal): SurveyOutcome => ({ outcome: 'survey_refused', why });

export interface NewSurvey {
  readonly year: number;
  readonly opens_on: PlainDate;
  readonly closes_on: PlainDate;
  readonly groups: readonly Answerers[];
}

export interface StoredSurvey extends NewSurvey {
  readonly survey_id: string;
  /** So many answers at least are shown together. */
  readonly least: number;
  /** Why it was withdrawn; null where it stands. */
  readonly withdrawn: string | null;
}

export type SurveyState = 'coming' | 'open' | 'closed' | 'withdrawn';

export function stateOf({ opens_on, closes_on, withdrawn }: StoredSurvey, today: PlainDate): SurveyState {
  if (withdrawn !== null) return 'withdrawn';
  return today < opens_on ? 'coming' : today <= closes_on ? 'open' : 'closed';
}

/** The key of the value of law that says how many answers are shown together at least. */
export const LEAST_ANSWERS = 'review.survey_least';

/** S3-h: the office asks for a year, once; another survey of the year only where the first was withdrawn. */
export async function openSurvey(tx: Transaction, { year, opens_on, closes_on, groups }: NewSurvey, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<SurveyOutcome> {
  const stamp = await lockRegion(tx);
  if (stamp === null || groups.length === 0) return no('nobody');
  if (opens_on < today || closes_on < opens_on) return no('days_wrong');
  if ((await loadSurveys(tx)).some((one) => one.year === year && one.withdrawn === null)) return no('held_already');
  const least = wholeNumber(parametersOn(pack.parameters, today).get(LEAST_ANSWERS)?.value);
  if (least === null) return no('no_rule');
  const survey_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    'insert into surveys (region_id, survey_id, year, opens_on, closes_on, answerers, least, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.region_id, survey_id, year, opens_on, closes_on, [...new Set(groups)].sort(), Math.max(least, 5), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'survey.open', object: `surveys/${survey_id}`, detail: { year, opens_on, closes_on, groups } });
  return { outcome: 'done', id: String(survey_id) };
}

/** Says that a survey does not count: what was answered is shown nowhere, and the year can be asked about anew. */
export async function withdrawSurvey(tx: Transaction, survey_id: number, reason: string): Promise<SurveyOutcome> {
  const stamp = await lockRegion(tx);
  const survey = (await loadSurveys(tx)).find((one) => one.survey_id === String(survey_id));
  if (stamp === null || survey === undefined) return no('unknown_survey');
  if (survey.withdrawn !== null) return no('withdrawn_already');
  if (reason.trim() === '') return no('reason_missing');
  await tx.change(
    'insert into survey_withdrawals (region_id, survey_id, reason, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)', [tx.actor.region_id, survey_id, reason.trim(), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'survey.withdraw', object: `surveys/${survey_id}` });
  return { outcome: 'done', id: String(survey_id) };
}

/** Surveys of the region, latest first. */
export function loadSurveys(tx: Transaction): Promise<StoredSurvey[]> {
  return tx.query<StoredSurvey>(
    `select s.survey_id::text, s.year::integer as year, s.opens_on, s.closes_on, s.answerers as groups, s.least::integer as least, w.reason as withdrawn
     from surveys s left join survey_withdrawals w on w.region_id = s.region_id and w.survey_id = s.survey_id where s.region_id = $1 order by s.year desc, s.survey_id desc`, [tx.actor.region_id]);
}
