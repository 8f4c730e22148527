import { answeredSoFar, surveyOfYear } from '../surveys/results.ts';
import { stateOf } from '../surveys/surveys.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';

/** S3-h: a review is taken in beside what people said that year, once everybody has said it. */
export const surveyClosed: AskGuard = async (whole, { details: { year }, today }) => {
  const survey = year === undefined ? null : await surveyOfYear(whole, year);
  if (survey === null) return held(`${year ?? ''} 年没有问卷，须说明原因`, `There was no survey of ${year ?? 'the year'}: say why`);
  if (stateOf(survey, today) !== 'closed') return held(`问卷到 ${survey.closes_on} 截止，之后才有结果`, `The survey runs until ${survey.closes_on}; its results follow`);
  const many = await answeredSoFar(whole, survey.survey_id);
  return { met: true, detail: { zh: `共 ${many} 份答卷`, en: `${many} answers` } };
};

/** A reason takes its place only where nobody was asked. */
export const surveyNone: AskGuard = async (whole, { details: { year } }) => {
  const survey = year === undefined ? null : await surveyOfYear(whole, year);
  return survey === null ? holds : held(`${year ?? ''} 年有问卷，按其结果采纳`, `There is a survey of ${year ?? 'the year'}: take it in beside that`);
};
