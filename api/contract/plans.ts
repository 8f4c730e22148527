import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { dayText } from './day.ts';
import { campusForecast } from './forecast.ts';
import { matterHead, matterWhole, votes } from './matters.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Enrolment plans: their lines, who signed which of them, and what the campuses can hold. */

const MOST_LINES = 2000;
const count = z.number().int();
const heads = count.min(0).max(100_000);
const programme_id = z.string().min(1).max(500);

const named = z.object({ org_id: z.string(), name: z.string() }).readonly();
const before = { planned_before: count.nullable(), actual_before: count.nullable() };

const programme = z
  .object({ programme_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), secondary_code: z.string(), higher_code: z.string(), ...before })
  .readonly()
  .openapi('PlanProgramme');

const line = z
  .object({
    programme_id: z.string(), school_id: z.string(), year: count, secondary_heads: count, higher_year: count.nullable(), higher_heads: count.nullable(), ...before, reason: z.string().nullable(),
  })
  .readonly()
  .openapi('PlanLine');

const fit = z.enum(['within', 'beyond', 'unknown']);

const outlook = z
  .object({
    /** The campuses that the lines lead to, in the two years in which the planned intake is there. */
    campuses: listOf(z.object({ fit, forecast: campusForecast }).readonly()),
    lines: listOf(z.object({ programme_id: z.string(), campus_id: z.string().nullable(), fit }).readonly()),
  })
  .readonly()
  .openapi('PlanOutlook');

const done = z.object({ person: z.string(), on: dayText, reason: z.string().nullable() }).readonly();
const receipt = z.object({ number: z.string(), on: dayText }).readonly();

const plan = z
  .object({
    head: matterHead, year: count,
    /** The year in which the plan's intake steps up; whether it counts there as well. */
    higher_year: count, counts_in_both: z.boolean(),
    college: named, department: named.nullable(), revision: count,
    lines: listOf(line), programmes: listOf(programme),
    /** Null school: the college. */
    signatures: listOf(z.object({ revision: count, school: named.nullable(), person: z.string(), on: dayText }).readonly()),
    lacking: z.object({ schools: listOf(named), college: z.boolean() }).readonly(),
    bureau: done.nullable(), drc: done.nullable(),
    decided: z.object({ revision: count, number: z.string(), met_on: dayText, on: dayText, attendees: z.string(), votes: votes.nullable(), person: z.string() }).readonly().nullable(),
    province: receipt.nullable(), exam: receipt.nullable(),
    /** The plan of the year that was decided before and holds until this one is; null where this is the first. */
    amends: z.object({ matter_id: z.string(), lines: listOf(z.object({ programme_id: z.string(), secondary_heads: count }).readonly()) }).readonly().nullable(),
    outlook: outlook.nullable(),
  })
  .readonly()
  .openapi('Plan');

const path = z.object({ matter_id: z.string().max(20) });

export const listPlans = createRoute({
  method: 'get', path: '/api/plans', tags: ['plans'], summary: 'Enrolment plans in reach, latest first',
  responses: readingAnswers({ 200: json('Plans', z.object({
    plans: listOf(z.object({ head: matterHead, year: count, revision: count, secondary_heads: count.nullable(), decided: z.boolean(), filed: z.boolean() }).readonly()),
  }).readonly()) }),
});

export const readPlan = createRoute({
  method: 'get', path: '/api/plans/{matter_id}', tags: ['plans'], summary: 'A plan: its lines as they stand, signatures, decision, receipts, and what the campuses can hold',
  request: { params: path },
  responses: readingAnswers({ 200: json('The plan', plan) }),
});

export const revisePlan = createRoute({
  method: 'post', path: '/api/plans/{matter_id}/revisions', tags: ['plans'], summary: 'Draw up the lines of a plan as its next revision, which is signed anew',
  request: {
    params: path,
    body: jsonBody(z.object({
      version: z.number().int().min(1),
      lines: z.array(z.object({ programme_id, secondary_heads: heads, reason: z.string().trim().min(1).max(2000).nullable() }).strict()).max(MOST_LINES),
    }).strict()),
  },
  responses: changingAnswers({ 200: matterWhole }),
});

export const askPlanOutlook = createRoute({
  method: 'post', path: '/api/plans/{matter_id}/outlook', tags: ['plans'], summary: 'What the campuses could hold with other lines than these; nothing is stored',
  request: {
    params: path, body: jsonBody(z.object({ lines: z.array(z.object({ programme_id, secondary_heads: heads }).strict()).max(MOST_LINES) }).strict()),
  },
  responses: changingAnswers({ 200: json('The outlook', outlook) }),
});
