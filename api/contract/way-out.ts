import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const held = z.object({ name: z.string(), kind: z.enum(['skill', 'x']), level: bilingual, number: z.string(), issued_on: dayText, verified: z.boolean(), qualifies: z.boolean() }).readonly();
const step = z.object({ clause: z.string(), title: bilingual, outcome: z.enum(['met', 'unmet', 'undetermined', 'not_applicable']), said: bilingual, counts: z.boolean(), help: bilingual }).readonly();

export const readWayOut = createRoute({
  method: 'get', path: '/api/five-years/graduation', tags: ['agreements'], summary: 'One’s own way to graduation, and that of one’s children: certificates, what is still missing, the diploma',
  responses: readingAnswers({ 200: json('The way out', z.object({
    on: dayText,
    students: listOf(z.object({
      student_id: z.string(), certificates: listOf(held),
      /** Whether a certificate is still needed; null before the higher stage, or where it is not known. */
      certificate_needed: z.boolean().nullable(),
      /** Null of whoever has left. */
      graduates_on: dayText.nullable(), days: z.number().int().nullable(),
      /** The checklist as it stands; null outside of the final grade. */
      checklist: listOf(step).nullable(),
      decided: z.object({ outcome: z.enum(['graduated', 'completed', 'incomplete']), on: dayText }).readonly().nullable(),
      diplomas: listOf(z.object({ title: bilingual, number: z.string(), issued_on: dayText, code: z.string(), state: bilingual }).readonly()),
    }).readonly()),
  }).readonly().openapi('WayOut')) }),
});
