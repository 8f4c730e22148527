import { createRoute, z } from '@hono/zod-openapi';
import { AMOUNT_CHANGES, HEAD_CHANGES, LIST_CHANGES } from '../../core/check/changes.ts';
import { parseExact, type Exact } from '../../core/values/exact.ts';
import { tried } from './allocation.ts';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody } from './problem-document.ts';
import { schoolVerdicts, shownVerdict, summary } from './verdict.ts';

const MOST_HEADS = 1_000_000;
const heads = z.number().int().min(-MOST_HEADS).max(MOST_HEADS).optional();
const codes = z.array(z.string().max(64)).max(500).optional();
const amount = z
  .string()
  .max(24)
  .openapi({ format: 'decimal', example: '300.00' })
  .transform((text, context): Exact => {
    const read = parseExact(text);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'not_a_number' });
    return z.NEVER;
  })
  .optional();

function fields<const K extends readonly string[], S extends z.ZodType>(keys: K, schema: S) {
  return Object.fromEntries(keys.map((key) => [key, schema])) as { [P in K[number]]: S };
}

/** `core/check/changes.ts` in JSON: whole numbers, decimals as text, lists of codes. */
export const changes = z
  .strictObject({ ...fields(HEAD_CHANGES, heads), ...fields(AMOUNT_CHANGES, amount), ...fields(LIST_CHANGES, codes) })
  .openapi('Changes');

const changesText = z
  .object({
    ...fields(HEAD_CHANGES, z.number().int().optional()),
    ...fields(AMOUNT_CHANGES, z.string().optional()),
    ...fields(LIST_CHANGES, listOf(z.string()).optional()),
  })
  .readonly()
  .openapi('LeastChanges');

export const askWhatIf = createRoute({
  method: 'post', path: '/api/what-if', tags: ['verdicts'],
  summary: 'The verdicts of a campus with imagined changes, and the least changes that pass from there; nothing is stored',
  request: { body: jsonBody(z.object({
    campus_id: z.string().max(500), on: day.optional(), known_on: day.optional(), changes,
    /** Values of law that are tried in the place of those in force. */
    tried: tried.default([]),
  }).strict()) },
  responses: changingAnswers({ 200: json('Verdicts', z.object({
      campus_id: z.string(),
      on: dayText,
      summary,
      verdicts: listOf(shownVerdict),
      /** What is left of its school, without the changes; null where the asker may not read it. */
      school_notices: schoolVerdicts.nullable(),
      /** From the records as they are, without the changes asked about. */
      least: z.object({
        changes: changesText,
        /** Standards that no change of this kind settles: something must be reported first. */
        left: listOf(z.string()),
      }).readonly(),
    }).readonly().openapi('WhatIfAnswer')), }),
});
