import { createRoute, z } from '@hono/zod-openapi';
import { DECISIONS } from '../../core/step-up/decision.ts';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { scoreLines } from './sample-tests.ts';
import { outcome } from './verdict.ts';

/** The step-up test (M9-d): its season, scores, what is decided and published, appeals, and one's own. */

const tags = ['tests'];
const count = z.number().int();
const id = z.string().min(1).max(500);
const decision = z.enum(DECISIONS);
const line = z.object({ name: z.enum(['list', 'roll', 'score', 'conduct']), clause: z.string(), outcome, missing: listOf(z.string()) }).readonly().openapi('StepUpLine');
const numbers = { registered: count, passed: count, resit: count, not_passed: count, not_eligible: count, undecided: count };
const score = z.string().nullable();
const attempt = z.enum(['awaited', 'absent', 'scored']);

const appeal = z
  .object({
    appeal_id: z.string(), student_id: z.string(), text: z.string(), appealed_on: dayText, verdict: z.enum(['upheld', 'rejected']).nullable(), reason: z.string().nullable(), answered_on: dayText.nullable(), answered_by: z.string().nullable(),
    may_answer: z.boolean(),
  })
  .readonly()
  .openapi('StepUpAppeal');

const publication = z.object({ published_on: dayText, last_day: dayText,
  /** Where anybody reads it, without signing in. */
  address: z.string(), hash: z.string(), open: z.boolean() }).readonly().openapi('StepUpPublication');

const head = z
  .object({ college_id: z.string(), college: z.string(), year: count, test_on: dayText, resit_on: dayText, place: z.string(), published_on: dayText.nullable(), last_day: dayText.nullable() })
  .readonly()
  .openapi('StepUpSeasonHead');

const student = z
  .object({
    student_id: z.string(), name: z.string().nullable(), school: z.string(), class_id: z.string().nullable(), programme: z.string(), test: score, test_state: attempt, resit: score, resit_state: attempt,
    /** The better of the two. */
    counts: score, decision, lines: listOf(line),
  })
  .readonly()
  .openapi('StepUpStudent');

const season = z
  .object({
    ...head.unwrap().shape, revision: count, on: dayText, pass_line: z.string().nullable(), full_marks: z.string().nullable(), publication_days: z.string().nullable(),
    counts: z.object(numbers).readonly(), schools: listOf(z.object({ school_id: z.string(), school: z.string(), ...numbers }).readonly()),
    /** Those in reach. */
    students: listOf(student), may_sit: listOf(z.string()), may_resit: listOf(z.string()), publications: listOf(publication), appeals: listOf(appeal), may_hold: z.boolean(),
  })
  .readonly()
  .openapi('StepUpSeason');

/** What was changed: its page asks for the whole. */
const held = json('The season that was changed', z.object({ college_id: z.string(), year: count }).readonly());
const path = z.object({ college_id: z.string().max(500), year: z.string().regex(/^\d{4}$/).transform(Number) });

export const listSeasons = createRoute({
  method: 'get', path: '/api/step-up-seasons', tags, summary: 'Seasons of the step-up test in reach, latest first (M9-d)',
  responses: readingAnswers({ 200: json('Seasons', z.object({ seasons: listOf(head) }).readonly()) }),
});

export const readSeason = createRoute({
  method: 'get', path: '/api/step-up-seasons/{college_id}/{year}', tags, summary: 'A season: who is on its list line by line, scores, decisions, publications, appeals',
  request: { params: path }, responses: readingAnswers({ 200: json('The season', season) }),
});

export const arrangeSeason = createRoute({
  method: 'post', path: '/api/step-up-seasons', tags, summary: 'Arrange the step-up test of a college and year, or arrange it anew while nothing is published',
  request: { body: jsonBody(z.object({ college_id: id, year: count.min(2000).max(2100), test_on: day, resit_on: day, place: z.string().trim().max(500) }).strict()) }, responses: changingAnswers({ 201: held }),
});

export const scoreSeason = createRoute({
  method: 'post', path: '/api/step-up-seasons/{college_id}/{year}/scores', tags, summary: 'Scores of the test, or of the resit, or that somebody did not come',
  request: { params: path, body: jsonBody(z.object({ resit: z.boolean(), scores: scoreLines }).strict()) }, responses: changingAnswers({ 201: held }),
});

export const publishSeason = createRoute({
  method: 'post', path: '/api/step-up-seasons/{college_id}/{year}/publications', tags, summary: 'Publish who steps up, for so many working days as the rules say',
  request: { params: path }, responses: changingAnswers({ 201: held }),
});

const appealed = json('The appeal', z.object({ appeal_id: z.string() }).readonly());

export const appealStepUp = createRoute({
  method: 'post', path: '/api/step-up-appeals', tags, summary: 'Object to what was published of oneself, or of one’s child, while it is published',
  request: { body: jsonBody(z.object({ college_id: id, year: count, student_id: id, text: z.string().trim().min(1).max(2000) }).strict()) }, responses: changingAnswers({ 201: appealed }),
});

export const answerAppeal = createRoute({
  method: 'post', path: '/api/step-up-appeals/{appeal_id}/answer', tags, summary: 'Answer an appeal: by another person than who published',
  request: { params: z.object({ appeal_id: z.string().max(20) }), body: jsonBody(z.object({ verdict: z.enum(['upheld', 'rejected']), reason: z.string().trim().min(1).max(2000) }).strict()) },
  responses: changingAnswers({ 201: appealed }),
});

export const readMyTests = createRoute({
  method: 'get', path: '/api/my-tests', tags, summary: 'One’s own tests and what is still missing for the step-up, and those of one’s children',
  responses: readingAnswers({ 200: json('Tests', z.object({
    on: dayText,
    students: listOf(z.object({
      student_id: z.string(), tests: listOf(z.object({ kind: z.enum(['sample_test', 'upgrade_test', 'upgrade_resit']), on: dayText, score, absent: z.boolean() }).readonly()),
      /** Of the secondary stage: what the step-up asks, line by line. */
      lines: listOf(line),
      season: z.object({
        college_id: z.string(), year: count, test_on: dayText, resit_on: dayText, place: z.string(), decision,
        published: z.object({ on: dayText, last_day: dayText, seq: count.nullable(), decision, address: z.string() }).readonly().nullable(), may_appeal: z.boolean(), appeals: listOf(appeal),
      }).readonly().nullable(),
    }).readonly()),
  }).readonly().openapi('MyTests')) }),
});
