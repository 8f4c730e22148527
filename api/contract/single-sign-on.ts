import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { accountName, session } from './session.ts';

/** Single sign-on by OpenID Connect, and which identities belong to which accounts. */

export const beginSignOn = createRoute({
  method: 'post', path: '/api/single-sign-on', tags: ['single sign-on'], security: [],
  summary: 'Where the browser goes to sign in with the organisation’s own account',
  description: 'The provider sends the browser back to the page /sign-in/return of this product. That page posts its whole query to /api/single-sign-on/return, since a strict cookie is not sent along with a redirect from elsewhere.',
  request: { body: jsonBody(z.object({
    /** `link`: from one’s own full session, so that the identity belongs to this account from then on. */
    purpose: z.enum(['sign_in', 'link']),
  }).strict()) },
  responses: changingAnswers({ 200: json('Go there within ten minutes', z.object({ location: z.string() }).readonly()) }),
});

export const finishSignOn = createRoute({
  method: 'post', path: '/api/single-sign-on/return', tags: ['single sign-on'], security: [], summary: 'What the provider sent the browser back with',
  request: { body: jsonBody(z.object({ parameters: z.record(z.string().max(100), z.string().max(4000)) }).strict()) },
  responses: changingAnswers({ 200: json('Signed in, or linked; `level` says what comes next', session) }),
});

const identity = z
  .object({ identity_id: z.string(), account: z.string(), issuer: z.string(), subject: z.string(), linked_at: momentText, linked_by: z.string() })
  .readonly()
  .openapi('Identity');

export const listIdentities = createRoute({
  method: 'get', path: '/api/identities', tags: ['single sign-on'], summary: 'Identities that are linked to an account',
  request: { query: z.object({ account: accountName }) },
  responses: readingAnswers({ 200: json('Identities', z.object({ identities: listOf(identity) }).readonly()) }),
});

export const linkIdentity = createRoute({
  method: 'post', path: '/api/identities', tags: ['single sign-on'], summary: 'Link an identity of the configured provider to an account',
  request: { body: jsonBody(z.object({ account: accountName, subject: z.string().trim().min(1).max(255) }).strict()) },
  responses: changingAnswers({ 201: json('Linked', identity) }),
});

export const endIdentity = createRoute({
  method: 'delete', path: '/api/identities/{identity_id}', tags: ['single sign-on'], summary: 'An identity signs in to the account no more',
  request: { params: z.object({ identity_id: z.string().max(20) }) },
  responses: changingAnswers({ 200: json('Ended', identity) }),
});
