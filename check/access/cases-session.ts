import { done, refused, type RouteCase } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const noSignOn = () => refused(404, 'no_single_sign_on');

/** Signing in and what is one's own: nothing of it depends on a role, so that what there is not is asked for. */
export const sessionCases = {
  showFactor: { asks: 'session', ask: () => post('/api/session/factor', { code: '000000' }), expected: () => refused(401, 'wrong_code') },
  beginFactor: { asks: 'session', ask: () => post('/api/session/factor/enrol', {}), expected: () => refused(401, 'wrong_password') },
  confirmFactor: { asks: 'session', ask: () => post('/api/session/factor/confirm', { code: '000000' }), expected: () => refused(409, 'nothing_to_confirm') },
  changePassword: {
    asks: 'session', ask: () => post('/api/session/password', { password: 'not the word', new_password: 'another long word' }), expected: () => refused(401, 'wrong_password'),
  },
  listSessions: { asks: 'session', ask: () => get('/api/sessions'), expected: () => done(200, { keeps: false }) },
  endSessions: { asks: 'session', ask: () => ({ method: 'DELETE', path: '/api/sessions' }), expected: () => done(200, { keeps: true }) },
  activateAccount: {
    asks: 'open', ask: () => post('/api/activation', { code: 'AAAA-AAAA-AAAA-AAAA', password: 'another long word' }), expected: () => refused(422, 'code_not_valid'),
  },
  beginSignOn: { asks: 'open', ask: () => post('/api/single-sign-on', { purpose: 'sign_in' }), expected: noSignOn },
  finishSignOn: { asks: 'open', ask: () => post('/api/single-sign-on/return', { parameters: {} }), expected: noSignOn },
  listIdentities: {
    asks: 'session', relations: ['own', 'unrelated', 'absent'],
    ask: ({ cell: { asking, relation } }) => get(`/api/identities?account=${{ own: asking.account, unrelated: 'auditor.b' }[relation as 'own'] ?? 'nobody.z'}`),
    expected: () => done(200, { keeps: false, contents: ({ text }) => (text === '{"identities":[]}' ? null : text) }),
  },
  linkIdentity: { asks: ['accounts', 'w'], ask: ({ cell: { asking } }) => post('/api/identities', { account: asking.account, subject: 'somebody' }), expected: noSignOn },
  endIdentity: { asks: 'session', ask: () => ({ method: 'DELETE', path: '/api/identities/999999999' }), expected: () => refused(404, 'unknown_identity') },
  listTokens: { asks: 'session', ask: () => get('/api/tokens'), expected: () => done(200, { keeps: false }) },
  makeToken: {
    asks: 'session', ask: () => post('/api/tokens', { label: '接口', scopes: ['policy.read'], days: 1 }),
    expected: ({ cell: { asking } }) => (openTo(asking, 'policy', 'r') === null ? refused(422, 'token_beyond_reach') : done(201, { keeps: true })),
  },
  endToken: { asks: 'session', ask: () => ({ method: 'DELETE', path: '/api/tokens/999999999' }), expected: () => refused(404, 'unknown_token') },
} as const satisfies Record<string, RouteCase>;

