import { createRoute, z } from '@hono/zod-openapi';
import { momentText } from './day.ts';
import { changingAnswers, json, readingAnswers } from './problem-document.ts';

/** One's own account beside its sessions and tokens. */

const ownAccount = z
  .object({
    account: z.string(),
    name: z.string(),
    /** Since when a second factor is asked for; null: there is none. */
    factor_at: momentText.nullable(),
    /** Recovery codes that still hold. */
    recovery_codes_left: z.number().int(),
  })
  .readonly()
  .openapi('OwnAccount');

export const readOwnAccount = createRoute({
  method: 'get', path: '/api/account', tags: ['session'], summary: 'One’s own account and the state of its second factor',
  responses: readingAnswers({ 200: json('The account', ownAccount) }),
});

const ended = z.object({ ended: z.number().int() }).readonly().openapi('SessionsEnded');

export const endOneSession = createRoute({
  method: 'post', path: '/api/sessions/{session_id}/end', tags: ['session'], summary: 'End one of one’s own sessions; 0 when it had ended already, or is nobody’s or another’s',
  request: { params: z.object({ session_id: z.string().regex(/^[0-9a-f]{16}$/) }) },
  responses: changingAnswers({ 200: json('Ended', ended) }),
});

export const endOtherSessions = createRoute({
  method: 'post', path: '/api/sessions/end-others', tags: ['session'], summary: 'End every other session of one’s own',
  responses: changingAnswers({ 200: json('Ended', ended) }),
});
