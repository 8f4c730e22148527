import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { day, dayQuery, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Agreements with terms between college, school and firms. */

const words = z.string().trim().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const partnerAgreement = z
  .object({
    agreement_id: z.string(),
    /** The number that the document bears. */
    number: z.string(),
    parties: listOf(z.object({ org_id: z.string(), name: z.string(), kind: z.string() }).readonly()),
    programmes: listOf(z.object({ programme_id: z.string(), name: z.string() }).readonly()),
    from: dayText,
    to: dayText.nullable(),
    terms: z.string(),
    signed_on: dayText,
    document_sha256: z.string().nullable(),
    /** How it stands on the day asked about; `expiring` in the last days before its end. */
    state: z.enum(['coming', 'in_force', 'expiring', 'ended']),
    /** The record that this one corrects, and why. */
    answers: z.string().nullable(),
    reason: z.string().nullable(),
    recorded_at: momentText,
    recorded_by: z.string(),
    /** Whether it stands, and is the asker's to correct. */
    may_correct: z.boolean(),
  })
  .readonly()
  .openapi('PartnerAgreement');

const draft = z
  .object({
    number: words.max(100),
    /** Ids of the directory, or unified social credit codes. */
    parties: z.array(words.max(500)).min(1).max(50),
    programmes: z.array(words.max(500)).min(1).max(200),
    from: day,
    to: day.optional(),
    terms: words.max(4000),
    signed_on: day,
    document_sha256: sha256.optional(),
  })
  .strict();

const path = z.object({ agreement_id: z.string().max(64) });
const list = z.object({ on: dayText, notice_days: z.number().int(), agreements: listOf(partnerAgreement) }).readonly().openapi('PartnerAgreements');

export const listPartnerAgreements = createRoute({
  method: 'get', path: '/api/partner-agreements', tags: ['partners'], summary: 'Agreements in reach, those that end first before the others',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: json('Agreements', list) }),
});

export const readPartnerAgreement = createRoute({
  method: 'get', path: '/api/partner-agreements/{agreement_id}', tags: ['partners'], summary: 'One agreement with the records that it corrects',
  request: { params: path, query: dayQuery },
  responses: readingAnswers({ 200: json('The agreement, latest record first', list) }),
});

export const recordPartnerAgreement = createRoute({
  method: 'post', path: '/api/partner-agreements', tags: ['partners'], summary: 'Record an agreement; firms by id or credit code',
  request: { body: jsonBody(draft) },
  responses: changingAnswers({ 201: json('Recorded', partnerAgreement) }),
});

export const correctPartnerAgreement = createRoute({
  method: 'post', path: '/api/partner-agreements/{agreement_id}/correct', tags: ['partners'], summary: 'Record an agreement anew, with the reason; the earlier record stays',
  request: { params: path, body: jsonBody(draft.extend({ reason: words.max(500) })) },
  responses: changingAnswers({ 201: json('Recorded', partnerAgreement) }),
});
