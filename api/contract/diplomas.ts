import { createRoute, z } from '@hono/zod-openapi';
import { DIPLOMA_KIND_IDS, DIPLOMA_STATES, type DiplomaKindId, type DiplomaState } from '../../core/diplomas/diploma-kinds.ts';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['diplomas'];
const count = z.number().int();
const kind = z.enum(DIPLOMA_KIND_IDS as [DiplomaKindId, ...DiplomaKindId[]]);
const state = z.enum(Object.keys(DIPLOMA_STATES) as [DiplomaState, ...DiplomaState[]]);
const diplomaParam = z.object({ diploma_id: z.string().max(64) });
const MOST_AT_ONCE = 1000;

const diploma = z
  .object({
    diploma_id: z.string(), kind, issuer: z.string(), year: count, number: z.string(), code: z.string(), student_id: z.string(), name: z.string(), school: z.string(), programme: z.string(), issued_on: dayText, state,
    acts: listOf(z.object({ act: z.enum(['handed_over', 'lost', 'withdrawn']), on: dayText, taken_by: z.string().nullable(), reason: z.string().nullable(), person: z.string() }).readonly()),
    replaces: z.string().nullable(), replaced_by: z.string().nullable(), may_hand_over: z.boolean(), may_reissue: z.boolean(),
  })
  .readonly()
  .openapi('Diploma');

export const listDiplomas = createRoute({
  method: 'get', path: '/api/diplomas', tags, summary: 'The register of diplomas in reach, with what was done with each (R3-d)',
  request: { query: z.object({
    year: z.coerce.number().int().min(2000).max(2100).optional(), kind: kind.optional(), state: state.optional(), find: z.string().min(1).max(100).optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1), per_page: z.coerce.number().int().min(1).max(200).default(50),
  }) },
  responses: readingAnswers({ 200: json('Diplomas', z.object({
    on: dayText, total: count, page: count, per_page: count, verify_page: z.string().nullable(), diplomas: listOf(diploma),
    /** How each series of the asker's own institutions stands; nothing is missing, or something is wrong. */
    series: listOf(z.object({ issuer: z.string(), kind, year: count, last_serial: count, missing: count }).readonly()),
    codes: listOf(z.object({ org_id: z.string(), name: z.string(), code: z.string().nullable() }).readonly()),
  }).readonly()) }),
});

export const enterInstitutionCode = createRoute({
  method: 'post', path: '/api/diplomas/codes', tags, summary: 'Enter the five digits that the numbers of a college’s diplomas begin with',
  request: { body: jsonBody(z.object({ org_id: z.string().min(1).max(200), code: z.string().regex(/^\d{5}$/) }).strict()) },
  responses: changingAnswers({ 201: json('Entered', z.object({ institution_code: z.string() }).readonly()) }),
});

export const handOverDiploma = createRoute({
  method: 'post', path: '/api/diplomas/{diploma_id}/hand-over', tags, summary: 'Record who took a diploma',
  request: { params: diplomaParam, body: jsonBody(z.object({ on: day, taken_by: z.string().trim().min(1).max(100) }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ diploma_id: z.string() }).readonly()) }),
});

export const reissueDiploma = createRoute({
  method: 'post', path: '/api/diplomas/{diploma_id}/reissue', tags, summary: 'Issue a certificate in the place of a lost diploma',
  request: { params: diplomaParam, body: jsonBody(z.object({ on: day, reason: z.string().trim().min(1).max(2000) }).strict()) },
  responses: changingAnswers({ 201: json('Issued', z.object({ diploma_id: z.string() }).readonly()) }),
});

export const listSecondaryDue = createRoute({
  method: 'get', path: '/api/diplomas/secondary', tags, summary: 'Who is to be given a diploma of the secondary stage (M9-d)',
  responses: readingAnswers({ 200: json('Due', z.object({
    on: dayText, may_issue: z.boolean(),
    due: listOf(z.object({ change_id: z.string(), student_id: z.string(), name: z.string(), school: z.string(), programme: z.string(), class_id: z.string().nullable(), why: z.enum(['leave_after_secondary', 'step_up']), on: dayText }).readonly()),
  }).readonly()) }),
});

export const issueSecondary = createRoute({
  method: 'post', path: '/api/diplomas/secondary', tags, summary: 'Number diplomas of the secondary stage; all of those named or none',
  request: { body: jsonBody(z.object({ changes: z.array(z.string().regex(/^[1-9]\d{0,14}$/)).min(1).max(MOST_AT_ONCE), on: day }).strict()) },
  responses: changingAnswers({ 201: json('Issued', z.object({ issued: count }).readonly()) }),
});
