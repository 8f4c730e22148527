import { COLLEGE, ON_DUTY, SCHOOL } from '../../core/journals/keepers.ts';
import type { Role } from '../../core/access/roles.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { holds, openTo } from './policy-oracle.ts';
import type { WorldRequest } from './world-work.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const ABSENT = '999999999';
const noEntry = refused(404, 'unknown_journal_entry', { asAbsent: true });
const noCampus = refused(404, 'unknown_campus', { asAbsent: true });

const of = ({ world, unit }: Where): WorldRequest | undefined => world.requests.find((one) => one.unit === unit.name);
const campusOf = (where: Where): string => of(where)?.campus_id ?? 'campus-zz';
const at = (where: Where, what = ''): string => `/api/journal-entries/${of(where)?.entry_id ?? ABSENT}${what}`;

/** Whether somebody may do this at the campus with one of the kinds of record. */
const may = (where: Where, kind: 'work' | 'daily', act: 'r' | 'w' | 'e'): boolean => {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, kind, act, found.labels);
};

/** Whether somebody holds one of these roles for the campus itself, each role by itself. */
const as = (where: Where, roles: readonly Role[]): boolean =>
  where.cell.asking.places.some((place) => roles.includes(place.role) && holds(openTo({ places: [place], granted: [] }, 'daily', 'w'), of(where)?.labels ?? []));

const notAllowed = refused(403, 'not_allowed');
const page = (where: Where): Expected => (may(where, 'daily', 'r') ? done(200, { keeps: false }) : noCampus);

function campusesListed({ world, cell: { asking } }: Where): string[] {
  return world.records.filter((one) => one.sheet === 'campuses' && one.stands && mayWith(asking, 'daily', 'r', one.labels)).map(({ values }) => String(values['campus_id']));
}

const staffList = { asks: ['work', 'e'], relations: RELATIONS, expected: (where: Where): Expected => (may(where, 'work', 'e') ? done(200) : noCampus) } as const;

export const workCases = {
  readWork: {
    asks: ['daily', 'r'], relations: RELATIONS, ask: (where) => get(`/api/work/daily?campus_id=${campusOf(where)}`),
    expected: (where) => {
      const expected = page(where);
      return expected.status !== 200 ? expected : { ...expected, contents: ({ text }) => difference((JSON.parse(text) as { campuses: { campus_id: string }[] }).campuses.map(({ campus_id }) => campus_id), campusesListed(where)) };
    },
  },
  readJournalEntry: { asks: ['daily', 'r'], relations: RELATIONS, ask: (where) => get(at(where)), expected: (where) => (may(where, 'daily', 'r') ? done(200, { keeps: false }) : noEntry) },
  recordJournal: {
    asks: ['daily', 'w'], relations: RELATIONS,
    ask: (where) => post('/api/journals/patrols', { campuses: [campusOf(where)], values: { on: '2025-10-20', place: '宿舍', person: '李四', hazard_found: false } }),
    expected: (where) => (!may(where, 'daily', 'w') ? noCampus : as(where, ON_DUTY) ? done(201, { keeps: true }) : notAllowed),
  },
  correctJournal: {
    asks: ['daily', 'w'], relations: RELATIONS, ask: (where) => post(at(where, '/corrections'), { values: { on: '2025-11-21', person: '王五', need: 'both' }, reason: '日期有误' }),
    expected: (where) => (!may(where, 'daily', 'w') ? noEntry : as(where, COLLEGE) ? done(201, { keeps: true }) : notAllowed),
  },
  stepJournal: {
    asks: ['daily', 'w'], relations: RELATIONS, ask: (where) => post(at(where, '/steps'), { act: 'arrange', seen: 1, values: { arrangement: '校内公寓', cost_yuan: 200 } }),
    expected: (where) => (!may(where, 'daily', 'w') ? noEntry : as(where, SCHOOL) ? done(200, { keeps: true }) : refused(409, 'entry_step_refused')),
  },
  downloadJournal: { asks: ['daily', 'e'], relations: RELATIONS, ask: (where) => get(`/api/journals/visitor_request/workbook?campus_id=${campusOf(where)}`), expected: (where) => (may(where, 'daily', 'e') ? done(200) : noCampus) },
  downloadStaffWorkbook: { ...staffList, ask: (where) => get(`/api/work-lists/staff/workbook?campus_id=${campusOf(where)}`) },
  downloadStaffPaper: { ...staffList, slow: true, ask: (where) => get(`/api/work-lists/overlaps/paper?campus_id=${campusOf(where)}`) },
} as const satisfies Record<string, RouteCase>;
