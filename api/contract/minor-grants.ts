import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { purpose } from './personal-data.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Leave to read minors' records beyond one's own students. */

/** Labels of records; the store's own form of them is the same, and a test holds that. */
export const grantScope = z.string().regex(/^(?:\*|(?:org|campus|county|class|student):[^\s,;]{1,64})$/);

const minorGrant = z
  .object({
    grant_id: z.string(),
    account: z.string(),
    /** `org:S1`, `campus:C1`, `county:330802`, `class:K1`, `student:20221001`, or `*` for the whole region. */
    scope: z.string(),
    purpose: z.string(),
    /** The last day. */
    expires_on: dayText,
    state: z.enum(['asked', 'refused', 'active', 'expired', 'ended']),
    asked_at: momentText,
    decided_at: momentText.nullable(),
    decided_by: z.string().nullable(),
    /** Why it was refused, where a reason was given. */
    reason: z.string().nullable(),
    ended_at: momentText.nullable(),
    ended_by: z.string().nullable(),
  })
  .readonly()
  .openapi('MinorGrant');

const grants = json('Grants, latest first', z.object({ grants: listOf(minorGrant) }).readonly().openapi('MinorGrants'));
const path = z.object({ grant_id: z.string().max(64) });

export const listMinorGrants = createRoute({
  method: 'get', path: '/api/minor-grants', tags: ['personal data'], summary: 'Grants on records in reach: asked for, in force and over',
  responses: readingAnswers({ 200: grants }),
});

export const listOwnGrants = createRoute({
  method: 'get', path: '/api/my-grants', tags: ['personal data'], summary: 'The grants that one has asked for',
  responses: readingAnswers({ 200: grants }),
});

export const askMinorGrant = createRoute({
  method: 'post', path: '/api/minor-grants', tags: ['personal data'], summary: 'Ask to read minors’ records beyond one’s own students, until a day',
  request: { body: jsonBody(z.object({ scope: grantScope, purpose, expires_on: day }).strict()) },
  responses: changingAnswers({ 201: json('Asked for', minorGrant) }),
});

export const approveMinorGrant = createRoute({
  method: 'post', path: '/api/minor-grants/{grant_id}/approve', tags: ['personal data'], summary: 'Give leave; never to oneself',
  request: { params: path },
  responses: changingAnswers({ 200: json('In force', minorGrant) }),
});

export const refuseMinorGrant = createRoute({
  method: 'post', path: '/api/minor-grants/{grant_id}/refuse', tags: ['personal data'], summary: 'Refuse leave, and say why',
  request: { params: path, body: { ...jsonBody(z.object({ reason: purpose.optional() }).strict()), required: false } },
  responses: changingAnswers({ 200: json('Refused', minorGrant) }),
});

export const endMinorGrant = createRoute({
  method: 'post', path: '/api/minor-grants/{grant_id}/end', tags: ['personal data'], summary: 'End a grant at once, or take a request back',
  request: { params: path },
  responses: changingAnswers({ 200: json('Ended', minorGrant) }),
});
