import { createRoute, z } from '@hono/zod-openapi';
import { LEVELS } from '../../core/appraisals/session.ts';
import { CLAIM_STATES } from '../../core/benefits/claim.ts';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['benefits'];
const idText = z.string().max(64);
const words = z.string().trim().min(1);
const programme = z.object({ programme_id: z.string(), name: z.string() }).readonly();

const session = z
  .object({
    session_id: z.string(), department: z.string(), occupation: z.string(), level: z.string(), site: z.string(), on: dayText, seats: z.number().int(), enrolled: z.number().int(),
    /** Of those enrolled, who hold a certificate of the level issued since. */
    certified: z.number().int(), programmes: listOf(programme),
    /** Whether its level lets somebody graduate (M9-e). */
    counts: z.boolean(),
  })
  .readonly()
  .openapi('AppraisalSession');

export const listAppraisals = createRoute({
  method: 'get', path: '/api/appraisals', tags, summary: 'Sessions of skills appraisal, and seats against those who still need a certificate',
  responses: readingAnswers({ 200: json('Sessions', z.object({
    on: dayText, sessions: listOf(session), levels: listOf(z.string()), programmes: listOf(programme),
    demand: listOf(z.object({ programme_id: z.string(), name: z.string(), school: z.string(), heads: z.number().int(), own_seats: z.number().int(), shared_seats: z.number().int(), placed: z.number().int(), shortage: z.number().int() }).readonly()),
    may_announce: z.boolean(),
  }).readonly()) }),
});

export const announceAppraisal = createRoute({
  method: 'post', path: '/api/appraisals', tags, summary: 'Announce a session, as the department that holds it',
  request: { body: jsonBody(z.object({
    occupation: words.max(100), level: z.enum(LEVELS as [string, ...string[]]), site: words.max(200), on: day, seats: z.number().int().min(1).max(100_000), programmes: z.array(z.string().max(500)).min(1).max(200),
  }).strict()) },
  responses: changingAnswers({ 201: json('Announced', z.object({ session_id: z.string() }).readonly()) }),
});

export const enrolForAppraisal = createRoute({
  method: 'post', path: '/api/appraisals/{session_id}/enrolments', tags, summary: 'Enrol students of one’s school, all of them or nobody',
  request: { params: z.object({ session_id: idText }), body: jsonBody(z.object({ students: z.array(z.string().max(500)).min(1).max(2000) }).strict()) },
  responses: changingAnswers({ 201: json('Enrolled', z.object({ enrolled: z.number().int() }).readonly()) }),
});

const state = z.enum(CLAIM_STATES);

export const listBenefits = createRoute({
  method: 'get', path: '/api/benefits', tags, summary: 'Benefits of graduates, and how each claim in reach stands',
  responses: readingAnswers({ 200: json('Benefits', z.object({
    on: dayText, benefits: listOf(z.object({ benefit_id: z.string(), name: z.string(), basis: z.string(), department: z.string(), from: dayText }).readonly()),
    claims: listOf(z.object({
      benefit_id: z.string(), student_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), graduated_on: dayText.nullable(), state, on: dayText.nullable(), reason: z.string(), may: listOf(z.enum(['claimed', 'granted', 'refused'])),
    }).readonly()),
    may_add: z.boolean(),
  }).readonly()) }),
});

export const addBenefit = createRoute({
  method: 'post', path: '/api/benefits', tags, summary: 'Add a benefit to the region’s list, as the department that grants it',
  request: { body: jsonBody(z.object({ name: words.max(100), basis: words.max(300), from: day }).strict()) },
  responses: changingAnswers({ 201: json('Added', z.object({ benefit_id: z.string() }).readonly()) }),
});

export const stepClaim = createRoute({
  method: 'post', path: '/api/benefits/{benefit_id}/claims', tags, summary: 'Claim a benefit for a graduate, grant it, or refuse it with the reason',
  request: { params: z.object({ benefit_id: idText }), body: jsonBody(z.object({ student_id: z.string().max(500), to: z.enum(['claimed', 'granted', 'refused']), on: day, reason: z.string().trim().max(500).default('') }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ state }).readonly()) }),
});
