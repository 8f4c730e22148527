import { createRoute, z } from '@hono/zod-openapi';
import { REPORT_KINDS } from '../../core/office/report.ts';
import { CHANNELS, LOG_KINDS } from '../../core/office/log.ts';
import { TOPICS } from '../../core/office/topics.ts';
import { FIVE_PARTIES } from '../../core/office/whole-process.ts';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { matterHead, votes } from './matters.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

/** What the office co-ordinates (S1): matters, circulars with receipts, and the log of what is done together and made known. */

const tags = ['coordination'];
const count = z.number().int();
const id = z.string().trim().min(1).max(64);
const party = z.object({ id: z.string(), name: z.string() }).readonly();
const year = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

const officeMatter = z
  .object({
    ...matterHead.unwrap().shape, topic: z.enum(TOPICS).nullable(), year: count.nullable(),
    /** The day on which what is waited for is due, where it has one, and whether it is over. */
    due: dayText.nullable(), late: z.boolean(),
    /** The meeting that it is on the agenda of. */
    meeting_on: dayText.nullable(),
    /** What a meeting decided, with its minutes. */
    decision: z.object({ number: z.string(), on: dayText, attendees: z.string(), votes: votes.nullable(), text: z.string() }).readonly().nullable(),
  })
  .readonly()
  .openapi('OfficeMatter');

const circular = z
  .object({
    circular_id: z.string(), title: z.string(), body: z.string(), issued_on: dayText, read_by: dayText, may_read: z.boolean(),
    /** Those in reach: whoever is addressed sees their own receipt, the office everybody's. */
    addressed: listOf(z.object({ ...party.unwrap().shape, read_on: dayText.nullable(), recorded_at: momentText.nullable(), late: z.boolean() }).readonly()),
  })
  .readonly()
  .openapi('Circular');

export const readCoordination = createRoute({
  method: 'get', path: '/api/coordination', tags, summary: 'Matters before the office, and circulars with their receipts (S1-b to S1-e, S2-f, S2-k)',
  responses: readingAnswers({ 200: json('Coordination', z.object({ on: dayText, matters: listOf(officeMatter), circulars: listOf(circular), may_issue: z.boolean() }).readonly().openapi('Coordination')) }),
});

const entryShape = {
  kind: z.enum(LOG_KINDS), title: z.string(), note: z.string(), others: z.string(), programme_id: z.string().nullable(), study_year: count.nullable(), channel: z.enum(CHANNELS).nullable(),
  reach: count.nullable(), link: z.string().nullable(), clause: z.string().nullable(),
} as const;

const entry = z
  .object({
    entry_id: z.string(), ...entryShape, on: dayText, parties: listOf(party), programme: z.string().nullable(),
    answers: z.string().nullable(), reason: z.string().nullable(), void: z.boolean(), answered_by: z.string().nullable(), may_correct: z.boolean(),
  })
  .readonly()
  .openapi('PilotLogEntry');

export const readPilotLog = createRoute({
  method: 'get', path: '/api/coordination/log', tags, summary: 'What was done together and made known, whole-process coverage by programme, partners at work and advice on majors (M1-c, 1.2-l, S2-f, S2-l)',
  request: { query: year },
  responses: readingAnswers({ 200: json('The log', z.object({
    on: dayText, year: count, entries: listOf(entry),
    programmes: listOf(z.object({
      programme_id: z.string(), name: z.string(), may_record: z.boolean(),
      years: listOf(z.object({ study_year: count, activities: count, outcome: z.enum(['met', 'amber']) }).readonly()),
      /** Advice of departments and parks for the plan of the year after this school year began. */
      advice: count,
    }).readonly()),
    firms: listOf(z.object({ ...party.unwrap().shape, activities: count, last: dayText.nullable(), dormant: z.boolean() }).readonly()),
    dormant_days: count.nullable(),
    five_parties: listOf(z.object({ party: z.enum(FIVE_PARTIES), activities: count }).readonly()),
    may_record: z.boolean(),
  }).readonly().openapi('PilotLog')) }),
});

const recorded = changingAnswers({ 201: json('Recorded', z.object({ id: z.string() }).readonly()) });

