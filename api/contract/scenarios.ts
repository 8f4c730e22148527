import { createRoute, z } from '@hono/zod-openapi';
import { RATE_SOURCES } from '../../core/forecast/rates.ts';
import { allocation, namedCampus, PLAN_STATUSES, tried, triedText } from './allocation.ts';
import { listOf } from './bilingual.ts';
import { XLSX } from './files.ts';
import { keptForecast, policyImpact } from './scenario-kinds.ts';
import { day, dayQuery, dayText, momentText } from './day.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const count = z.number().int();
const KINDS = ['plan', 'forecast', 'policy'] as const;

const head = z
  .object({
    scenario_id: z.string(), version: count, kind: z.enum(KINDS), name: z.string(), note: z.string(), on: dayText,
    /** Records and decided values counted up to this moment. */
    known_on: momentText,
    to: count, target: count.nullable(), rates: z.enum(RATE_SOURCES), tried: tried.readonly(), seed: count.optional(),
    facts_hash: z.string(), answer_hash: z.string(), kept_at: momentText, kept_by: z.string(),
  })
  .readonly();
const listed = z.object({ ...head.unwrap().shape, status: z.enum(PLAN_STATUSES).nullable(), cost_yuan: z.string().nullable() }).readonly().openapi('ScenarioHead');
const param = z.object({ scenario_id: z.string().max(20) });
const whichVersion = z.object({ version: z.coerce.number().int().min(1).max(32_767).optional() });

export const listScenarios = createRoute({
  method: 'get', path: '/api/scenarios', tags: ['verdicts'], summary: 'Scenarios that were kept, the latest first',
  responses: readingAnswers({ 200: json('Scenarios', z.object({ scenarios: listOf(listed) }).readonly()) }),
});

export const keepScenario = createRoute({
  method: 'post', path: '/api/scenarios', tags: ['verdicts'], summary: 'Work out a plan, a forecast or a change of law and keep it, as a scenario of its own or the next version of one',
  request: {
    body: jsonBody(z.object({
      answers: z.string().max(20).nullable().default(null), kind: z.enum(KINDS).default('plan'), name: z.string().trim().min(1).max(100), note: z.string().trim().max(2000).default(''),
      on: day.optional(), known_on: day.optional(), to: count.min(2000).max(2200), target: count.min(0).max(10_000_000).nullable().default(null), rates: z.enum(RATE_SOURCES).default('pack'),
      tried: tried.default([]), seed: count.min(0).max(0xffff_ffff).optional(),
    }).strict()),
  },
  responses: changingAnswers({ 201: json('Kept', head.openapi('Scenario')) }),
});

export const readScenario = createRoute({
  method: 'get', path: '/api/scenarios/{scenario_id}', tags: ['verdicts'], summary: 'A plan that was kept, as it was answered',
  request: { params: param, query: whichVersion },
  responses: readingAnswers({
    200: json('Scenario', z.object({
      ...head.unwrap().shape, versions: count, campuses: listOf(namedCampus),
      /** By its kind one of these. */
      answer: allocation.nullable(), forecast: keptForecast.nullable(), impact: policyImpact.nullable(),
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
  method: 'get', path: '/api/scenarios/{scenario_id}/pack.zip', tags: ['files'], summary: 'Everything that a kept plan stands on, to be worked out again anywhere, with the papers of the matters at which it stands; nobody is in its records by name or number',
  request: { params: param, query: whichVersion },
  responses: readingAnswers({ 200: file('Archive', 'application/zip') }),
});

export const readPolicyImpact = createRoute({
  method: 'get', path: '/api/policy-impact', tags: ['verdicts'], summary: 'What other values of law or readings would change: campuses, students and budgets at once; nothing is stored',
  request: {
    query: z.object({
      ...dayQuery.shape, to: z.coerce.number().int().min(2000).max(2200), rates: z.enum(RATE_SOURCES).optional(), tried: triedText,
      /** The first day on which a draft would hold: that day is judged where it is still to come, and no other is named. */
      from: day.optional(),
    }),
  },
  responses: readingAnswers({ 200: json('The changes', z.object({ ...policyImpact.unwrap().shape, names: listOf(namedCampus) }).readonly()) }),
});

const atMatter = z.object({
  entry_no: count, scenario_id: z.string(), version: count, kind: z.enum(KINDS), name: z.string(), answer_hash: z.string(),
  act: z.enum(['attached', 'withdrawn']), reason: z.string(), at: momentText, by: z.string(),
}).readonly();
const ofMatter = z.object({ entries: listOf(atMatter), may_attach: z.boolean() }).readonly().openapi('MatterScenarios');
const matterParam = z.object({ matter_id: z.string().max(20) });

export const readMatterScenarios = createRoute({
  method: 'get', path: '/api/matters/{matter_id}/scenarios', tags: ['matters'], summary: 'The scenarios at a matter, with everything that was put there and taken away',
  request: { params: matterParam },
  responses: readingAnswers({ 200: json('Scenarios', ofMatter) }),
});

export const attachScenario = createRoute({
  method: 'post', path: '/api/matters/{matter_id}/scenarios', tags: ['matters'], summary: 'Put a version of a scenario at a matter, or take it away again',
  request: { params: matterParam, body: jsonBody(z.object({ scenario_id: z.string().max(20), version: count.min(1).max(32_767), act: z.enum(['attached', 'withdrawn']).default('attached'), reason: z.string().trim().max(2000).default('') }).strict()) },
  responses: changingAnswers({ 201: json('Scenarios', ofMatter) }),
});

const fileRequest = { params: param, query: whichVersion };
/** In the language of whoever takes it along. */
const paperRequest = { params: param, query: whichVersion.extend({ lang: z.enum(['zh', 'en']).optional() }) };

export const downloadScenarioWorkbook = createRoute({
  method: 'get', path: '/api/scenarios/{scenario_id}/workbook', tags: ['files'], summary: 'A kept scenario as a workbook, with its records, seed, values of law and clauses',
  request: paperRequest, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadScenarioPaper = createRoute({
  method: 'get', path: '/api/scenarios/{scenario_id}/paper', tags: ['files'], summary: 'The same as a PDF',
  request: paperRequest, responses: readingAnswers({ 200: file('Paper', 'application/pdf') }),
});

export const downloadScenarioModel = createRoute({
  method: 'get', path: '/api/scenarios/{scenario_id}/model', tags: ['files'], summary: 'A kept plan as linear-programming text, for any optimiser',
  request: fileRequest, responses: readingAnswers({ 200: file('Model', 'application/octet-stream') }),
});
