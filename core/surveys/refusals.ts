import type { Bilingual } from '../values/bilingual.ts';

/** S3-h: why a survey is not opened, answered or withdrawn. */
export const SURVEY_REFUSALS = {
  nobody: { clause: 'S3-h', zh: '没有选参加问卷的群体', en: 'it asks nobody' },
  days_wrong: { clause: 'S3-h', zh: '截止日不能早于开始日，开始日不能早于今天', en: 'it ends before it begins, or begins before today' },
  held_already: { clause: 'S3-h', zh: '这一年已经有问卷，一年只问一次', en: 'there is a survey of that year already; one is held a year' },
  no_rule: { clause: 'S3-h', zh: '当日没有生效的最少份数规则', en: 'no rule on the least number of answers is in force on the day' },
  unknown_survey: { clause: 'S3-h', zh: '没有这份问卷', en: 'there is no such survey' },
  withdrawn_already: { clause: 'S3-h', zh: '这份问卷已经作废', en: 'the survey was withdrawn already' },
  reason_missing: { clause: 'S3-h', zh: '作废须写明原因', en: 'to withdraw it takes a reason' },
  not_open: { clause: 'S3-h', zh: '问卷还没有开始，或已经截止', en: 'the survey has not begun, or is over' },
  not_asked: { clause: 'S3-h', zh: '这次问卷没有问您所在的群体', en: 'the survey does not ask people like you' },
  answered_already: { clause: 'S3-h', zh: '您的答卷已经计入，每人一份，不能再答', en: 'your answer was counted; everybody answers once' },
  answers_wrong: { clause: 'S3-h', zh: '每一题都要选 1 至 5', en: 'every question takes a number from 1 to 5' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;
export type SurveyRefusal = keyof typeof SURVEY_REFUSALS;
