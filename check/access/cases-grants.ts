import { canariesIn } from './canary.ts';
import { difference, done, mayWith, refused, RELATIONS, STATES, recordOf, type Expected, type Relation, type RouteCase, type Where } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';
import { citizenId } from './unit-rows.ts';
import type { WorldGrant } from './world-grants.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';

/** What the counsellor of one's own side asked for, what another of it was given, and what the other side's asked for. */
function grantOf({ world, cell: { asking: { side }, relation } }: Where): WorldGrant | null {
  const other = side === 'a' ? 'b' : 'a';
  const by: Readonly<Record<Relation, string>> = { own: `counsellor.${side}`, sibling: 'head.granted', mixed: 'office.granted', unrelated: `counsellor.${other}`, absent: '', any: '' };
  return world.grants.find(({ account }) => account === by[relation]) ?? null;
}

const mayRead = (where: Where, grant: WorldGrant): boolean => grant.account === where.cell.asking.account || mayWith(where.cell.asking, 'grants', 'r', grant.scopes);

function grantsSeen(where: Where, own: boolean): Expected {
  const { world, cell: { asking } } = where;
  const wanted = world.grants.filter((grant) => (own ? grant.account === asking.account : mayRead(where, grant)));
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { grants: { grant_id: string }[] }).grants.map(({ grant_id }) => grant_id), wanted.map(({ grant_id }) => grant_id)),
  });
}

function decided(where: Where): Expected {
  const grant = grantOf(where);
  const { asking } = where.cell;
  if (grant === null || !mayRead(where, grant)) return refused(404, 'unknown_grant', { asAbsent: true });
  if (grant.account === asking.account) return refused(403, 'oneself');
  return grant.given ? refused(409, 'already_decided') : done(200, { keeps: true });
}

function endedGrant(where: Where): Expected {
  const grant = grantOf(where);
  return grant === null || !mayRead(where, grant) ? refused(404, 'unknown_grant', { asAbsent: true }) : done(200, { keeps: true });
}

const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const grantId = (where: Where): string => grantOf(where)?.grant_id ?? ABSENT;

/** Records in reach that hold the citizen id of a unit's student. */
function foundByValue({ world, cell: { asking }, unit }: Where): Expected {
  if (openTo(asking, 'students', 'r') === null) return done(200, { contents: ({ text }) => (text.includes('"total":0') ? null : text) });
  const wanted = world.records.filter((one) => one.sheet === 'students' && one.stands && one.unit === unit.name && one.variant === 'standing' && mayWith(asking, 'students', 'r', one.labels));
  return done(200, { contents: ({ text }) => difference((JSON.parse(text) as { records: { record_id: string }[] }).records.map(({ record_id }) => record_id), wanted.map(({ record_id }) => record_id)) });
}

function revealed(where: Where): Expected {
  const record = recordOf(where);
  const { asking } = where.cell;
  return record !== null && mayWith(asking, 'students', 'r', record.labels) && mayWith(asking, 'students', 'v', record.labels)
    ? done(200, { keeps: false, contents: ({ text }) => difference([text], [JSON.stringify({ value: citizenId(where.unit, where.cell.state === 'any' ? 'standing' : where.cell.state) })]) })
    : refused(404, 'unknown_record', { asAbsent: true });
}

/** Only what is of oneself and one's wards. */
function ownData({ world, cell: { asking } }: Where): Expected {
  const mine = [asking.standing?.student_id ?? '', ...asking.standing?.wards ?? []];
  const wanted = world.records.filter((one) => one.stands && mine.includes(String(one.values['student_id']))).flatMap(({ canaries }) => [...canaries]);
  return done(200, { contents: ({ text }) => difference([...canariesIn(text)].filter((one) => /\.(guardians|filings|charges)\./.test(one)), wanted.filter((one) => /\.(guardians|filings|charges)\./.test(one))) });
}

/** Whoever reads the audit is told the names of files that came in, which label leave was asked for, and at which campus files hang. */
function ofAudit({ world, cell: { asking } }: Where): unknown {
  if (openTo(asking, 'audit', 'r') === null) return [];
  return [world.imports.map(({ file }) => file), world.records.filter(({ sheet }) => sheet === 'classes').map(({ values }) => values['class_id']), world.documents.map(({ content }) => content['campus_id'])];
}

export const grantCases = {
  listMinorGrants: { asks: ['grants', 'r'], ask: () => ({ method: 'GET', path: '/api/minor-grants' }), expected: (where) => grantsSeen(where, false) },
  listOwnGrants: { asks: ['grants', 'w'], ask: () => ({ method: 'GET', path: '/api/my-grants' }), expected: (where) => grantsSeen(where, true) },
  askMinorGrant: {
    asks: ['grants', 'w'], relations: RELATIONS, expected: () => done(201, { keeps: true }),
    ask: ({ unit }) => post('/api/minor-grants', { scope: `org:${unit.school}`, purpose: '家访安排', expires_on: '2025-12-31' }),
  },
  approveMinorGrant: { asks: ['grants', 'a'], relations: RELATIONS, ask: (where) => post(`/api/minor-grants/${grantId(where)}/approve`, {}), expected: decided },
  refuseMinorGrant: { asks: ['grants', 'a'], relations: RELATIONS, ask: (where) => post(`/api/minor-grants/${grantId(where)}/refuse`, {}), expected: decided },
  endMinorGrant: { asks: ['grants', 'w'], relations: RELATIONS, ask: (where) => post(`/api/minor-grants/${grantId(where)}/end`, {}), expected: endedGrant },
  listAudit: { asks: ['audit', 'r'], ask: () => ({ method: 'GET', path: '/api/audit' }), expected: () => done(200, { keeps: false }), says: ofAudit },
  readAuditState: { asks: ['audit', 'r'], ask: () => ({ method: 'GET', path: '/api/audit/state' }), expected: () => done(200, { keeps: false }) },
  findByValue: {
    asks: ['any', 'r'], relations: RELATIONS, ask: ({ unit }) => post('/api/personal-data/find', { sheet: 'students', column: 'id_number', value: citizenId(unit, 'standing') }), expected: foundByValue,
  },
  revealValue: {
    asks: ['any', 'v'], relations: RELATIONS, states: STATES, sheets: ['students'], expected: revealed,
    ask: (where) => post('/api/personal-data/reveal', { sheet: 'students', record_id: recordOf(where)?.record_id ?? '999999999', column: 'id_number', purpose: '核对身份' }),
  },
  readMyData: { asks: 'session', ask: () => ({ method: 'GET', path: '/api/my-data' }), expected: ownData },
} as const satisfies Record<string, RouteCase>;
