import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { academicYear } from './bills.ts';
import { dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const count = z.number().int();
const party = z.object({ id: z.string(), name: z.string().nullable() }).readonly();
const heads = z.object({ on: dayText, students: count.nullable() }).readonly();

export const listGrantArrears = createRoute({
  method: 'get', path: '/api/grant-arrears', tags: ['money'], summary: 'The grant of a fiscal year campus by campus: heads behind it, due, received, and what is late by age (M5-d, M5-e)',
  request: { query: z.object({ fiscal_year: academicYear.optional() }) },
  responses: readingAnswers({ 200: json('Grants', z.object({
    on: dayText, fiscal_year: count, no_rule: z.boolean(),
    campuses: listOf(z.object({
      campus: party, payer: party.nullable(), college: party, standard_yuan: z.string().nullable(), previous: heads, current: heads, ratio: z.string().nullable(),
      due_yuan: z.string().nullable(), received_yuan: z.string().nullable(), outstanding_yuan: z.string().nullable(), overdue_yuan: z.string().nullable(),
      /** Received ÷ due in percent, cut after four decimals; null where one of them is not known or nothing is due. */
      in_place: z.string().nullable(),
      ages: listOf(z.object({ from: count, to: count.nullable(), amount_yuan: z.string() }).readonly()), outcome: z.enum(['met', 'unmet', 'undetermined', 'not_applicable']), reason: bilingual.nullable(),
      due_formula: z.string(), overdue_formula: z.string(),
    }).readonly()),
    /** The college whose request somebody may propose, and the one that waits. */
    may_request: listOf(z.string()), open_matter: z.string().nullable(),
  }).readonly().openapi('GrantArrears')) }),
});