export const issueCircular = createRoute({
  method: 'post', path: '/api/coordination/circulars', tags, summary: 'Issue a circular to bodies of the pilot (S1-e)',
  request: { body: jsonBody(z.object({ title: z.string().trim().min(1).max(100), body: z.string().trim().min(1).max(5000), addressed: z.array(id).min(1).max(500).readonly(), read_by: day }).strict()) },
  responses: recorded,
});

export const readCircular = createRoute({
  method: 'post', path: '/api/coordination/circulars/{circular_id}/receipt', tags, summary: 'Say for one’s own body that a circular was read; once (S1-e)',
  request: { params: z.object({ circular_id: z.string().max(20) }), body: jsonBody(z.object({}).strict()) }, responses: recorded,
});

const draft = {
  kind: z.enum(LOG_KINDS), on: day, title: z.string().trim().min(1).max(100), note: z.string().trim().max(1000), parties: z.array(id).max(100).readonly(), others: z.string().trim().max(300),
  programme_id: z.string().min(1).max(500).nullable(), study_year: z.number().int().min(1).max(5).nullable(), channel: z.enum(CHANNELS).nullable(), reach: z.number().int().min(0).max(2_000_000_000).nullable(),
  link: z.string().trim().max(500).nullable(), clause: z.string().max(20).nullable(),
} as const;

export const recordLogEntry = createRoute({
  method: 'post', path: '/api/coordination/log', tags, summary: 'Record what was done together, made known or tried',
  request: { body: jsonBody(z.object(draft).strict()) }, responses: recorded,
});

export const correctLogEntry = createRoute({
  method: 'post', path: '/api/coordination/log/{entry_id}/corrections', tags, summary: 'Put an entry right by another that answers it, or say that it was none',
  request: { params: z.object({ entry_id: z.string().max(20) }), body: jsonBody(z.object({ ...draft, reason: z.string().trim().max(500), void: z.boolean() }).strict()) }, responses: recorded,
});

const share = z.object({ part: count, of: count }).readonly().nullable();
const reportQuery = z.object({ kind: z.enum(REPORT_KINDS), /** `2025-10` of a briefing, `2025` of a yearly report; the present one where it is left out. */ period: z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/).optional() });

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const readReport = createRoute({
  method: 'get', path: '/api/coordination/report', tags, summary: 'The monthly briefing or the yearly report, drafted from figures as they stand; each figure with its clause and where it opens (1.1-c, 1.2-h, 1.2-m, 1.2-o, S2-k)',
  request: { query: reportQuery },
  responses: readingAnswers({ 200: json('The draft', z.object({
    kind: z.enum(REPORT_KINDS), period: z.string(), title: z.string(), issuer: z.string(), dated: z.string(),
    /** The number that the yearly report of the period was given, where it has one that holds. */
    issued: z.object({ document_id: z.string(), number: z.string(), version: count }).readonly().nullable(),
    sections: listOf(z.object({ heading: z.string(), paragraphs: listOf(listOf(z.union([z.string(), z.object({ text: z.string(), clause: z.string(), to: z.string(), target: z.string().nullable() }).readonly()]))) }).readonly()),
    dimensions: listOf(z.object({ cohort: count, students: count, skill: share, character: share, step_up: share, further: share }).readonly()),
  }).readonly().openapi('ReportDraft')) }),
});

const issuedReport = z.object({ document_id: z.string(), number: z.string(), version: count }).readonly();

export const issueAnnualReport = createRoute({
  method: 'post', path: '/api/coordination/reports', tags, summary: 'Give the yearly report of a year its number (document 25); while one holds, a new version of it',
  request: { body: jsonBody(z.object({
    year: z.number().int().min(2000).max(2100),
    /** The version that was looked at; 0 where none was issued. */
    version: z.number().int().min(0), filled_by: z.string().trim().max(50).default(''), reason: z.string().trim().max(500).default(''),
  }).strict()) },
  responses: changingAnswers({ 201: json('Issued', issuedReport) }),
});

export const downloadReport = createRoute({
  method: 'get', path: '/api/coordination/report.docx', tags, summary: 'The same as a Word document in the layout of official documents (GB/T 9704)', request: { query: reportQuery },
  responses: readingAnswers({ 200: file('Document', DOCX) }),
});
