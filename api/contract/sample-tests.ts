import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { outcome } from './verdict.ts';

/** Sample tests (M9-c): planned, drawn so that anybody can draw again, scored, reported. */

const tags = ['tests'];
const id = z.string().min(1).max(500);
const count = z.number().int();
const named = z.object({ id: z.string(), name: z.string() }).readonly();
const path = z.object({ sample_test_id: z.string().max(20) });

const head = z
  .object({
    sample_test_id: z.string(), college_id: z.string(), college: z.string(), year: count, title: z.string(), test_on: dayText,
    state: z.enum(['planned', 'list_closed', 'drawn', 'reported']), listed: count.nullable(), drawn: count.nullable(),
  })
  .readonly()
  .openapi('SampleTestHead');

const schoolResult = z
  .object({
    school_id: z.string(), school: z.string(), drawn: count, sat: count, absent: count, awaited: count, passed: count, mean: z.string().nullable(),
    /** In percent, of those who came; null where nobody did. */
    rate: z.string().nullable(), outcome,
  })
  .readonly()
  .openapi('SampleSchoolResult');

const sampleTest = z
  .object({
    ...head.unwrap().shape, grades: listOf(count), programmes: listOf(named), papers: z.string(), seed_way: z.enum(['public', 'committed']), seed_source: z.string(),
    list: z.object({ closed_on: dayText, many: count, hash: z.string() }).readonly().nullable(),
    draw: z.object({
      drawn_on: dayText, seed: z.string(),
      students: listOf(z.object({
        student_id: z.string(), class_id: z.string().nullable(), school: z.string(),
        /** Null where names, or scores, are not in reach. */
        name: z.string().nullable(), score: z.string().nullable(), state: z.enum(['awaited', 'absent', 'scored']).nullable(),
      }).readonly()),
    }).readonly().nullable(),
    results: listOf(schoolResult).nullable(), reported_on: dayText.nullable(), findings: listOf(z.string()), document_id: z.string().nullable(),
    pass_line: z.string().nullable(), low_rate: z.string().nullable(), full_marks: z.string().nullable(), may_hold: z.boolean(), on: dayText,
  })
  .readonly()
  .openapi('SampleTest');

/** What was changed: its page asks for the whole. */
const held = json('The sample test that was changed', z.object({ sample_test_id: z.string() }).readonly());
export const scoreLines = z.array(z.object({ student_id: z.string().trim().max(100), score: z.string().trim().max(40) }).strict().readonly()).min(1).max(20_000).readonly();

export const listSampleTests = createRoute({
  method: 'get', path: '/api/sample-tests', tags, summary: 'Sample tests in reach, latest first (M9-c)',
  responses: readingAnswers({ 200: json('Sample tests', z.object({ tests: listOf(head), programmes: listOf(z.object({ ...named.unwrap().shape, college_id: z.string() }).readonly()), colleges: listOf(named) }).readonly()) }),
});

export const readSampleTest = createRoute({
  method: 'get', path: '/api/sample-tests/{sample_test_id}', tags, summary: 'A sample test: plan, list, draw, scores in reach, results by school',
  request: { params: path }, responses: readingAnswers({ 200: json('The sample test', sampleTest) }),
});

export const planSampleTest = createRoute({
  method: 'post', path: '/api/sample-tests', tags, summary: 'Plan a sample test, and say where the seed of the draw will come from',
  request: { body: jsonBody(z.object({
    college_id: id, title: z.string().trim().min(1).max(200), grades: z.array(count.min(1).max(3)).min(1).max(3), programmes: z.array(id).max(500), test_on: day, papers: z.string().trim().min(1).max(500),
    seed: z.discriminatedUnion('way', [
      z.object({ way: z.literal('public'), source: z.string().trim().min(1).max(300) }).strict().readonly(),
      z.object({ way: z.literal('committed'), commitment: z.string().regex(/^[0-9a-f]{64}$/) }).strict().readonly(),
    ]),
  }).strict()) },
  responses: changingAnswers({ 201: held }),
});

export const closeSampleList = createRoute({
  method: 'post', path: '/api/sample-tests/{sample_test_id}/list', tags, summary: 'Close the list of those who may be drawn, before the seed is known',
  request: { params: path }, responses: changingAnswers({ 201: held }),
});

export const readSampleList = createRoute({
  method: 'get', path: '/api/sample-tests/{sample_test_id}/list', tags, summary: 'The closed list with the rules and the seed: all that it takes to draw again. It has no names',
  request: { params: path },
  responses: readingAnswers({ 200: json('The list', z.object({ content: z.string(), hash: z.string(), seed: z.string().nullable() }).readonly().openapi('SampleList')) }),
});

export const drawSample = createRoute({
  method: 'post', path: '/api/sample-tests/{sample_test_id}/draw', tags, summary: 'Draw from the closed list by the seed that was announced',
  request: { params: path, body: jsonBody(z.object({ seed: z.string().min(1).max(500) }).strict()) }, responses: changingAnswers({ 201: held }),
});

export const scoreSampleTest = createRoute({
  method: 'post', path: '/api/sample-tests/{sample_test_id}/scores', tags, summary: 'Scores of those who were drawn, or that they did not come',
  request: { params: path, body: jsonBody(z.object({ scores: scoreLines }).strict()) }, responses: changingAnswers({ 201: held }),
});

export const reportSampleTest = createRoute({
  method: 'post', path: '/api/sample-tests/{sample_test_id}/report', tags, summary: 'End a sample test: results are issued, low ones open a finding at the school',
  request: { params: path }, responses: changingAnswers({ 201: held }),
});
