import { createRoute, z } from '@hono/zod-openapi';
import { RATE_SOURCES } from '../../core/forecast/rates.ts';
import { listOf } from './bilingual.ts';
import { dayQuery, dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

export const PLAN_STATUSES = ['optimal', 'feasible', 'impossible', 'unanswered', 'refused'] as const;
const count = z.number().int();
const place = { campus_id: z.string().nullable(), school_id: z.string().nullable() };
const demand = { demand: z.string(), name: z.string(), part: z.string().nullable(), clause: z.string().nullable(), ...place };

/** A campus and its school, by names that the asker may be told. */
export const namedCampus = z.object({ campus_id: z.string(), name: z.string(), school_id: z.string(), school: z.string() }).readonly();

export const allocation = z
  .object({
    on: dayText,
    to: count,
    target: count.nullable(),
    judged_to: count,
    status: z.enum(PLAN_STATUSES),
    proof: z.object({ proven: z.boolean(), cost_yuan: z.string().nullable(), bound_yuan: z.string().nullable() }).readonly(),
    campuses: listOf(namedCampus),
    /** Options that there are to choose from. */
    options: count,
    plan: listOf(z.object({
      year: count, option_id: z.string(), kind: z.string(), campus_id: z.string().nullable(), programme_id: z.string().nullable(), division_code: z.string().nullable(),
      count, brings: z.string(), once_yuan: z.string(), yearly_yuan: z.string(),
    }).readonly()),
    hires: listOf(z.object({ campus_id: z.string(), teachers: count, with_master: count, with_senior_title: count }).readonly()),
    costs: listOf(z.object({ year: count, kind: z.string(), once_yuan: z.string(), yearly_yuan: z.string(), total_yuan: z.string() }).readonly()),
    binding: listOf(z.object({ ...demand, saves_yuan: z.string() }).readonly()),
    conflict: listOf(z.object(demand).readonly()),
    nearest_target: count.nullable(),
    open: listOf(z.object({
      standard: z.string(), part: z.string().nullable(), clause: z.string(), notice: z.boolean(), ...place, outcome: z.string(), missing: listOf(z.string()), years: listOf(count),
    }).readonly()),
    intakes: listOf(z.object({ year: count, intake: count }).readonly()),
  })
  .readonly()
  .openapi('Allocation');

const MOST_TRIED = 20;
/** Values of law that are tried instead of those in force. */
export const tried = z.array(z.object({ key: z.string().min(1).max(100), value: z.string().min(1).max(100) }).strict().readonly()).max(MOST_TRIED);
/** The same as `key=value;key=value`. */
export const triedText = z.string().max(4000).transform((text) => text.split(';').filter((one) => one !== '').map((one) => ({ key: one.split('=')[0] ?? '', value: one.split('=').slice(1).join('=') }))).pipe(tried);

/** What its asker calls a plan that is being worked out, to see how far it is and to stop it. */
const runName = z.string().regex(/^[\w-]{8,64}$/);
const runParam = { params: z.object({ run: runName }) };
const planRun = z
  .object({ running: z.boolean(), stopping: z.boolean(), rounds: count, cost_yuan: z.string().nullable(), bound_yuan: z.string().nullable(), impossible: z.boolean() })
  .readonly()
  .openapi('PlanRun');

export const readPlanRun = createRoute({
  method: 'get', path: '/api/allocation/runs/{run}', tags: ['verdicts'], summary: 'How far a plan of a large region has come: the best so far, and what every plan costs at least',
  request: runParam,
  responses: readingAnswers({ 200: json('How far it is', planRun) }),
});

export const stopPlanRun = createRoute({
  method: 'post', path: '/api/allocation/runs/{run}/stop', tags: ['verdicts'], summary: 'Whoever asked for the plan gets the best so far; nothing is stored',
  request: runParam,
  responses: readingAnswers({ 200: json('How far it was', planRun) }),
});

export const readAllocation = createRoute({
  method: 'get', path: '/api/allocation', tags: ['verdicts'], summary: 'The cheapest plan that reaches a target, or the clauses that conflict; nothing is stored',
  request: { query: z.object({ ...dayQuery.shape, to: z.coerce.number().int().min(2000).max(2200), target: z.coerce.number().int().min(0).max(10_000_000).optional(), rates: z.enum(RATE_SOURCES).optional(), tried: triedText.optional(), run: runName.optional() }) },
  responses: readingAnswers({ 200: json('The plan', allocation) }),
});
