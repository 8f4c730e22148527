import type { Role } from '../../core/access/roles.ts';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import type { Act } from './policy-oracle.ts';
import { enterpriseOf, thingId } from './units.ts';
import { DAY } from './world.ts';
import { POST_DAYS, type WorldInternship } from './world-internships.ts';

const NOTHING = '999999999';
const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });

const of = ({ world, unit }: Where): WorldInternship | undefined => world.internships.find((one) => one.unit === unit.name);
const placementOf = (where: Where): string => of(where)?.placement_id ?? NOTHING;
const studentOf = ({ unit }: Where): string => thingId('student', unit.name, 'standing');
const programmeOf = ({ unit }: Where): string => thingId('programme', unit.name, 'standing');
const itemsOf = (where: Where) => [{ placement_id: placementOf(where), content_hash: of(where)?.content_hash ?? '' }];
const absent = refused(404, 'unknown_internship', { asAbsent: true });

/** Whether somebody holds a role at an organisation. */
const holds = ({ cell: { asking } }: Where, role: Role, org: string): boolean => asking.places.some((place) => place.role === role && (place.levels['O'] ?? []).includes(`org:${org}`));
const departmentOf = ({ cell: { asking } }: Where): string | null => (asking.places.find(({ role }) => role === 'department')?.levels['O']?.[0] ?? '').replace('org:', '') || null;

/** What comes back to whoever may do this with the internship; to anybody else there is none. */
function within(where: Where, act: Act, then: () => Expected): Expected {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, 'placements', act, found.labels) ? then() : absent;
}

const idsIn = (text: string, list: string, id: string): string[] => (JSON.parse(text) as Record<string, Record<string, string>[]>)[list]?.map((one) => one[id] ?? '') ?? [];

function seen(where: Where, list: string, id: 'post_id' | 'placement_id' | 'policy_id', kind: 'posts' | 'placements' | 'policies', labels: (one: WorldInternship) => readonly string[]): Expected {
  const wanted = where.world.internships.filter((one) => mayWith(where.cell.asking, kind, 'r', labels(one))).map((one) => one[id]);
  return done(200, { keeps: false, contents: ({ text }) => difference(idsIn(text, list, id), wanted) });
}

/** A firm offers its own posts, a department any firm's. */
function offers(where: Where): Expected {
  const firm = enterpriseOf(where.unit);
  const may = holds(where, 'enterprise', firm) || departmentOf(where) !== null;
  if (!may) return refused(403, 'not_allowed');
  return of(where) === undefined ? refused(422, 'post_refused') : done(201, { keeps: true });
}

function places(where: Where): Expected {
  const registrar = holds(where, 'school_registrar', where.unit.school);
  return of(where) === undefined || !registrar ? refused(422, 'placing_refused') : done(201, { keeps: true });
}

/** Training is recorded by the student's school, its counsellor, and the firm. */
function trains(where: Where): Expected {
  return within(where, 'w', () => {
    const { school } = where.unit;
    const may = holds(where, 'school_registrar', school) || holds(where, 'enterprise', enterpriseOf(where.unit)) || where.cell.asking.places.some(({ role }) => role === 'counsellor');
    return may ? done(201, { keeps: true }) : refused(422, 'internship_refused');
  });
}

function paper(where: Where): FormData {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(MADE_PDF)], 'signed.pdf', { type: 'application/pdf' }));
  for (const [name, value] of Object.entries({ content_hash: of(where)?.content_hash ?? '', student: DAY, firm: DAY, school: DAY })) form.append(name, value);
  return form;
}

function assessment(): FormData {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(MADE_PDF)], 'assessed.pdf', { type: 'application/pdf' }));
  for (const [name, value] of Object.entries({ on: DAY, passed: 'yes', assessed_by: '陈工' })) form.append(name, value);
  return form;
}

/** Nobody's internships but one's own and one's wards'. */
function mine({ cell: { asking } }: Where): Expected {
  const own = asking.places.filter(({ role }) => role === 'student' || role === 'guardian').flatMap(({ role, levels }) => levels[role === 'student' ? 'S' : 'W'] ?? []);
  return done(200, { keeps: false, contents: ({ text }) => {
    const strangers = (JSON.parse(text) as { students: { student_id: string }[] }).students.filter(({ student_id }) => !own.includes(`student:${student_id}`));
    return strangers.length === 0 ? null : `not theirs: ${strangers.length}`;
  } });
}

const policy = (where: Where) => ({ school_id: where.unit.school, policy_no: 'Q', kind: 'internship_liability', insurer: '保险', from: POST_DAYS.from, to: POST_DAYS.to, heads: 9, premium_yuan: '9', proof: '发票', covering: null });

