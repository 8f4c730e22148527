import { EVERYBODY, type Asking } from './actors.ts';
import { difference, done, mayWith, refused, type Expected, type Relation, type RouteCase, type Where } from './matrix-case.ts';
import { openTo, type Act } from './policy-oracle.ts';
import { personNumber } from './sign-in.ts';
import { orgId, thingId } from './units.ts';
import { person } from './world.ts';

const ABSENT = '999999999';

/** Students and guardians are kept by the school of their side; staff by nobody but the region. */
const labelsOfPerson = ({ places, side }: Asking): string[] => (places.some(({ role }) => role === 'student' || role === 'guardian') ? [`org:${orgId('school', side)}`] : []);

/** A student of one's own side, staff of the region, a student of the other side, nobody. */
function targetOf({ cell: { asking: { side, account }, relation } }: Where): Asking | null {
  const other = side === 'a' ? 'b' : 'a';
  const names: Readonly<Record<Relation, string | null>> = { own: `guardian.${side}`, sibling: `student.${side}`, mixed: 'department.a', unrelated: `guardian.${other}`, absent: null, any: account };
  const name = names[relation];
  return name === null ? null : person(name);
}

const numberOf = (where: Where): string => {
  const target = targetOf(where);
  return target === null ? ABSENT : String(personNumber(EVERYBODY, target.account));
};

const RELATED = ['own', 'sibling', 'mixed', 'unrelated', 'absent'] as const;

function reached(where: Where, act: Act): boolean {
  const target = targetOf(where);
  return target !== null && mayWith(where.cell.asking, 'accounts', act, labelsOfPerson(target));
}

const ofPerson = (where: Where, act: Act, problem: string, keeps: boolean): Expected =>
  (reached(where, act) && reached(where, 'r') ? done(200, { keeps }) : refused(404, problem, { asAbsent: true }));

function peopleSeen({ cell: { asking } }: Where): Expected {
  const wanted = EVERYBODY.filter((one) => one.standing !== null && mayWith(asking, 'accounts', 'r', labelsOfPerson(one)));
  return done(200, {
    keeps: false,
    contents: ({ text }) => difference((JSON.parse(text) as { people: { account: string }[] }).people.map(({ account }) => account), wanted.map(({ account }) => account)),
  });
}

/** The student of a unit who stands; the first of each side signs in already. */
const studentId = ({ unit }: Where): string => thingId('student', unit.name, 'standing');
const ofSchool = ({ cell: { asking }, unit }: Where): boolean => mayWith(asking, 'accounts', 'w', [`org:${unit.school}`]);
const hasAccount = ({ unit }: Where): boolean => unit.name === 'a1' || unit.name === 'b1';

function addedStudent(where: Where): Expected {
  if (where.cell.relation === 'absent' || !ofSchool(where)) return refused(404, 'unknown_student', { asAbsent: true });
  return hasAccount(where) ? refused(409, 'has_account') : done(201, { keeps: true });
}

/** A guardian of one's own side, who has the first student of it already, and one more student. */
function addedWard(where: Where): Expected {
  if (where.cell.relation === 'absent' || !ofSchool(where)) return refused(404, 'unknown_student', { asAbsent: true });
  return where.cell.relation === 'own' ? refused(409, 'already_guardian') : done(201, { keeps: true });
}

const guardianOf = (side: string): string => String(personNumber(EVERYBODY, `guardian.${side}`));
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const accountOf = (where: Where): string => targetOf(where)?.account ?? 'nobody.z';
const appointing = { role: 'department', org_id: orgId('department', 'b'), from: '2026-01-01' };
/** Staff alone is appointed. */
const appointed = (where: Where): Expected => {
  const { relation } = where.cell;
  if (relation === 'absent') return refused(404, 'unknown_person');
  return relation === 'mixed' ? done(201, { keeps: true }) : refused(409, 'not_staff');
};

const places = (): Expected => done(200, { keeps: false });

