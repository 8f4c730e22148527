import { today } from '../../store/clock.ts';
import { openTo } from './policy-oracle.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { orgId, thingId } from './units.ts';
import type { WorldMatter } from './world-matters.ts';

/** The recognition that the head of a unit's school asked for, of its standing campus. */
function matterOf({ world, unit }: Where): WorldMatter | null {
  return world.matters.find((one) => one.unit === unit.name) ?? null;
}

const mayRead = ({ cell: { asking } }: Where, matter: WorldMatter | null): matter is WorldMatter => matter !== null && mayWith(asking, 'matters', 'r', matter.labels);
const absent = refused(404, 'unknown_matter', { asAbsent: true });

/** Whether somebody is head of the unit's school: by that office alone, whatever else they are elsewhere. */
const isHead = ({ cell: { asking }, unit }: Where): boolean => asking.places.some(({ role, levels }) => role === 'school_head' && (levels['O'] ?? []).includes(`org:${unit.school}`));
const isHeadSomewhere = ({ cell: { asking } }: Where): boolean => asking.places.some(({ role }) => role === 'school_head');

function listed(where: Where): Expected {
  const wanted = where.world.matters.filter((matter) => mayRead(where, matter));
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { matters: { matter_id: string }[] }).matters.map(({ matter_id }) => matter_id), wanted.map(({ matter_id }) => matter_id)),
  });
}

/** The campus is applied for by its head alone, who lacks a management team as yet. */
function applied(where: Where): Expected {
  if (!mayRead(where, matterOf(where))) return absent;
  return isHead(where) ? refused(422, 'guard_unmet') : refused(403, 'not_your_step');
}

/** A recognition of another campus of the unit is opened by its head alone; heads elsewhere are told the same as of no campus. */
function opened(where: Where): Expected {
  if (isHead(where) && where.cell.relation !== 'absent') return done(201, { keeps: true });
  return isHeadSomewhere(where) ? refused(404, 'unknown_matter_subject', { asAbsent: true }) : refused(403, 'not_your_step');
}

const isOffice = ({ cell: { asking } }: Where): boolean => asking.places.some(({ levels, role }) => role === 'office' && (levels['O'] ?? []).includes(`org:${orgId('office', 'r')}`));

function delegated(where: Where): Expected {
  if (where.cell.asking.account === DEPUTY) return refused(403, 'oneself');
  return isOffice(where) ? done(201, { keeps: true }) : refused(403, 'not_your_office');
}

const DEPUTY = 'office.b';
const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const matterId = (where: Where): string => matterOf(where)?.matter_id ?? '999999999';

export const matterCases = {
  listMatters: { asks: ['matters', 'r'], ask: () => get('/api/matters?kind=campus_recognition'), expected: listed },
  readMatter: {
    asks: ['matters', 'r'], relations: RELATIONS, ask: (where) => get(`/api/matters/${matterId(where)}`),
    expected: (where) => (mayRead(where, matterOf(where)) ? done(200, { keeps: false }) : absent),
  },
  readMatterScenarios: {
    asks: ['matters', 'r'], relations: RELATIONS, ask: (where) => get(`/api/matters/${matterId(where)}/scenarios`),
    expected: (where) => (mayRead(where, matterOf(where)) ? done(200, { keeps: false }) : absent),
  },
  // Who puts a scenario there reads planning of the whole region; the matter is one that they may read.
  attachScenario: {
    asks: ['matters', 'a'], relations: RELATIONS, ask: (where) => post(`/api/matters/${matterId(where)}/scenarios`, { scenario_id: '999999', version: 1 }),
    expected: (where) => (openTo(where.cell.asking, 'planning', 'r') !== 'all' ? refused(403, 'not_allowed') : mayRead(where, matterOf(where)) ? refused(404, 'unknown_scenario') : absent),
  },
  openMatter: {
    asks: ['matters', 'a'], relations: RELATIONS, expected: opened,
    ask: ({ unit }) => post('/api/matters', { kind: 'campus_recognition', subject: thingId('campus', unit.name, 'answered') }),
  },
  stepMatter: { asks: ['matters', 'a'], relations: RELATIONS, ask: (where) => post(`/api/matters/${matterId(where)}/steps`, { act: 'apply', version: 1 }), expected: applied },
  listPlans: { asks: ['matters', 'r'], ask: () => get('/api/plans'), expected: () => done(200, { keeps: false }) },
  readPlan: { asks: ['matters', 'r'], ask: () => get('/api/plans/999999999'), expected: () => refused(404, 'unknown_matter') },
  revisePlan: { asks: ['matters', 'a'], ask: () => post('/api/plans/999999999/revisions', { version: 1, lines: [] }), expected: () => refused(404, 'unknown_matter') },
  askPlanOutlook: { asks: ['matters', 'a'], ask: () => post('/api/plans/999999999/outlook', { lines: [] }), expected: () => refused(404, 'unknown_matter') },
  readImpact: { asks: ['matters', 'r'], ask: () => get('/api/parameter-impact?key=rooms.min_m2&value=16&from=2025-11-01'), expected: () => done(200, { keeps: false }) },
  listDelegations: { asks: ['matters', 'w'], ask: () => get('/api/delegations'), expected: () => done(200, { keeps: false }) },
  giveDelegation: {
    asks: ['matters', 'a'], expected: delegated,
    ask: () => post('/api/delegations', { to_account: DEPUTY, role: 'office', first_day: today(), last_day: today(), reason: '出差' }),
  },
  endDelegation: { asks: ['matters', 'a'], ask: () => post('/api/delegations/999999999/end', {}), expected: () => refused(404, 'unknown_delegation') },
} as const satisfies Record<string, RouteCase>;
