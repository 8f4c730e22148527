import { createRoute, z } from '@hono/zod-openapi';
import { CHOICES } from '../../core/journals/field.ts';
import { AREAS } from '../../core/journals/journal-kind.ts';
import { JOURNALS } from '../../core/journals/journals.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';
import { shownVerdict } from './verdict.ts';

/** The work at campuses, page by page: teachers (M6, R5), training bases (M4), daily running and safety (M3, R4-i, R6-e). */

const tags = ['work'];
const area = z.enum(AREAS);
const kind = z.enum(JOURNALS.map(({ id }) => id) as [string, ...string[]]);
const id = z.string().trim().min(1).max(500);
const count = z.number().int();
const value = z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]);
const given = z.record(z.string().max(64), value);
const values = z.record(z.string(), value).readonly();

const step = z
  .object({ act: z.string(), label: bilingual, to: bilingual, on: dayText, by: z.string(), role: z.string(), reason: z.string().nullable(), details: values })
  .readonly()
  .openapi('JournalStep');

const entry = z
  .object({
    entry_id: z.string(), kind, clause: z.string(), campus_id: z.string(), campus: z.string(), values,
    /** Null where nothing becomes of it. */
    state: z.object({ id: z.string(), label: bilingual, waiting: z.boolean() }).readonly().nullable(),
    due: dayText.nullable(), late: z.boolean(), recorded_on: dayText, recorded_at: momentText, recorded_by: z.string(),
    /** The entry that it corrects, and why. */
    corrects: z.string().nullable(), reason: z.string().nullable(),
    steps: listOf(step),
    /** What the asker may do with it now. */
    acts: listOf(z.object({ act: z.string(), label: bilingual, clause: z.string(), reason: z.boolean() }).readonly()), may_correct: z.boolean(),
  })
  .readonly()
  .openapi('JournalEntry');

const behind = z.object({ label: bilingual, columns: listOf(bilingual), rows: listOf(listOf(z.string())) }).readonly().openapi('WorkBehind');
const judged = z.object({ verdict: shownVerdict, behind }).readonly().openapi('JudgedWork');

const mine = z
  .object({
    shifts: listOf(z.object({ campus: z.string(), shift: bilingual, person: z.string(), place: z.string() }).readonly()),
    visitors: listOf(z.object({ campus: z.string(), person: z.string(), state: bilingual }).readonly()),
    /** Students of the roll in reach, by status; null where the asker reads no roll. */
    students: z.object({ total: count, by_status: listOf(z.object({ status: bilingual, many: count }).readonly()), classes: listOf(z.object({ class_id: z.string(), many: count }).readonly()) }).readonly().nullable(),
    /** What is open at the campuses in reach, what is late first. */
    risks: listOf(entry),
  })
  .readonly()
  .openapi('MyDay');

export const readWork = createRoute({
  method: 'get', path: '/api/work/{area}', tags, summary: 'The work at a campus on one page: verdicts with the records behind them, and the entries of its journals',
  request: { params: z.object({ area }), query: z.object({ campus_id: z.string().max(500).optional(), on: day.optional() }) },
  responses: readingAnswers({ 200: json('The page', z.object({
    on: dayText, area, campus_id: z.string().nullable(), campuses: listOf(z.object({ campus_id: z.string(), name: z.string(), may_write: z.boolean() }).readonly()),
    verdicts: listOf(judged), entries: listOf(entry),
    /** What ids are chosen from at the campus, and what they are called. */
    choices: listOf(z.object({ of: z.enum(CHOICES), id: z.string(), name: z.string() }).readonly()),
    /** The kinds of journal that the asker may record in at the campus. */
    records: listOf(kind),
    /** Of daily running, for whoever has few campuses in reach: today, my students, risks. */
    mine: mine.nullable(),
  }).readonly()) }),
});

const entryPath = z.object({ entry_id: z.string().max(20) });
export const readJournalEntry = createRoute({
  method: 'get', path: '/api/journal-entries/{entry_id}', tags, summary: 'One entry with its steps', request: { params: entryPath }, responses: readingAnswers({ 200: json('The entry', entry) }),
});

const recorded = json('The entries that were recorded', z.object({ entries: listOf(z.string()) }).readonly());
export const recordJournal = createRoute({
  method: 'post', path: '/api/journals/{kind}', tags, summary: 'Record the same at one campus or several; nothing is recorded where one refuses',
  request: { params: z.object({ kind }), body: jsonBody(z.object({ campuses: z.array(id).min(1).max(200), values: given }).strict()) }, responses: changingAnswers({ 201: recorded }),
});

export const correctJournal = createRoute({
  method: 'post', path: '/api/journal-entries/{entry_id}/corrections', tags, summary: 'Answer an entry by another one that is right, or take it back (no values); what went on already is not corrected',
  request: { params: entryPath, body: jsonBody(z.object({ values: given.nullable(), reason: z.string().trim().min(1).max(500) }).strict()) }, responses: changingAnswers({ 201: recorded }),
});

export const stepJournal = createRoute({
  method: 'post', path: '/api/journal-entries/{entry_id}/steps', tags, summary: 'Take a step with an entry',
  request: { params: entryPath, body: jsonBody(z.object({ act: z.string().min(1).max(40), seen: z.number().int().min(0), reason: z.string().trim().max(500).default(''), values: given.default({}) }).strict()) },
  responses: changingAnswers({ 200: json('The entry as it stands', entry) }),
});

export const downloadJournal = createRoute({
  method: 'get', path: '/api/journals/{kind}/workbook', tags, summary: 'The entries of a kind at a campus as .xlsx',
  request: { params: z.object({ kind }), query: z.object({ campus_id: id }) }, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

const listAsked = { params: z.object({ list: z.enum(['staff', 'overlaps']) }), query: z.object({ campus_id: id, on: day.optional() }) };

export const downloadStaffWorkbook = createRoute({
  method: 'get', path: '/api/work-lists/{list}/workbook', tags, summary: '师资一览表 (document 8) or 专任教师重合核查表 (document 9) of a campus, as a workbook',
  request: listAsked, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadStaffPaper = createRoute({
  method: 'get', path: '/api/work-lists/{list}/paper', tags, summary: 'The same on A4', request: listAsked, responses: readingAnswers({ 200: file('Paper', 'application/pdf') }),
});
