import { createHash } from 'node:crypto';
import { done, refused, type RouteCase, type Where } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const noSignOn = () => refused(404, 'no_single_sign_on');

/** The number by which a list of sessions names one: one's own, another's, or nobody's. */
function sessionOf({ world, cell: { asking, relation } }: Where): string {
  const account = relation === 'own' ? asking.account : 'auditor.b';
  const secret = relation === 'absent' ? 'none' : (world.cookies.get(account) ?? '').split('.').slice(1).join('.');
  return createHash('sha256').update(secret).digest('hex').slice(0, 16);
}

const ends = (many: number) => done(200, { keeps: many > 0, contents: ({ text }) => (text === `{"ended":${many}}` ? null : text) });

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
  readOwnAccount: { asks: 'session', ask: () => get('/api/account'), expected: () => done(200, { keeps: false }) },
  endOneSession: {
    asks: 'session', relations: ['own', 'unrelated', 'absent'], ask: (where) => post(`/api/sessions/${sessionOf(where)}/end`, {}),
    expected: ({ cell: { asking, relation } }) => ends(relation === 'own' || relation === 'unrelated' && asking.account === 'auditor.b' ? 1 : 0),
  },
  endOtherSessions: { asks: 'session', ask: () => post('/api/sessions/end-others', {}), expected: () => ends(0) },
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

