import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { permission } from './session.ts';

/** Tokens for programs that act for somebody: `Authorization: Bearer …`, no cookie. */

const token = z
  .object({
    token_id: z.string(),
    label: z.string(),
    /** What it narrows its owner to; never approving, never revealing. */
    scopes: listOf(permission),
    made_at: momentText,
    expires_at: momentText,
    last_used_at: momentText.nullable(),
  })
  .readonly()
  .openapi('ApiToken');

export const listTokens = createRoute({
  method: 'get', path: '/api/tokens', tags: ['tokens'], summary: 'One’s own tokens that hold, latest first',
  responses: readingAnswers({ 200: json('Tokens', z.object({ tokens: listOf(token) }).readonly()) }),
});

export const makeToken = createRoute({
  method: 'post', path: '/api/tokens', tags: ['tokens'], summary: 'A token for a program; only from a session that showed a second factor',
  request: { body: jsonBody(z.object({
    label: z.string().trim().min(1).max(100),
    scopes: z.array(permission).min(1).max(100),
    days: z.number().int().min(1).max(366),
  }).strict()) },
  responses: changingAnswers({ 201: json('Made', z.object({
    token,
    /** Shown this once. */
    secret: z.string(),
  }).readonly().openapi('MadeToken')) }),
});

export const endToken = createRoute({
  method: 'delete', path: '/api/tokens/{token_id}', tags: ['tokens'], summary: 'End one of one’s own tokens',
  request: { params: z.object({ token_id: z.string().max(20) }) },
  responses: changingAnswers({ 200: json('Ended', token) }),
});
