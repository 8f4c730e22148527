import { createRoute, z } from '@hono/zod-openapi';
import { KINDS } from '../../core/access/kinds.ts';
import type { Permission } from '../../core/access/narrowing.ts';
import { ACTIONS } from '../../core/access/policy-table.ts';
import { ROLE_NAMES, type Role } from '../../core/access/roles.ts';
import { bilingual, listOf } from './bilingual.ts';
import { momentText } from './day.ts';
import { changingAnswers, json, jsonBody, openAnswers, readingAnswers } from './problem-document.ts';

/** Signing in and out: password, second factor, one's own sessions and password. */

export const roleName = z.enum(ROLE_NAMES as [Role, ...Role[]]);
export const accountName = z.string().trim().min(1).max(64);
export const newPassword = z.string().min(10).max(200);
/** `students.read`: something that may be done at all; with which records, the server decides. */
export const permission = z.enum(KINDS.flatMap((kind) => ACTIONS.map((action) => `${kind}.${action}` as const)) as [Permission, ...Permission[]]);

export const session = z
  .object({
    /** Null: nobody is signed in. */
    account: z.object({ account: z.string(), name: z.string() }).readonly().openapi('Account').nullable(),
    /**
     * `full`: signed in. `factor`: the password was right and a code of the second factor comes next. `enrol`: the
     * same, and the second factor has yet to be set up. Null while nobody is signed in.
     */
    level: z.enum(['full', 'factor', 'enrol']).nullable(),
    /** Empty until the session is full. */
    roles: listOf(z.object({ role: roleName, name: bilingual, org_id: z.string().nullable(), organisation: z.string().nullable() }).readonly()),
    /** Address of the page to begin with; null until the session is full. */
    landing: z.string().nullable(),
    /** What may be done at all; buttons and menus go by it. */
    may: listOf(permission),
    expires_at: momentText.nullable(),
    /** True where the only region is the sample: no second factor is asked there, and the page says so. */
    sample: z.boolean(),
    /** Accounts of the sample for the page of signing in, without passwords; empty in every other region. */
    sample_accounts: listOf(z.object({ account: z.string(), role: roleName }).readonly()),
    /** True where single sign-on is configured: `POST /api/single-sign-on` says where to go. */
    single_sign_on: z.boolean(),
  })
  .readonly()
  .openapi('Session');

const secondFactorCode = z.string().trim().min(6).max(40);

export const readSession = createRoute({
  method: 'get', path: '/api/session', tags: ['session'], security: [], summary: 'Who is signed in, as what, and what they may do',
  responses: { 200: json('The session, or that there is none', session), ...openAnswers },
});

export const openSession = createRoute({
  method: 'post', path: '/api/session', tags: ['session'], security: [], summary: 'Sign in with a password',
  request: { body: jsonBody(z.object({ account: accountName, password: z.string().max(200) }).strict()) },
  responses: changingAnswers({ 200: json('The password is right; `level` says what comes next. The session is in a cookie', session) }),
});

export const closeSession = createRoute({
  method: 'delete', path: '/api/session', tags: ['session'], security: [], summary: 'Sign out',
  responses: changingAnswers({ 200: json('Signed out', session) }),
});

export const showFactor = createRoute({
  method: 'post', path: '/api/session/factor', tags: ['session'], summary: 'The second factor: a code of the authenticator, or a recovery code; each counts once',
  request: { body: jsonBody(z.object({ code: secondFactorCode }).strict()) },
  responses: changingAnswers({ 200: json('Signed in', session) }),
});

export const beginFactor = createRoute({
  method: 'post', path: '/api/session/factor/enrol', tags: ['session'],
  summary: 'Set up a second factor, or a new one: a full session gives its password again',
  request: { body: jsonBody(z.object({ password: z.string().max(200).optional() }).strict()) },
  responses: changingAnswers({
    200: json('Shown once; it counts after the first code', z.object({
      /** Base32, to type in by hand. */
      secret: z.string(),
      /** otpauth://… for authenticators. */
      uri: z.string(),
      /** The same as a QR code. */
      qr_svg: z.string(),
    }).readonly().openapi('FactorSetUp')),
  }),
});

export const confirmFactor = createRoute({
  method: 'post', path: '/api/session/factor/confirm', tags: ['session'], summary: 'The first code of the factor being set up',
  request: { body: jsonBody(z.object({ code: secondFactorCode }).strict()) },
  responses: changingAnswers({
    200: json('Set up and signed in', z.object({
      /** Ten, shown this once; each signs in once in place of the authenticator. */
      recovery_codes: listOf(z.string()),
      session,
    }).readonly().openapi('FactorConfirmed')),
  }),
});

export const changePassword = createRoute({
  method: 'post', path: '/api/session/password', tags: ['session'], summary: 'Change one’s own password; every other session of the account ends',
  request: { body: jsonBody(z.object({ password: z.string().max(200), new_password: newPassword }).strict()) },
  responses: changingAnswers({ 200: json('Changed', session) }),
});

const openedSession = z
  .object({
    session_id: z.string(),
    started_at: momentText,
    last_seen_at: momentText,
    expires_at: momentText,
    /** The session that asks. */
    current: z.boolean(),
  })
  .readonly()
  .openapi('OpenedSession');

export const listSessions = createRoute({
  method: 'get', path: '/api/sessions', tags: ['session'], summary: 'One’s own sessions that hold, latest first',
  responses: readingAnswers({ 200: json('Sessions', z.object({ sessions: listOf(openedSession) }).readonly()) }),
});

export const endSessions = createRoute({
  method: 'delete', path: '/api/sessions', tags: ['session'], summary: 'Sign out everywhere, here included',
  responses: changingAnswers({ 200: json('Signed out', session) }),
});

export const activateAccount = createRoute({
  method: 'post', path: '/api/activation', tags: ['session'], security: [],
  summary: 'Give an account its password by the code of a slip; signing in follows',
  request: { body: jsonBody(z.object({ code: z.string().trim().min(16).max(40), password: newPassword }).strict()) },
  responses: changingAnswers({ 200: json('The account can sign in', z.object({ account: z.string(), name: z.string() }).readonly()) }),
});
