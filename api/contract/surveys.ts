import { createRoute, z } from '@hono/zod-openapi';
import { ANSWERERS, HIGHEST, LOWEST, MOST_REMARK, QUESTIONS } from '../../core/surveys/questions.ts';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** The anonymous survey of a year (S3-h). */

const tags = ['surveys'];
const count = z.number().int();
const group = z.enum(ANSWERERS);
const id = z.object({ survey_id: z.string().max(20) });

/** Sums in the order of the questions: the mean of one is its sum over the number of answers. */
const total = z.object({ answered: count, sums: listOf(count) }).readonly().nullable();

const survey = z
  .object({
    survey_id: z.string(), year: count, opens_on: dayText, closes_on: dayText, groups: listOf(group), least: count, state: z.enum(['coming', 'open', 'closed', 'withdrawn']), withdrawn: z.string().nullable(),
    /** How many answered so far, of all kinds together. */
    answered: count,
    /** From the day after the last one; a total or place without figures had too few answers, or would tell of one that had. Places are those in reach. */
    results: listOf(z.object({
      group, total, units: listOf(z.object({ unit: z.string(), name: z.string(), shown: total }).readonly()), remarks: listOf(z.string()).nullable(),
    }).readonly()).nullable(),
  })
  .readonly()
  .openapi('Survey');

export const listSurveys = createRoute({
  method: 'get', path: '/api/surveys', tags, summary: 'Surveys and what they came to, from as many answers as are shown together at least (S3-h)',
  responses: readingAnswers({ 200: json('Surveys', z.object({ on: dayText, may_open: z.boolean(), surveys: listOf(survey) }).readonly()) }),
});

export const readOwnSurvey = createRoute({
  method: 'get', path: '/api/surveys/mine', tags, summary: 'The survey that asks whoever is signed in, and whether they answered; never what',
  responses: readingAnswers({ 200: json('The survey', z.object({
    survey: z.object({ survey_id: z.string(), year: count, closes_on: dayText, group, answered: z.boolean(), least: count }).readonly().nullable(),
  }).readonly()) }),
});

const done = changingAnswers({ 201: json('Done', z.object({ id: z.string() }).readonly()) });

export const openSurvey = createRoute({
  method: 'post', path: '/api/surveys', tags, summary: 'Open the survey of a year',
  request: { body: jsonBody(z.object({ year: count.min(2020).max(2100), opens_on: day, closes_on: day, groups: z.array(group).min(1).max(ANSWERERS.length).readonly() }).strict()) }, responses: done,
});

export const withdrawSurvey = createRoute({
  method: 'post', path: '/api/surveys/{survey_id}/withdrawal', tags, summary: 'Say that a survey does not count, and why',
  request: { params: id, body: jsonBody(z.object({ reason: z.string().trim().max(500) }).strict()) }, responses: done,
});

const scores = z.object(Object.fromEntries(QUESTIONS.map((question) => [question.id, count.min(LOWEST).max(HIGHEST)]))).strict();

export const answerSurvey = createRoute({
  method: 'post', path: '/api/surveys/{survey_id}/answers', tags,
  summary: 'Answer a survey, once; who answered is marked apart from what was answered, and no answer is kept by itself',
  request: { params: id, body: jsonBody(z.object({ scores, remark: z.string().max(MOST_REMARK) }).strict()) }, responses: done,
});