/**
 * Whoever keeps all accounts is told whose they are: students by number and name, appointments by the places and the number of the staff that
 * they name. Nothing else of any record.
 */
const OF_ACCOUNTS = /\.(student\.id|person\.id|students\.name|campuses\.name|campus\.id|class\.id|organisations\.\w+)\./;
const ofAccounts = ({ world, cell: { asking } }: Where): string[] =>
  (openTo(asking, 'accounts', 'r') === 'all' ? world.records.flatMap(({ canaries }) => [...canaries]).filter((one) => OF_ACCOUNTS.test(one)) : []);

const cases = {
  listPeople: { asks: ['accounts', 'r'], ask: () => ({ method: 'GET', path: '/api/people' }), expected: peopleSeen },
  readPerson: {
    asks: ['accounts', 'r'], relations: RELATED, ask: (where) => ({ method: 'GET', path: `/api/people/${numberOf(where)}` }),
    expected: (where) => ofPerson(where, 'r', 'unknown_person', false),
  },
  addPerson: { asks: ['accounts', 'w'], relations: RELATED, ask: (where) => post('/api/people', { kind: 'student', student_id: studentId(where) }), expected: addedStudent },
  closePerson: {
    asks: ['accounts', 'w'], relations: RELATED, ask: (where) => post(`/api/people/${numberOf(where)}/close`, {}), expected: (where) => ofPerson(where, 'w', 'unknown_person', true),
  },
  addPeopleOfSchool: {
    asks: ['accounts', 'w'], relations: ['own', 'unrelated', 'absent'], ask: ({ unit }) => post('/api/people/bulk', { school_id: unit.school, of: 'students', limit: 1 }),
    expected: (where) => (where.cell.relation !== 'absent' && ofSchool(where) ? done(200, { keeps: true }) : refused(422, 'unknown_organisation', { asAbsent: true })),
  },
  issueCodes: {
    asks: ['accounts', 'w'], relations: RELATED, ask: (where) => post('/api/accounts/codes', { accounts: [accountOf(where)] }),
    expected: (where) => ofPerson(where, 'w', 'unknown_account', true),
  },
  resetFactor: {
    asks: ['accounts', 'a'], relations: RELATED, ask: (where) => post('/api/accounts/factor/reset', { account: accountOf(where) }),
    expected: (where) => ofPerson(where, 'a', 'unknown_account', true),
  },
  addGuardianship: {
    asks: ['accounts', 'w'], relations: RELATED,
    ask: (where) => post('/api/guardianships', { person_id: guardianOf(where.cell.asking.side), student_id: studentId(where), relation: '父亲' }), expected: addedWard,
  },
  endGuardianship: {
    asks: ['accounts', 'w'], relations: ['own', 'unrelated', 'absent'],
    ask: (where) => post(`/api/guardianships/${targetOf(where) === null ? ABSENT : `${numberOf(where)}0`}/end`, {}), expected: (where) => ofPerson(where, 'w', 'unknown_guardianship', true),
  },
  listPlaces: { asks: ['accounts', 'r'], ask: () => ({ method: 'GET', path: '/api/appointments/places' }), expected: places },
  addAppointment: { asks: ['accounts', 'a'], relations: RELATED, ask: (where) => post(`/api/people/${numberOf(where)}/appointments`, appointing), expected: appointed },
  endAppointment: {
    asks: ['accounts', 'a'], relations: ['mixed', 'absent'], ask: (where) => post(`/api/appointments/${targetOf(where) === null ? ABSENT : `${numberOf(where)}0`}/end`, {}),
    expected: ({ cell: { relation } }) => (relation === 'absent' ? refused(404, 'unknown_appointment') : done(200, { keeps: true })),
  },
} as const satisfies Record<string, RouteCase>;

export const peopleCases = Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, { ...one, says: ofAccounts }])) as unknown as Record<keyof typeof cases, RouteCase>;

