import { createRoute, z } from '@hono/zod-openapi';
import { RATE_SOURCES } from '../../core/forecast/rates.ts';
import { allocation, PLAN_STATUSES, tried } from './allocation.ts';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const count = z.number().int();

const head = z
  .object({
    scenario_id: z.string(), version: count, name: z.string(), note: z.string(), on: dayText,
    /** Records and decided values counted up to this moment. */
    known_on: momentText,
    to: count, target: count.nullable(), rates: z.enum(RATE_SOURCES), tried: tried.readonly(),
    facts_hash: z.string(), answer_hash: z.string(), kept_at: momentText, kept_by: z.string(),
  })
  .readonly();
const listed = z.object({ ...head.unwrap().shape, status: z.enum(PLAN_STATUSES), cost_yuan: z.string().nullable() }).readonly().openapi('ScenarioHead');
const param = z.object({ scenario_id: z.string().max(20) });
const whichVersion = z.object({ version: z.coerce.number().int().min(1).max(32_767).optional() });

export const listScenarios = createRoute({
  method: 'get', path: '/api/scenarios', tags: ['verdicts'], summary: 'Plans that were kept, the latest first',
  responses: readingAnswers({ 200: json('Scenarios', z.object({ scenarios: listOf(listed) }).readonly()) }),
});

export const keepScenario = createRoute({
  method: 'post', path: '/api/scenarios', tags: ['verdicts'], summary: 'Work out a plan and keep it, as a scenario of its own or the next version of one',
  request: {
    body: jsonBody(z.object({
      answers: z.string().max(20).nullable().default(null), name: z.string().trim().min(1).max(100), note: z.string().trim().max(2000).default(''),
      on: day.optional(), known_on: day.optional(), to: count.min(2000).max(2200), target: count.min(0).max(10_000_000).nullable().default(null), rates: z.enum(RATE_SOURCES).default('pack'),
      tried: tried.default([]),
    }).strict()),
  },
  responses: changingAnswers({ 201: json('Kept', head.openapi('Scenario')) }),
});

export const readScenario = createRoute({
  method: 'get', path: '/api/scenarios/{scenario_id}', tags: ['verdicts'], summary: 'A plan that was kept, as it was answered',
  request: { params: param, query: whichVersion },
  responses: readingAnswers({
    200: json('Scenario', z.object({
      ...head.unwrap().shape, versions: count, answer: allocation,
      /** False when the stored text is not what was written. */
      intact: z.boolean(),
    }).readonly()),
  }),
});

export const repeatScenario = createRoute({
  method: 'get', path: '/api/scenarios/{scenario_id}/again', tags: ['verdicts'], summary: 'The same question once more, of the records as they were known then; nothing is stored',
  request: { params: param, query: whichVersion },
  responses: readingAnswers({
    200: json('Whether it comes to the same', z.object({ facts_same: z.boolean(), answer_same: z.boolean(), answer_hash: z.string() }).readonly()),
  }),
});

export const downloadDecisionPack = createRoute({
  method: 'get', path: '/api/scenarios/{scenario_id}/pack.zip', tags: ['files'], summary: 'Everything that a kept plan stands on, to be worked out again anywhere; nobody is in it by name or number',
  request: { params: param, query: whichVersion },
  responses: readingAnswers({ 200: file('Archive', 'application/zip') }),
});
