import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { enterpriseOf, thingId, UNITS } from './units.ts';
import { DAY } from './world.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const YEAR = DAY.slice(0, 4);
const studentOf = ({ unit }: Where): string => thingId('student', unit.name, 'standing');
/** Nobody of the world has graduated: what is asked here is who may call a route, and whose schools are theirs. */
const nobody = refused(404, 'no_graduates');

function servicesSeen({ world, cell: { asking } }: Where): Expected {
  const wanted = world.services.filter(({ labels }) => mayWith(asking, 'employment', 'r', labels)).map(({ service_id }) => service_id);
  return done(200, { keeps: false, contents: ({ text }) => difference((JSON.parse(text) as { services: { service_id: string }[] }).services.map(({ service_id }) => service_id), wanted) });
}

/** The first school has programmes with both colleges. */
const collegesOf = (school: string): string[] => [...new Set(Object.values(UNITS).filter((one) => one.school === school).map(({ college }) => `org:${college}`))];

/** In the world everybody is of the final grade; asked are those of them who are at school. */
const AT_SCHOOL: readonly unknown[] = ['enrolled', 'repeating', 'internship'];

function consented({ unit, cell: { asking } }: Where): Expected {
  const row = unit.name === 'zz' ? null : unitRow('students', unit, 'standing');
  const own = row !== null && unit.name !== 'zz' && AT_SCHOOL.includes(row['status']) && mayWith(asking, 'employment', 'w', labelsOfRow('students', row, { unit, variant: 'standing' }));
  return own ? done(201, { keeps: true }) : refused(404, 'unknown_student', { asAbsent: true });
}

export const employmentCases = {
  readEmployment: { asks: ['verdicts', 'r'], ask: () => get('/api/employment'), expected: () => done(200, { keeps: false }) },
  listGraduates: { asks: ['employment', 'r'], ask: () => get('/api/employment/graduates'), expected: () => done(200, { keeps: false }) },
  readOwnEmployment: { asks: ['employment', 'r'], ask: () => get('/api/employment/mine'), expected: () => done(200, { keeps: false }) },
  recordDestinations: {
    asks: ['learning', 'w'], relations: RELATIONS, ask: (where) => post('/api/employment/destinations', { entries: [{ student_id: studentOf(where), code: '70', evidence: 'statement', evidence_ref: '说明' }] }),
    expected: () => refused(422, 'destinations_refused'),
  },
  downloadDestinationWorkbook: { asks: ['employment', 'e'], relations: RELATIONS, ask: ({ unit }) => get(`/api/employment/report/workbook?year=${YEAR}&school_id=${unit.school}`), expected: () => nobody },
  downloadDestinationPaper: { asks: ['employment', 'e'], relations: RELATIONS, ask: ({ unit }) => get(`/api/employment/report/paper?year=${YEAR}&school_id=${unit.school}`), expected: () => nobody },
  issueDestinationReport: {
    asks: ['employment', 'w'], relations: RELATIONS, ask: ({ unit }) => post('/api/employment/report', { school_id: unit.school, year: Number(YEAR), version: 0 }),
    expected: ({ unit, cell: { asking } }) => (unit.name !== 'zz' && mayWith(asking, 'employment', 'w', [`org:${unit.school}`]) ? nobody : refused(422, 'unknown_organisation')),
  },
  listEmploymentServices: { asks: ['employment', 'r'], ask: () => get(`/api/employment/services?year=${YEAR}`), expected: servicesSeen },
  recordEmploymentService: {
    asks: ['employment', 'w'], relations: RELATIONS, ask: ({ unit }) => post('/api/employment/services', { school_id: unit.school, draft: { kind: 'fair', on: DAY, title: '招聘会', attended: 10, firms: 2 } }),
    expected: ({ unit, cell: { asking } }) => (unit.name !== 'zz' && mayWith(asking, 'employment', 'w', [`org:${unit.school}`]) ? done(201, { keeps: true }) : refused(422, 'unknown_organisation')),
  },
  readFollowUps: {
    asks: ['employment', 'r'], relations: RELATIONS, ask: ({ unit }) => get(`/api/employment/follow-ups?school_id=${unit.school}&year=${YEAR}`),
    expected: ({ unit, cell: { asking } }) => (unit.name !== 'zz' && mayWith(asking, 'employment', 'r', [`org:${unit.school}`, ...collegesOf(unit.school)]) ? done(200, { keeps: false }) : refused(422, 'unknown_organisation')),
  },
  listReleases: { asks: ['employment', 'r'], ask: () => get('/api/employment/releases'), expected: () => done(200, { keeps: false }) },
  readFirmEmployment: { asks: ['employment', 'r'], ask: () => get('/api/employment/firm'), expected: () => done(200, { keeps: false }) },
  releaseGraduates: {
    asks: ['employment', 'w'], relations: RELATIONS, ask: ({ unit }) => post('/api/employment/releases', { school_id: unit.school, year: Number(YEAR) }),
    expected: ({ unit, cell: { asking } }) => (unit.name !== 'zz' && mayWith(asking, 'employment', 'w', [`org:${unit.school}`]) ? refused(409, 'nobody_to_release') : refused(422, 'unknown_organisation')),
  },
  recommendGraduate: {
    asks: ['employment', 'w'], relations: RELATIONS, ask: (where) => post('/api/employment/recommendations', { release_id: '999999999', student_id: studentOf(where), firm_id: enterpriseOf(where.unit) }),
    expected: () => refused(404, 'unknown_release', { asAbsent: true }),
  },
  moveRecommendation: { asks: ['employment', 'w'], ask: () => post('/api/employment/recommendations/999999999/steps', { act: 'offer', version: 1 }), expected: () => refused(404, 'unknown_recommendation') },
  recordPost: {
    asks: ['employment', 'w'], relations: RELATIONS,
    ask: ({ unit }) => post('/api/employment/posts', {
      firm_id: enterpriseOf(unit), draft: { title: '操作工', places: 1, contract_kind: 'fixed_term', wage_yuan: '5000', division_code: '330803', industry: 'C', higher_codes: ['460103'], facilities: '', open_from: DAY, open_until: DAY },
    }),
    expected: ({ unit, cell: { asking } }) => (unit.name !== 'zz' && mayWith(asking, 'employment', 'w', [`org:${enterpriseOf(unit)}`]) ? done(201, { keeps: true }) : refused(422, 'unknown_organisation')),
  },
  recordEmploymentAnswer: {
    asks: ['employment', 'w'], relations: RELATIONS, ask: (where) => post('/api/employment/answers', { student_id: studentOf(where), kind: 'consent' }), expected: consented,
  },
} as const satisfies Record<string, RouteCase>;
