import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';
import { thingId } from './units.ts';
import { DAY, type WorldRecord } from './world.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const studentOf = ({ unit }: Where): string => thingId('student', unit.name, 'standing');

/** The rows of the roll that somebody may read. */
const rows = ({ world, cell: { asking } }: Where): WorldRecord[] => world.records.filter((one) => one.sheet === 'students' && one.stands && mayWith(asking, 'students', 'r', one.labels));
/** Days as the owner's driver gives them: midnight of this machine. */
const dayIn = (value: unknown): string => (value instanceof Date ? value.toLocaleDateString('sv') : String(value));
const begun = ({ values }: WorldRecord): boolean => dayIn(values['valid_from']) <= DAY;
const holdsOn = (one: WorldRecord): boolean => begun(one) && (one.values['valid_to'] === null || dayIn(one.values['valid_to']) >= DAY);
const idOf = ({ values }: WorldRecord): string => String(values['student_id']);

const reads = (where: Where): boolean => rows(where).some((one) => idOf(one) === studentOf(where));
const absent = refused(404, 'unknown_student', { asAbsent: true });

/** Whether somebody keeps the roll of the unit's students, on either side. */
function keeps({ cell: { asking }, unit }: Where): boolean {
  const at = (role: string, org: string): boolean => asking.places.some((place) => place.role === role && (place.levels['O'] ?? []).includes(`org:${org}`));
  return at('school_registrar', unit.school) || at('college_roll', unit.college);
}

/** Of a row that was never there. */
const draft = { name: 'begin_internship', on: DAY, reason: '实习', ground: 'other', papers: [], row: '1' };

function entered(where: Where): Expected {
  if (!reads(where)) return absent;
  return keeps(where) ? refused(409, 'changed_meanwhile') : refused(403, 'not_your_step');
}

/** A list of a school is for those who propose and approve it there, and for whoever reads all students. */
function listed(where: Where): Expected {
  const { cell: { asking, relation }, unit } = where;
  const posts = asking.places.some(({ role, levels }) => ['school_registrar', 'school_head'].includes(role) && (levels['O'] ?? []).includes(`org:${unit.school}`));
  return relation !== 'absent' && (posts || openTo(asking, 'students', 'r') === 'all') ? done(200, { keeps: false }) : refused(404, 'unknown_entry', { asAbsent: true });
}

export const studentCases = {
  listRoll: {
    asks: ['students', 'r'], ask: () => get(`/api/roll?on=${DAY}`),
    expected: (where) => done(200, {
      keeps: false,
      contents: ({ text }) => difference((JSON.parse(text) as { entries: { student_id: string }[] }).entries.map(({ student_id }) => student_id), rows(where).filter(holdsOn).map(idOf)),
    }),
  },
  readRoll: {
    asks: ['students', 'r'], relations: RELATIONS, ask: (where) => get(`/api/roll/${encodeURIComponent(studentOf(where))}?on=${DAY}`),
    expected: (where) => (reads(where) ? done(200, { keeps: false }) : absent),
  },
  enterRollChange: { asks: ['students', 'w'], relations: RELATIONS, ask: (where) => post(`/api/roll/${encodeURIComponent(studentOf(where))}/changes`, draft), expected: entered },
  undoRollChange: {
    asks: ['students', 'w'], ask: (where) => post(`/api/roll/${encodeURIComponent(studentOf(where))}/changes/999999999/undo`, { reason: '误录' }), expected: () => refused(404, 'unknown_roll_change'),
  },
  replaceRollNumber: {
    asks: ['students', 'w'], relations: RELATIONS, ask: (where) => post(`/api/roll/${encodeURIComponent(studentOf(where))}/number`, { form: 'J', serial: '1', reason: '核发' }), expected: () => refused(422, 'admission_refused'),
  },
  readRollList: { asks: ['matters', 'a'], relations: RELATIONS, ask: ({ unit }) => get(`/api/roll-lists/advance?keeper=${encodeURIComponent(unit.school)}&year=2025`), expected: listed },
  readCustody: {
    asks: ['students', 'r'], ask: () => get(`/api/roll-custody?on=${DAY}`),
    expected: (where) => done(200, {
      keeps: false,
      contents: ({ text }) => difference([String((JSON.parse(text) as { students: number }).students)], [String(new Set(rows(where).filter(begun).map(idOf)).size)]),
    }),
  },
} as const satisfies Record<string, RouteCase>;
