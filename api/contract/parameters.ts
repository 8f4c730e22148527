import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { dayQuery, dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';
import { outcome } from './verdict.ts';

const reading = z
  .object({
    id: z.string(),
    question: bilingual,
    options: listOf(z.object({ value: z.string(), label: bilingual }).readonly()),
    unverified: z.boolean(),
  })
  .readonly()
  .openapi('Reading');

const parameter = z
  .object({
    key: z.string(), label: bilingual, value: z.string(), unit: z.string(), from: dayText, to: dayText.nullable(),
    clause: z.string(), source: bilingual, reading: reading.nullable(),
  })
  .readonly()
  .openapi('Parameter');

/** A value that the region decided to change, in the order in which it was decided. */
const parameterChange = z
  .object({ key: z.string(), value: z.string(), from: dayText, matter_id: z.string(), decided_on: dayText, reason: z.string() })
  .readonly()
  .openapi('ParameterChange');

const verdictChange = z
  .object({ campus_id: z.string(), campus: z.string(), standard: z.string(), before: outcome, after: outcome })
  .readonly()
  .openapi('VerdictChange');

export const listParameters = createRoute({
  method: 'get', path: '/api/parameters', tags: ['policy'], summary: 'Parameters in force on a day, with their readings',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: json('Parameters', z.object({ on: dayText, pack: z.string(), parameters: listOf(parameter), changes: listOf(parameterChange) }).readonly()) }),
});

export const listEffects = createRoute({
  method: 'get', path: '/api/readings/effects', tags: ['policy'],
  summary: 'For each choice of each reading that standards obey: which verdicts of the day it would change',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: json('Effects', z.object({
    on: dayText,
    effects: listOf(z.object({
      reading: z.string(), key: z.string(), value: z.string(), label: bilingual,
      /** True for the choice in force. */
      chosen: z.boolean(),
      changes: listOf(verdictChange),
    }).readonly()),
  }).readonly()) }),
});
