import { done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json?: unknown) => ({ method: 'POST', path, json });
const NONE = '/api/sample-tests/999999999';
const SEASON = '/api/step-up-seasons/college-zz/2031';
const unknownTest = () => refused(404, 'unknown_sample_test');
const unknownSeason = () => refused(404, 'unknown_season');
const scores = [{ student_id: '1', score: '60' }];

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
  listSampleTests: { asks: ['tests', 'r'], ask: () => get('/api/sample-tests'), expected: () => done(200, { keeps: false }) },
  readSampleTest: { asks: ['tests', 'r'], ask: () => get(NONE), expected: unknownTest },
  readSampleList: { asks: ['tests', 'r'], ask: () => get(`${NONE}/list`), expected: unknownTest },
  planSampleTest: {
    asks: ['tests', 'w'], relations: RELATIONS, expected: byCollege,
    ask: ({ unit }) => post('/api/sample-tests', { college_id: unit.college, title: '抽测', grades: [1], programmes: [], test_on: '2025-11-20', papers: '语文', seed: { way: 'public', source: '彩票' } }),
  },
  closeSampleList: { asks: ['tests', 'w'], ask: () => post(`${NONE}/list`), expected: unknownTest },
  drawSample: { asks: ['tests', 'w'], ask: () => post(`${NONE}/draw`, { seed: '1' }), expected: unknownTest },
  scoreSampleTest: { asks: ['tests', 'w'], ask: () => post(`${NONE}/scores`, { scores }), expected: unknownTest },
  reportSampleTest: { asks: ['tests', 'w'], ask: () => post(`${NONE}/report`), expected: unknownTest },
  listSeasons: { asks: ['tests', 'r'], ask: () => get('/api/step-up-seasons'), expected: () => done(200, { keeps: false }) },
  readSeason: { asks: ['tests', 'r'], ask: () => get(SEASON), expected: unknownSeason },
  arrangeSeason: {
    asks: ['tests', 'w'], relations: RELATIONS, expected: byCollege,
    ask: ({ unit }) => post('/api/step-up-seasons', { college_id: unit.college, year: 2026, test_on: '2026-04-11', resit_on: '2026-04-25', place: '' }),
  },
  scoreSeason: { asks: ['tests', 'w'], ask: () => post(`${SEASON}/scores`, { resit: false, scores }), expected: unknownSeason },
  publishSeason: { asks: ['tests', 'w'], ask: () => post(`${SEASON}/publications`), expected: unknownSeason },
  appealStepUp: { asks: ['appeals', 'w'], ask: () => post('/api/step-up-appeals', { college_id: 'college-zz', year: 2031, student_id: '1', text: '有误' }), expected: unknownSeason },
  answerAppeal: { asks: ['appeals', 'a'], ask: () => post('/api/step-up-appeals/999999999/answer', { verdict: 'rejected', reason: '核实' }), expected: () => refused(404, 'unknown_appeal') },
  readMyTests: { asks: ['appeals', 'r'], ask: () => get('/api/my-tests'), expected: mine },
} as const satisfies Record<string, RouteCase>;
