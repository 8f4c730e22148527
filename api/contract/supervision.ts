import { createRoute, z } from '@hono/zod-openapi';
import { SEVERITIES } from '../../core/approvals/matters/finding.ts';
import { LINE_ANSWERS } from '../../core/supervision/answers.ts';
import { VISIT_KINDS } from '../../core/supervision/visit.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Supervision visits (S3-a, S3-c): what is due, the checklist of a visit, visits as they were recorded. */

const tags = ['supervision'];
const id = z.string().trim().min(1).max(500);
const count = z.number().int();
const kind = z.enum(VISIT_KINDS);
const path = z.object({ visit_id: z.string().max(20) });
const place = z.object({ college_id: z.string(), college: z.string(), school_id: z.string(), school: z.string() }).readonly();
const period = z.object({ year: count, term: z.union([z.literal(1), z.literal(2)]).nullable() }).readonly();

const head = z
  .object({
    visit_id: z.string(), kind, ...place.unwrap().shape, ...period.unwrap().shape, on: dayText, met: count, not_met: count, not_looked_at: count,
    /** The visit that this one corrects, and the one that corrects it. */
    answers: z.string().nullable(), answered_by: z.string().nullable(),
  })
  .readonly()
  .openapi('SupervisionVisitHead');

const asked = z.object({ line: z.string(), clause: z.string(), label: bilingual, about: bilingual.nullable() }).readonly().openapi('ChecklistLine');

const found = z
  .object({
    ...asked.unwrap().shape, answer: z.enum(LINE_ANSWERS), remark: z.string(), severity: z.enum(SEVERITIES).nullable(),
    /** Null where nothing was found wanting, or the finding is not in reach. */
    finding: z.object({ matter_id: z.string(), state: bilingual, open: z.boolean(), due: dayText.nullable() }).readonly().nullable(),
  })
  .readonly()
  .openapi('SupervisionLine');

const visit = z
  .object({ ...head.unwrap().shape, visitors: z.string(), note: z.string(), reason: z.string().nullable(), recorded_by: z.string(), document_id: z.string().nullable(), lines: listOf(found), may_correct: z.boolean() })
  .readonly()
  .openapi('SupervisionVisit');

const due = z.object({ kind, ...place.unwrap().shape, ...period.unwrap().shape, due_on: dayText, late: z.boolean(), may_record: z.boolean() }).readonly().openapi('DueVisit');

export const listVisits = createRoute({
  method: 'get', path: '/api/supervision', tags, summary: 'Supervision visits in reach, latest first, and those that are still owed (S3-a, S3-c)',
  responses: readingAnswers({ 200: json('Visits', z.object({ on: dayText, visits: listOf(head), due: listOf(due), /** Where the asker may record a visit. */ places: listOf(place) }).readonly()) }),
});

export const readVisit = createRoute({
  method: 'get', path: '/api/supervision/{visit_id}', tags, summary: 'A visit line by line, with the findings that it opened',
  request: { params: path }, responses: readingAnswers({ 200: json('The visit', visit) }),
});

export const readChecklist = createRoute({
  method: 'get', path: '/api/supervision-checklist', tags, summary: 'What is looked at during a visit: by the schemes in force (S3-a), by the annex (S3-c)',
  request: { query: z.object({ kind, college_id: id, school_id: id, on: day }) },
  responses: readingAnswers({ 200: json('The checklist', z.object({ ...period.unwrap().shape, lines: listOf(asked) }).readonly()) }),
});

const seen = {
  on: day, visitors: z.string().trim().min(1).max(300), note: z.string().trim().max(2000),
  lines: z.array(z.object({ line: z.string().min(1).max(600), answer: z.enum(LINE_ANSWERS), remark: z.string().trim().max(300), severity: z.enum(SEVERITIES).nullable() }).strict().readonly()).min(1).max(500).readonly(),
};
const recorded = json('The visit that was recorded', z.object({ visit_id: z.string(), findings: count }).readonly());

export const recordVisit = createRoute({
  method: 'post', path: '/api/supervision', tags, summary: 'Record a visit: each line that is not met opens a finding at the school (S3-b, S3-d)',
  request: { body: jsonBody(z.object({ kind, college_id: id, school_id: id, ...seen }).strict()) }, responses: changingAnswers({ 201: recorded }),
});

export const correctVisit = createRoute({
  method: 'post', path: '/api/supervision/{visit_id}/corrections', tags, summary: 'Put a visit right by another record that answers it; notices that were issued stand',
  request: { params: path, body: jsonBody(z.object({ ...seen, reason: z.string().trim().min(1).max(500) }).strict()) }, responses: changingAnswers({ 201: recorded }),
});
