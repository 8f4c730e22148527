import { createRoute, z } from '@hono/zod-openapi';
import { REQUIREMENT_NAMES } from '../../core/graduation/requirement.ts';
import { bilingual, listOf } from './bilingual.ts';
import { dayQuery, dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const OUTCOMES = ['graduated', 'completed', 'incomplete', 'undetermined'] as const;
const count = z.number().int();
const MOST_AT_ONCE = 500;

const requirement = z
  .object({
    clause: z.string(),
    name: z.enum(REQUIREMENT_NAMES),
    outcome: z.enum(['met', 'unmet', 'undetermined', 'not_applicable']),
    /** Whether it decides the outcome; the others are shown, and an office decides. */
    counts: z.boolean(),
    gap: z.object({ value: z.string(), unit: z.string() }).readonly().nullable(),
    missing: listOf(z.string()),
    /** What is lacking or to be reported, in words; empty where it is simply met. */
    said: bilingual,
    /** The same where the outcome's own word stands before it. */
    detail: bilingual,
    /** Where the records stand: a sheet, and the ids of its records. */
    evidence: listOf(z.object({ sheet: z.string(), rows: listOf(count) }).readonly()),
  })
  .readonly()
  .openapi('GraduationRequirement');

const audited = z
  .object({
    student_id: z.string(),
    name: z.string(),
    school_id: z.string(),
    campus_id: z.string().nullable(),
    class_id: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    may_continue: z.boolean().nullable(),
    /** Without the line about fees for whoever may not read fees. */
    requirements: listOf(requirement),
  })
  .readonly()
  .openapi('GraduationAudit');

const graduation = z
  .object({
    on: dayText,
    pack: z.string(),
    /** False on a day without rules: then nobody is audited. */
    has_rules: z.boolean(),
    /** Of everybody who is audited and in reach, whatever outcome is asked for. */
    summary: z.object({ graduated: count, completed: count, incomplete: count, undetermined: count, exempted: count }).readonly(),
    schools: listOf(z.object({ school_id: z.string(), name: z.string() }).readonly()),
    total: count,
    page: count,
    per_page: count,
    students: listOf(audited),
  })
  .readonly()
  .openapi('Graduation');

export const readGraduation = createRoute({
  method: 'get', path: '/api/graduation', tags: ['students'], summary: 'Who of the final grade graduates on a day, and what the others lack, line by line with its clause (R3-d, M9-e)',
  request: {
    query: z.object({
      ...dayQuery.shape, outcome: z.enum(OUTCOMES).optional(), school_id: z.string().min(1).max(200).optional(), find: z.string().min(1).max(100).optional(),
      page: z.coerce.number().int().min(1).max(1_000_000).default(1), per_page: z.coerce.number().int().min(1).max(MOST_AT_ONCE).default(100),
    }),
  },
  responses: readingAnswers({ 200: json('The audit', graduation) }),
});
