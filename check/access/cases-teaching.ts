import { done, mayWith, refused, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { thingId } from './units.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const ABSENT = '999999999';
const OFFERING = `/api/offerings/${ABSENT}`;
const unknownOffering = (): Expected => refused(404, 'unknown_offering');
const unknownMatter = (): Expected => refused(404, 'unknown_matter');

/** The world holds classes and programmes, and nothing that was opened: what is told of a term is told of classes in reach. */
function taught({ world, cell: { asking } }: Where): Expected {
  const wanted = new Set(world.records.filter(({ sheet, stands, labels }) => sheet === 'students' && stands && mayWith(asking, 'courses', 'r', labels)).map(({ values }) => String(values['class_id'])));
  return done(200, { keeps: false, contents: ({ text }) => {
    const told = (JSON.parse(text) as { classes: { class_id: string }[] }).classes.map(({ class_id }) => class_id).filter((id) => !wanted.has(id));
    return told.length === 0 ? null : `not in reach: ${told.join(' ')}`;
  } });
}

/** Nobody follows the studies of anybody but themselves and their wards. */
function followed({ cell: { asking } }: Where): Expected {
  const own = asking.places.filter(({ role }) => role === 'student' || role === 'guardian').flatMap(({ role, levels }) => levels[role === 'student' ? 'S' : 'W'] ?? []);
  return done(200, { keeps: false, contents: ({ text }) => {
    const strangers = (JSON.parse(text) as { students: { student_id: string }[] }).students.filter(({ student_id }) => !own.includes(`student:${student_id}`));
    return strangers.length === 0 ? null : `not theirs: ${strangers.length}`;
  } });
}

const CONTENT = { required_credits: '10', firms: [], courses: [] };

export const teachingCases = {
  listSchemes: { asks: ['matters', 'r'], ask: () => get('/api/schemes'), expected: () => done(200, { keeps: false }) },
  readScheme: { asks: ['matters', 'r'], ask: () => get(`/api/schemes/${ABSENT}`), expected: unknownMatter },
  readSchemeRevision: { asks: ['matters', 'r'], ask: () => get(`/api/schemes/${ABSENT}/revisions/1`), expected: unknownMatter },
  reviseScheme: { asks: ['matters', 'a'], ask: () => post(`/api/schemes/${ABSENT}/revisions`, { version: 1, content: CONTENT }), expected: unknownMatter },
  listTeaching: { asks: ['courses', 'r'], ask: () => get('/api/teaching?term=2025-1'), expected: taught },
  setTeachingTerm: {
    asks: ['courses', 'a'], ask: () => post('/api/teaching-terms', { college_id: 'college-zz', term: '2025-1', first_day: '2025-09-01', last_day: '2026-01-20' }), expected: () => refused(422, 'teaching_refused'),
  },
  closeTeachingTerm: { asks: ['courses', 'a'], ask: () => post('/api/teaching-terms/close', { college_id: 'college-zz', term: '2025-1' }), expected: () => refused(422, 'teaching_refused') },
  openOfferings: { asks: ['courses', 'a'], ask: ({ unit }) => post('/api/offerings', { class_id: thingId('class', unit.name, 'standing'), term: '2025-1' }), expected: () => refused(422, 'teaching_refused') },
  readOffering: { asks: ['courses', 'r'], ask: () => get(OFFERING), expected: unknownOffering },
  stepOffering: { asks: ['courses', 'r'], ask: () => post(`${OFFERING}/steps`, { act: 'submit', version: 1 }), expected: unknownOffering },
  saveGrades: { asks: ['courses', 'w'], ask: () => post(`${OFFERING}/grades`, { version: 1, grades: [] }), expected: unknownOffering },
  correctGrade: { asks: ['courses', 'a'], ask: () => post(`${OFFERING}/corrections`, { version: 1, grade_id: ABSENT, score: '60', reason: '复核' }), expected: unknownOffering },
  readConduct: { asks: ['courses', 'r'], ask: () => get('/api/conduct?class_id=K-nowhere&academic_year=2025'), expected: () => refused(404, 'unknown_class') },
  stepConduct: { asks: ['courses', 'r'], ask: () => post('/api/conduct', { class_id: 'K-nowhere', academic_year: 2025, act: 'submit', version: 0 }), expected: () => refused(404, 'unknown_class') },
  readOwnStudies: { asks: ['learning', 'r'], ask: () => get('/api/five-years/studies'), expected: followed },
} as const satisfies Record<string, RouteCase>;
