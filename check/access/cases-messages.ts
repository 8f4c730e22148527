import { difference, done, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import type { WorldMessage } from './world-messages.ts';

/** So many are listed at once. */
const PAGE = 100;
const ABSENT = '00000000-0000-4000-8000-000000000000';
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });

/** A message to oneself, to somebody of the other side, or none. */
function messageOf({ world, cell: { asking: { account, side }, relation } }: Where): WorldMessage | null {
  const to = { own: account, unrelated: `counsellor.${side === 'a' ? 'b' : 'a'}` }[relation as 'own'] ?? '';
  return world.messages.find((one) => one.dead && one.account === to) ?? null;
}

const idsIn = (text: string): string[] => (JSON.parse(text) as { messages: { message_id: string }[] }).messages.map(({ message_id }) => message_id);

function listed(wanted: readonly WorldMessage[]): Expected {
  return done(200, { keeps: false, contents: ({ text }) => difference(idsIn(text), wanted.slice(0, PAGE).map(({ message_id }) => message_id)) });
}

/** That of another answers as one that there is not. */
const addressOf = ({ world, cell: { asking: { side }, relation } }: Where): string => (relation === 'unrelated' ? world.addresses.get(`counsellor.${side === 'a' ? 'b' : 'a'}`) : undefined) ?? ABSENT;
const noAddress = () => refused(404, 'unknown_address', { asAbsent: true });

export const messageCases = {
  listOutbox: { asks: ['outbox', 'r'], ask: () => ({ method: 'GET', path: '/api/outbox' }), expected: ({ world }) => listed(world.messages) },
  retryMessage: {
    asks: ['outbox', 'w'], relations: ['own', 'unrelated', 'absent'],
    ask: (where) => post(`/api/outbox/${messageOf(where)?.message_id ?? ABSENT}/retry`, {}),
    expected: (where) => (messageOf(where) === null ? refused(404, 'unknown_message') : done(200, { keeps: true })),
  },
  listOwnMessages: {
    asks: 'session', ask: () => ({ method: 'GET', path: '/api/my-messages' }),
    expected: ({ world, cell: { asking } }) => listed(world.messages.filter(({ account }) => account === asking.account)),
  },
  readSampleCode: { asks: 'session', ask: () => ({ method: 'GET', path: '/api/sample-code' }), expected: () => done(200, { keeps: false, contents: ({ text }) => difference([text], ['{"code":null}']) }) },
  listContactAddresses: {
    asks: 'session', ask: () => ({ method: 'GET', path: '/api/contact-addresses' }),
    expected: ({ world, cell: { asking } }) => done(200, {
      keeps: false, contents: ({ text }) => difference((JSON.parse(text) as { addresses: { address_id: string }[] }).addresses.map(({ address_id }) => address_id), [world.addresses.get(asking.account) ?? []].flat()),
    }),
  },
  addContactAddress: {
    asks: 'session', ask: () => post('/api/contact-addresses', { channel: 'email', address: 'a@example.cn', language: 'zh' }), expected: () => refused(409, 'channel_not_there'),
  },
  verifyContactAddress: {
    asks: 'session', relations: RELATIONS, ask: (where) => post(`/api/contact-addresses/${addressOf(where)}/verify`, { code: '000000' }),
    expected: () => refused(422, 'one_time_code_not_valid', { asAbsent: true }),
  },
  chooseContactAddress: { asks: 'session', relations: RELATIONS, ask: (where) => post(`/api/contact-addresses/${addressOf(where)}/choose`, { language: 'zh' }), expected: noAddress },
  endContactAddress: { asks: 'session', relations: RELATIONS, ask: (where) => ({ method: 'DELETE', path: `/api/contact-addresses/${addressOf(where)}` }), expected: noAddress },
} as const satisfies Record<string, RouteCase>;
