import { createRoute, z } from '@hono/zod-openapi';
import { REQUIREMENT_NAMES } from '../../core/graduation/requirement.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { json, readingAnswers, refusals } from './problem-document.ts';

const tags = ['students'];
const count = z.number().int();
const ending = z.enum(['graduated', 'completed', 'incomplete']);

const line = z.object({
  clause: z.string(), name: z.enum(REQUIREMENT_NAMES), outcome: z.enum(['met', 'unmet', 'undetermined', 'not_applicable']), counts: z.boolean(), said: bilingual, detail: bilingual,
}).readonly().openapi('GraduationLine');

const counts = z.object({ graduated: count, completed: count, incomplete: count, left_out: count, exempted: count }).readonly();

export const readGraduationList = createRoute({
  method: 'get', path: '/api/graduation/list', tags, summary: 'The final grade of a college on a day as it would be decided: whose study ends how, and who is left out and why (R3-d)',
  request: { query: z.object({ college_id: z.string().min(1).max(200), on: day }) },
  responses: readingAnswers({ 422: refusals[422], 200: json('The list', z.object({
    college_id: z.string(), college: z.string(), on: dayText, digest: z.string(), counts,
    /** The five digits that every number of its diplomas begins with; null where they are not entered. */
    institution_code: z.string().nullable(), may_enter_code: z.boolean(),
    day_to_come: z.boolean(), open_matter: z.string().nullable(), may_propose: z.boolean(),
    entries: listOf(z.object({
      student_id: z.string(), name: z.string(), school: z.string(), programme: z.string(), class_id: z.string().nullable(), ends_as: ending.nullable(), later: z.boolean(), why: bilingual.nullable(), clause: z.string(), requirements: listOf(line),
    }).readonly()),
  }).readonly().openapi('GraduationList')) }),
});

export const readDecidedGraduations = createRoute({
  method: 'get', path: '/api/graduation/decided', tags, summary: 'Graduations as they were decided, each with its checklist as it was (R3-d)',
  request: { query: z.object({
    matter_id: z.string().regex(/^[1-9]\d{0,14}$/).optional(), find: z.string().min(1).max(100).optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1), per_page: z.coerce.number().int().min(1).max(200).default(50),
  }) },
  responses: readingAnswers({ 200: json('Graduations', z.object({
    total: count, page: count, per_page: count, counts: z.object({ graduated: count, completed: count, incomplete: count }).readonly(),
    graduations: listOf(z.object({
      graduation_id: z.string(), student_id: z.string(), name: z.string(), school: z.string(), programme: z.string(), class_id: z.string().nullable(), outcome: ending, on: dayText, matter_id: z.string(),
      number: z.string().nullable(), replaces: z.string().nullable(), undone: z.boolean(), entered_by: z.string(), approved_by: z.string(), requirements: listOf(line),
    }).readonly()),
  }).readonly().openapi('Graduations')) }),
});
