import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** What is owed to whom by when, as registers and matters have it. */

const action = z.object({ label: bilingual, screen: z.string().openapi({ example: '/data/registers/agreements' }) }).readonly();
/** Who owes it: a role at its place. */
const post = z.object({ role: z.string(), role_name: bilingual, place_id: z.string().nullable(), place_name: z.string().nullable() }).readonly().openapi('Post');
const about = z.object({ kind: z.string().openapi({ example: 'campus' }), id: z.string().nullable(), name: z.string().nullable(), title: bilingual.nullable().openapi({ description: 'What has a name in both languages: a parameter' }) }).readonly();
/** Years that a deadline was counted through without a table of holidays. */
const withoutTable = listOf(z.number().int());

const dutyHead = { duty: z.string(), label: bilingual, clause: z.string(), action, due_on: dayText, without_table: withoutTable, owed_by: listOf(post) };

const dutyGroup = z
  .object({
    ...dutyHead,
    state: z.enum(['open', 'overdue']),
    /** Days until the last one; below zero when it is past. */
    days_left: z.number().int(),
    many: z.number().int(),
    opened_on: dayText,
    /** Null where they are about several. */
    about: about.nullable(),
  })
  .readonly()
  .openapi('DutyGroup');

const groups = z.object({ today: dayText, groups: listOf(dutyGroup) }).readonly().openapi('DutyGroups');

export const listMyDuties = createRoute({
  method: 'get', path: '/api/duties/mine', tags: ['duties'], summary: 'What is due from me, the earliest last day first; those of one kind and day together',
  responses: readingAnswers({ 200: json('Duties', groups) }),
});

export const listLateDuties = createRoute({
  method: 'get', path: '/api/duties/late', tags: ['duties'], summary: 'Who is late with what, under which clause, as far as one may see it',
  responses: readingAnswers({ 200: json('Duties', groups) }),
});

const duty = z
  .object({
    ...dutyHead,
    duty_key: z.string(),
    state: z.enum(['open', 'overdue', 'closed', 'closed_late', 'before_go_live', 'lifted']),
    days_left: z.number().int().nullable(),
    about,
    opened_on: dayText,
    /** The day from which the deadline counts. */
    counts_from: dayText,
    closed_on: dayText.nullable(),
    acts: listOf(z.object({ act: z.string().openapi({ example: 'told/0' }), on: dayText, to: bilingual.nullable(), recorded_at: momentText }).readonly()),
  })
  .readonly()
  .openapi('Duty');

const word = z.string().min(1).max(200).optional();

export const listDuties = createRoute({
  method: 'get', path: '/api/duties', tags: ['duties'], summary: 'Duties in reach one by one: of a kind, a day, a thing (`campus:C1`, `org:S1`) or a student; `owed_by` a post (`school_registrar@S1`), `mine` those that I owe',
  request: {
    query: z.object({
      duty: word, due_on: day.optional(), about: word, student_id: word, state: z.enum(['owed', 'done']).optional(), owed_by: word, mine: z.enum(['1']).optional(),
      page: z.coerce.number().int().min(1).max(1_000_000).default(1), per_page: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: readingAnswers({ 200: json('Duties', z.object({ today: dayText, about_name: z.string().nullable(), total: z.number().int(), page: z.number().int(), per_page: z.number().int(), duties: listOf(duty) }).readonly().openapi('DutyPage')) }),
});

export const readDutyStart = createRoute({
  method: 'get', path: '/api/duties/start', tags: ['duties'], summary: 'The day from which duties are owed; what was set off before counts as done with. `if_from`: how many that would be with another day',
  request: { query: z.object({ if_from: day.optional() }) },
  responses: readingAnswers({
    200: json('Day', z.object({
      go_live: dayText,
      /** Duties in reach that were set off before that day and have not ended. */
      unfinished: z.number().int(),
    }).readonly().openapi('DutyStart')),
  }),
});

export const setDutyStart = createRoute({
  method: 'post', path: '/api/duties/start', tags: ['duties'], summary: 'Set the day from which duties are owed',
  request: { body: jsonBody(z.object({ go_live: day }).strict()) },
  responses: changingAnswers({ 200: json('Set', z.object({ go_live: dayText }).readonly()) }),
});
