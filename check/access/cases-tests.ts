import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { thingId } from './units.ts';
import { SEASON_YEAR, type WorldTests } from './world-tests.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json?: unknown) => ({ method: 'POST', path, json });
const ABSENT = '999999999';
const unknownTest = refused(404, 'unknown_sample_test', { asAbsent: true });
const unknownSeason = refused(404, 'unknown_season', { asAbsent: true });
const scores = [{ student_id: '1', score: '60' }];

const of = ({ world, unit }: Where): WorldTests | undefined => world.tests.find(({ college }) => college === unit.college);
const testAt = (where: Where, what = ''): string => `/api/sample-tests/${of(where)?.sample_test_id ?? ABSENT}${what}`;
const seasonAt = ({ unit }: Where, what = ''): string => `/api/step-up-seasons/${unit.college}/${SEASON_YEAR}${what}`;

/** What comes back to whoever reads the college's tests; to anybody else there are none. */
function within(where: Where, absent: Expected, then: () => Expected): Expected {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, 'tests', 'r', found.labels) ? then() : absent;
}

/** The same of what only the college itself does; schools of its programmes may look and no more. */
const byHolder = (where: Where, absent: Expected, then: () => Expected): Expected =>
  within(where, absent, () => (mayWith(where.cell.asking, 'tests', 'w', [`org:${where.unit.college}`]) ? then() : refused(403, 'not_your_step')));

function seen({ world, cell: { asking } }: Where, list: 'tests' | 'seasons'): Expected {
  const wanted = world.tests.filter(({ labels }) => mayWith(asking, 'tests', 'r', labels)).map(({ college }) => college);
  return done(200, { keeps: false, contents: ({ text }) => difference((JSON.parse(text) as Record<string, { college_id: string }[]>)[list]?.map(({ college_id }) => college_id) ?? [], wanted) });
}

/** One objects to what was published of oneself or a ward, once. */
function appeals(where: Where): Expected {
  const mine = of(where)?.decided.find(({ unit }) => unit === where.unit.name);
  if (mine === undefined || !mayWith(where.cell.asking, 'appeals', 'w', [`student:${mine.student_id}`])) return refused(404, 'unknown_season', { asAbsent: true });
  return mine.appeal_id === null ? done(201, { keeps: true }) : refused(409, 'test_refused');
}

/** An appeal of the college of the unit is answered by whoever may, but not by who published. */
function answers(where: Where): Expected {
  const found = appealOf(where);
  if (found === undefined || !mayWith(where.cell.asking, 'appeals', 'r', found.labels)) return refused(404, 'unknown_appeal', { asAbsent: true });
  return where.cell.asking.account.startsWith('college_academic.') ? refused(403, 'same_person') : done(201, { keeps: true });
}

const appealOf = (where: Where) => of(where)?.decided.find(({ appeal_id }) => appeal_id !== null);

/** A college's own are planned and arranged by it, and by nobody else. */
const byCollege = ({ cell: { asking }, unit }: Where): Expected => (mayWith(asking, 'tests', 'w', [`org:${unit.college}`]) ? done(201, { keeps: true }) : refused(403, 'not_your_step'));

/** Nobody is told of tests of anybody but themselves and their wards. */
function mine({ cell: { asking } }: Where): Expected {
  const own = asking.places.filter(({ role }) => role === 'student' || role === 'guardian').flatMap(({ role, levels }) => levels[role === 'student' ? 'S' : 'W'] ?? []);
  return done(200, { keeps: false, contents: ({ text }) => {
    const strangers = (JSON.parse(text) as { students: { student_id: string }[] }).students.filter(({ student_id }) => !own.includes(`student:${student_id}`));
    return strangers.length === 0 ? null : `not theirs: ${strangers.length}`;
  } });
}

export const testCases = {
  listSampleTests: { asks: ['tests', 'r'], ask: () => get('/api/sample-tests'), expected: (where) => seen(where, 'tests') },
  readSampleTest: { asks: ['tests', 'r'], relations: RELATIONS, ask: (where) => get(testAt(where)), expected: (where) => within(where, unknownTest, () => done(200, { keeps: false })) },
  // What is planned has no list yet.
  readSampleList: { asks: ['tests', 'r'], relations: RELATIONS, ask: (where) => get(testAt(where, '/list')), expected: () => unknownTest },
  planSampleTest: {
    asks: ['tests', 'w'], relations: RELATIONS, expected: byCollege,
    ask: ({ unit }) => post('/api/sample-tests', { college_id: unit.college, title: '抽测', grades: [1], programmes: [], test_on: '2025-11-20', papers: '语文', seed: { way: 'public', source: '彩票' } }),
  },
  // Nobody of the world is in the grade that it asks.
  closeSampleList: { asks: ['tests', 'w'], relations: RELATIONS, ask: (where) => post(testAt(where, '/list')), expected: (where) => byHolder(where, unknownTest, () => refused(409, 'test_refused')) },
  drawSample: { asks: ['tests', 'w'], relations: RELATIONS, ask: (where) => post(testAt(where, '/draw'), { seed: '1' }), expected: (where) => byHolder(where, unknownTest, () => refused(409, 'test_refused')) },
  scoreSampleTest: { asks: ['tests', 'w'], relations: RELATIONS, ask: (where) => post(testAt(where, '/scores'), { scores }), expected: (where) => byHolder(where, unknownTest, () => refused(409, 'test_refused')) },
  reportSampleTest: { asks: ['tests', 'w'], relations: RELATIONS, ask: (where) => post(testAt(where, '/report')), expected: (where) => byHolder(where, unknownTest, () => refused(409, 'test_refused')) },
  listSeasons: { asks: ['tests', 'r'], ask: () => get('/api/step-up-seasons'), expected: (where) => seen(where, 'seasons') },
  readSeason: { asks: ['tests', 'r'], relations: RELATIONS, ask: (where) => get(seasonAt(where)), expected: (where) => within(where, unknownSeason, () => done(200, { keeps: false })) },
  arrangeSeason: {
    asks: ['tests', 'w'], relations: RELATIONS, expected: byCollege,
    ask: ({ unit }) => post('/api/step-up-seasons', { college_id: unit.college, year: 2026, test_on: '2026-04-11', resit_on: '2026-04-25', place: '' }),
  },
  scoreSeason: { asks: ['tests', 'w'], relations: RELATIONS, ask: (where) => post(seasonAt(where, '/scores'), { resit: false, scores }), expected: (where) => byHolder(where, unknownSeason, () => refused(422, 'scores_wrong')) },
  publishSeason: { asks: ['tests', 'w'], relations: RELATIONS, ask: (where) => post(seasonAt(where, '/publications')), expected: (where) => byHolder(where, unknownSeason, () => refused(409, 'test_refused')) },
  appealStepUp: {
    asks: ['appeals', 'w'], relations: RELATIONS, expected: appeals,
    ask: ({ unit }) => post('/api/step-up-appeals', { college_id: unit.college, year: SEASON_YEAR, student_id: thingId('student', unit.name, 'standing'), text: '有误' }),
  },
  answerAppeal: { asks: ['appeals', 'a'], relations: RELATIONS, ask: (where) => post(`/api/step-up-appeals/${appealOf(where)?.appeal_id ?? ABSENT}/answer`, { verdict: 'rejected', reason: '核实' }), expected: answers },
  readMyTests: { asks: ['appeals', 'r'], ask: () => get('/api/my-tests'), expected: mine },
} as const satisfies Record<string, RouteCase>;