function insured(where: Where, absentOf: Expected): Expected {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, 'policies', 'w', found.policy) ? done(201, { keeps: true }) : absentOf;
}

/** By their own: nobody may read a policy that may not be seen, and names only where the roll may be read. */
function table(where: Where): Expected {
  const found = of(where);
  return found !== undefined && mayWith(where.cell.asking, 'policies', 'r', found.policy) ? done(200, { keeps: false }) : refused(404, 'unknown_policy');
}

export const internshipCases = {
  listInternshipPosts: { asks: ['posts', 'r'], ask: () => get('/api/internship-posts'), expected: (where) => seen(where, 'posts', 'post_id', 'posts', (one) => one.post) },
  offerInternshipPost: {
    asks: ['posts', 'w'], relations: RELATIONS, expected: offers,
    ask: (where) => post('/api/internship-posts', { employer_id: enterpriseOf(where.unit), title: '装配', seats: 2, programmes: [programmeOf(where)], place: '厂区', wage_yuan: null, safety_contact: '王工', ...POST_DAYS }),
  },
  closeInternshipPost: {
    asks: ['posts', 'w'], relations: RELATIONS, ask: (where) => post(`/api/internship-posts/${of(where)?.post_id ?? NOTHING}/close`, { reason: '调整' }),
    expected: (where) => { const found = of(where); return found !== undefined && mayWith(where.cell.asking, 'posts', 'w', found.post) ? done(201, { keeps: true }) : refused(404, 'unknown_post', { asAbsent: true }); },
  },
  correctInternshipPost: {
    asks: ['posts', 'w'], relations: RELATIONS,
    ask: (where) => post(`/api/internship-posts/${of(where)?.post_id ?? NOTHING}/corrections`, { title: '装配', seats: 5, programmes: [programmeOf(where)], place: '二号厂房', wage_yuan: null, safety_contact: '王工', ...POST_DAYS, why: '地点写错' }),
    expected: (where) => { const found = of(where); return found !== undefined && mayWith(where.cell.asking, 'posts', 'w', found.post) ? done(201, { keeps: true }) : refused(404, 'unknown_post', { asAbsent: true }); },
  },
  listInternships: { asks: ['placements', 'r'], ask: () => get('/api/internships'), expected: (where) => seen(where, 'internships', 'placement_id', 'placements', (one) => one.labels) },
  readInternship: { asks: ['placements', 'r'], relations: RELATIONS, ask: (where) => get(`/api/internships/${placementOf(where)}`), expected: (where) => within(where, 'r', () => done(200, { keeps: false })) },
  downloadInternshipScan: { asks: ['placements', 'r'], relations: RELATIONS, ask: (where) => get(`/api/internships/${placementOf(where)}/scans/student`), expected: () => refused(404, 'unknown_internship', { asAbsent: true }) },
  // Nothing of the world is signed, and nobody has come to an end: what is asked here is whose internship one reaches at all.
  downloadInternshipPaper: { asks: ['placements', 'r'], relations: RELATIONS, ask: (where) => get(`/api/internships/${placementOf(where)}/paper`), expected: () => refused(404, 'unknown_internship', { asAbsent: true }) },
  recordPaperAssessment: {
    asks: ['placements', 'w'], relations: RELATIONS, slow: true, ask: (where) => ({ method: 'POST', path: `/api/internships/${placementOf(where)}/paper-assessment`, form: assessment() }),
    expected: (where) => within(where, 'w', () => refused(422, 'internship_refused')),
  },
  readMyInternships: { asks: ['placements', 'r'], ask: () => get('/api/my-internships'), expected: mine },
  listInternshipCandidates: {
    asks: ['placements', 'w'], relations: RELATIONS, ask: (where) => get(`/api/internship-candidates?post_id=${of(where)?.post_id ?? NOTHING}`),
    expected: (where) => (of(where) === undefined ? refused(404, 'unknown_post') : done(200, { keeps: false })),
  },
  placeInterns: { asks: ['placements', 'w'], relations: RELATIONS, ask: (where) => post('/api/internships', { post_id: of(where)?.post_id ?? NOTHING, ...POST_DAYS, students: [studentOf(where)] }), expected: places },
  actOnInternships: { asks: ['placements', 'w'], relations: RELATIONS, ask: (where) => post('/api/internship-acts', { act: 'train', on: DAY, placements: [placementOf(where)], hours: '8', led_by: '陈工', proof: '签到表' }), expected: trains },
  recordInternshipPaper: {
    asks: ['placements', 'w'], relations: RELATIONS, slow: true, ask: (where) => ({ method: 'POST', path: `/api/internships/${placementOf(where)}/paper`, form: paper(where) }),
    expected: (where) => within(where, 'w', () => (holds(where, 'school_registrar', where.unit.school) ? done(201, { keeps: true }) : refused(409, 'internship_signature_refused'))),
  },
  // Nobody of the world has confirmed an address: what is asked here is whose agreement one may sign at all.
  askInternshipCode: { asks: ['placements', 'a'], relations: RELATIONS, ask: (where) => post('/api/internship-codes', { party: 'school', items: itemsOf(where) }), expected: (where) => within(where, 'a', () => refused(409, 'internship_signature_refused')) },
  signInternships: {
    asks: ['placements', 'a'], relations: RELATIONS, ask: (where) => post('/api/internship-signatures', { party: 'school', items: itemsOf(where), code: '123456' }),
    expected: (where) => within(where, 'a', () => refused(409, 'internship_signature_refused')),
  },
  readCoverage: { asks: ['policies', 'r'], ask: () => get('/api/insurance'), expected: (where) => seen(where, 'policies', 'policy_id', 'policies', (one) => one.policy) },
  recordPolicy: { asks: ['policies', 'w'], relations: RELATIONS, ask: (where) => post('/api/insurance-policies', policy(where)), expected: (where) => insured(where, refused(403, 'not_allowed')) },
  coverStudents: {
    asks: ['policies', 'w'], relations: RELATIONS, ask: (where) => post(`/api/insurance-policies/${of(where)?.policy_id ?? NOTHING}/students`, { students: [studentOf(where)] }),
    expected: (where) => insured(where, refused(404, 'unknown_policy', { asAbsent: true })),
  },
  correctPolicy: {
    asks: ['policies', 'w'], relations: RELATIONS,
    ask: (where) => { const { school_id: _, covering: __, ...bought } = policy(where); return post(`/api/insurance-policies/${of(where)?.policy_id ?? NOTHING}/corrections`, { ...bought, policy_no: where.unit.name, why: '号码抄错' }); },
    expected: (where) => insured(where, refused(404, 'unknown_policy', { asAbsent: true })),
  },
  downloadCoverageWorkbook: { asks: ['policies', 'e'], relations: RELATIONS, slow: true, ask: ({ unit }) => get(`/api/insurance/workbook?school_id=${unit.school}`), expected: table },
  downloadCoveragePaper: { asks: ['policies', 'e'], relations: RELATIONS, slow: true, ask: ({ unit }) => get(`/api/insurance/paper?school_id=${unit.school}`), expected: table },
  listAppraisals: { asks: ['reference', 'r'], ask: () => get('/api/appraisals'), expected: () => done(200, { keeps: false }) },
  announceAppraisal: {
    asks: ['benefits', 'w'], ask: (where) => post('/api/appraisals', { occupation: '车工', level: '3', site: '二号站', on: POST_DAYS.from, seats: 3, programmes: [thingId('programme', `${where.cell.asking.side}1`, 'standing')] }),
    expected: (where) => (departmentOf(where) === null ? refused(403, 'not_allowed') : done(201, { keeps: true })),
  },
  enrolForAppraisal: {
    asks: ['learning', 'w'], relations: RELATIONS, ask: (where) => post(`/api/appraisals/${of(where)?.session_id ?? NOTHING}/enrolments`, { students: [studentOf(where)] }),
    expected: (where) => {
      if (of(where) === undefined) return refused(404, 'unknown_session');
      const own = holds(where, 'school_registrar', where.unit.school);
      return own ? done(201, { keeps: true }) : refused(422, 'enrolment_refused');
    },
  },
  listBenefits: {
    asks: ['benefits', 'r'], ask: () => get('/api/benefits'),
    expected: (where) => done(200, { keeps: false, contents: ({ text }) => difference(idsIn(text, 'claims', 'student_id'), where.world.internships.filter((one) => mayWith(where.cell.asking, 'benefits', 'r', one.claim)).map(({ unit }) => thingId('student', unit, 'standing'))) }),
  },
  addBenefit: { asks: ['benefits', 'w'], ask: () => post('/api/benefits', { name: '落户', basis: '二号文', from: DAY }), expected: (where) => (departmentOf(where) === null ? refused(403, 'not_allowed') : done(201, { keeps: true })) },
  // Nobody of the world has graduated: there is nothing that anybody could claim.
  stepClaim: { asks: ['benefits', 'w'], relations: RELATIONS, ask: (where) => post(`/api/benefits/${of(where)?.benefit_id ?? NOTHING}/claims`, { student_id: studentOf(where), to: 'claimed', on: DAY }), expected: () => refused(404, 'unknown_claim', { asAbsent: true }) },
} as const satisfies Record<string, RouteCase>;
