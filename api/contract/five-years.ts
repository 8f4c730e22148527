import { createRoute, z } from '@hono/zod-openapi';
import { MILESTONE_IDS } from '../../core/agreements/five-years.ts';
import { PARTIES } from '../../core/agreements/party.ts';
import { agreementEnd } from './agreements.ts';
import { bilingual, listOf } from './bilingual.ts';
import { dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const milestone = z
  .object({
    id: z.enum(MILESTONE_IDS), clause: z.string(), title: bilingual, state: z.enum(['done', 'next', 'late', 'later', 'closed']), done_on: dayText.nullable(), by: dayText.nullable(), year: z.number().int(),
  })
  .readonly()
  .openapi('Milestone');

const followed = z
  .object({
    student_id: z.string(), name: z.string(), school: z.string(), programme: z.string(), grade: z.number().int(), stage: z.enum(['secondary', 'higher']),
    milestones: listOf(milestone),
    /** The agreement has ended since the student does not step up. */
    agreement_ended: agreementEnd.nullable(),
    /** Null where none is drawn up. */
    agreement: z.object({ agreement_id: z.string(), may_sign_as: listOf(z.enum(PARTIES)), may_confirm_as: z.enum(['student', 'guardian']).nullable(), missing: listOf(z.enum(PARTIES)), due_on: dayText.nullable() }).readonly().nullable(),
  })
  .readonly()
  .openapi('FiveYears');

export const readFiveYears = createRoute({
  method: 'get', path: '/api/five-years', tags: ['agreements'], summary: 'One’s own five years, and those of one’s children',
  responses: readingAnswers({ 200: json('Five years', z.object({ on: dayText, students: listOf(followed) }).readonly()) }),
});
