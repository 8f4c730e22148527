import { createRoute, z } from '@hono/zod-openapi';
import { COVER_KINDS } from '../../core/insurance/cover.ts';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['insurance'];
const words = z.string().trim().min(1);
const kind = z.enum(COVER_KINDS);
const asked = z.object({ on: day.optional(), school_id: z.string().max(500).optional() });
const span = z.object({ from: dayText, to: dayText }).readonly();

const policy = z
  .object({
    policy_id: z.string(), policy_no: z.string(), kind, insurer: z.string(), school_id: z.string(), school: z.string(), from: dayText, to: dayText,
    heads: z.number().int(), covered: z.number().int(), premium_yuan: z.string(), proof: z.string(), may_write: z.boolean(),
  })
  .readonly()
  .openapi('InsurancePolicy');

export const readCoverage = createRoute({
  method: 'get', path: '/api/insurance', tags, summary: 'Policies, and every student whom none covers on some day to come, by name',
  request: { query: asked },
  responses: readingAnswers({ 200: json('Coverage', z.object({
    on: dayText, policies: listOf(policy),
    schools: listOf(z.object({ school_id: z.string(), school: z.string(), kind, heads: z.number().int(), uncovered: z.number().int() }).readonly()),
    /** What each school paid for the policies shown: R4-j, never the student. */
    premiums: listOf(z.object({ school_id: z.string(), school: z.string(), premium_yuan: z.string() }).readonly()),
    /** By name where the asker reads the roll. */
    uncovered: listOf(z.object({
      student_id: z.string(), name: z.string(), school_id: z.string(), class_id: z.string().nullable(), kind, from: dayText, to: dayText, gaps: listOf(span), today: z.boolean(),
    }).readonly()),
    /** Where the asker may record policies; null where nowhere. */
    own_school: z.string().nullable(),
  }).readonly()) }),
});

const covering = z.object({ programme_id: z.string().max(500).nullable().default(null), class_id: z.string().max(500).nullable().default(null), students: z.array(z.string().max(500)).max(20_000).nullable().default(null) }).strict();

const bought = z.object({
  policy_no: words.max(100), kind, insurer: words.max(100), from: day, to: day, heads: z.number().int().min(1).max(1_000_000), premium_yuan: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/), proof: words.max(200),
});

export const correctPolicy = createRoute({
  method: 'post', path: '/api/insurance-policies/{policy_id}/corrections', tags, summary: 'Answer a policy that was recorded wrongly with another record; whom it covers is told anew',
  request: { params: z.object({ policy_id: z.string().max(64) }), body: jsonBody(bought.extend({ why: words.max(500) }).strict()) },
  responses: changingAnswers({ 201: json('Corrected', z.object({ policy_id: z.string(), covered: z.number().int() }).readonly()) }),
});

export const recordPolicy = createRoute({
  method: 'post', path: '/api/insurance-policies', tags, summary: 'Record a policy that the school took out, and whom it covers',
  request: { body: jsonBody(bought.extend({ school_id: words.max(500), covering: covering.nullable() }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ policy_id: z.string(), covered: z.number().int() }).readonly()) }),
});

export const coverStudents = createRoute({
  method: 'post', path: '/api/insurance-policies/{policy_id}/students', tags, summary: 'Cover more students by a policy',
  request: { params: z.object({ policy_id: z.string().max(64) }), body: jsonBody(covering) },
  responses: changingAnswers({ 201: json('Covered', z.object({ policy_id: z.string(), covered: z.number().int() }).readonly()) }),
});

const ofSchool = asked.extend({ school_id: z.string().max(500) });

export const downloadCoverageWorkbook = createRoute({
  method: 'get', path: '/api/insurance/workbook', tags, summary: '保险投保与覆盖表 of a school as .xlsx',
  request: { query: ofSchool },
  responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadCoveragePaper = createRoute({
  method: 'get', path: '/api/insurance/paper', tags, summary: 'The same on A4',
  request: { query: ofSchool },
  responses: readingAnswers({ 200: file('PDF', 'application/pdf') }),
});
