import { canariesIn } from './canary.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { thingId, UNITS } from './units.ts';
import { DAY, type WorldRecord } from './world.ts';
import type { WorldDiploma } from './world-diplomas.ts';

const NOTHING = '999999999';
const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });

const certificates = ({ world, cell: { asking } }: Where): WorldRecord[] => world.records.filter((one) => one.sheet === 'certificates' && one.stands && mayWith(asking, 'learning', 'r', one.labels));
const certificateOf = ({ world, unit }: Where): WorldRecord | undefined => world.records.find((one) => one.sheet === 'certificates' && one.unit === unit.name && one.variant === 'standing' && one.stands);
const diplomaOf = ({ world, unit }: Where): WorldDiploma | undefined => world.diplomas.find((one) => one.unit === unit.name);
const diplomaId = (where: Where): string => diplomaOf(where)?.diploma_id ?? NOTHING;
const has = ({ cell: { asking } }: Where, role: string, org: string): boolean => asking.places.some((place) => place.role === role && (place.levels['O'] ?? []).includes(`org:${org}`));

/** Entered for whoever may read and write of the student; to anybody else there is none. */
function entered(where: Where): Expected {
  const student = where.world.records.find((one) => one.sheet === 'students' && one.unit === where.unit.name && one.variant === 'standing' && one.stands);
  const { asking } = where.cell;
  return student !== undefined && mayWith(asking, 'students', 'r', student.labels) && mayWith(asking, 'learning', 'w', student.labels) ? done(201) : refused(422, 'certificates_refused');
}

/** It is verified already, and only withdrawn. */
function decided(where: Where): Expected {
  const found = certificateOf(where);
  return found !== undefined && mayWith(where.cell.asking, 'learning', 'r', found.labels) ? refused(409, 'certificate_decided') : refused(404, 'unknown_certificate', { asAbsent: true });
}

const absent = refused(404, 'unknown_diploma', { asAbsent: true });
/** Before the day of its issue nobody has taken it. */
function handed(where: Where): Expected {
  const found = diplomaOf(where);
  const mine = found !== undefined && mayWith(where.cell.asking, 'learning', 'r', found.labels) && mayWith(where.cell.asking, 'learning', 'w', found.labels);
  return mine ? refused(422, 'out_of_order') : absent;
}

/** Of the college's own series are none. */
const numbersSeen = (where: Where): Expected => done(200, { keeps: false, contents: ({ text }) => difference(
  (JSON.parse(text) as { diplomas: { number: string }[] }).diplomas.map(({ number }) => number), where.world.diplomas.filter(({ labels }) => mayWith(where.cell.asking, 'learning', 'r', labels)).map(({ number }) => number)) });

const decides = ({ cell: { asking }, unit }: Where): boolean =>
  asking.places.some(({ role, levels }) => ['college_roll', 'college_leadership'].includes(role) && (levels['O'] ?? []).includes(`org:${unit.college}`));
/** Whom a college decides on, by name. */
const decidedOn = (where: Where): string[] => (decides(where) ? where.world.records.filter(({ sheet, unit }) => sheet === 'students' && unit !== null && unit !== 'zz' && UNITS[unit].college === where.unit.college) : [])
  .flatMap(({ canaries }) => [...canaries]);

function listed(where: Where): Expected {
  return where.cell.relation !== 'absent' && decides(where) ? done(200, { keeps: false }) : refused(404, 'unknown_entry', { asAbsent: true });
}

/** A school of whose students somebody may read roll and learning. */
function sheeted({ world, unit, cell: { asking } }: Where): Expected {
  const some = world.records.some((one) => one.sheet === 'students' && one.stands && one.values['school_id'] === unit.school && one.variant === 'standing'
    && mayWith(asking, 'students', 'r', one.labels) && mayWith(asking, 'learning', 'r', one.labels));
  return some ? done(200, { keeps: false }) : refused(404, 'no_students');
}

export const graduationCases = {
  listCertificates: {
    asks: ['learning', 'r'], ask: () => get('/api/certificates?per_page=200'),
    expected: (where) => done(200, {
      keeps: false,
      contents: ({ text }) => difference((JSON.parse(text) as { certificates: { record_id: string }[] }).certificates.map(({ record_id }) => record_id), certificates(where).map(({ record_id }) => record_id)),
    }),
  },
  readCertificateStanding: {
    asks: ['students', 'r'], ask: () => get(`/api/certificates/standing?on=${DAY}`),
    expected: (where) => done(200, {
      keeps: false,
      contents: ({ text }) => {
        const mine = new Set(where.world.records.filter((one) => one.sheet === 'students' && mayWith(where.cell.asking, 'students', 'r', one.labels)).flatMap(({ canaries }) => [...canaries]));
        const strangers = [...canariesIn(text)].filter((one) => one.includes('.students.') && !mine.has(one));
        return strangers.length === 0 ? null : `not to be seen: ${strangers.slice(0, 3).join(', ')}`;
      },
    }),
  },
  enterCertificates: {
    asks: ['learning', 'w'], relations: RELATIONS,
    ask: (where) => post('/api/certificates', { certificates: [{ student_id: thingId('student', where.unit.name, 'standing'), kind: 'x', name: '证书', level: 'advanced', number: `MATRIX-${where.unit.at}`, issued_on: '2025-01-01', valid_until: null }] }),
    expected: entered,
  },
  decideCertificate: {
    asks: ['learning', 'w'], relations: RELATIONS, ask: (where) => post(`/api/certificates/${certificateOf(where)?.record_id ?? NOTHING}/decision`, { act: 'verify', on: DAY, source: '查询' }), expected: decided,
  },
  downloadCertificateWorkbook: { asks: ['learning', 'e'], relations: RELATIONS, slow: true, ask: ({ unit }) => get(`/api/certificates/workbook?school_id=${unit.school}&on=${DAY}`), expected: sheeted },
  downloadCertificatePaper: { asks: ['learning', 'e'], relations: RELATIONS, slow: true, ask: ({ unit }) => get(`/api/certificates/paper?school_id=${unit.school}&on=${DAY}`), expected: sheeted },
  readGraduationList: { asks: ['matters', 'a'], relations: RELATIONS, ask: ({ unit }) => get(`/api/graduation/list?college_id=${encodeURIComponent(unit.college)}&on=${DAY}`), says: decidedOn, expected: listed },
  readDecidedGraduations: { asks: ['learning', 'r'], ask: () => get('/api/graduation/decided'), expected: () => done(200, { keeps: false, contents: ({ text }) => ((JSON.parse(text) as { total: number }).total === 0 ? null : 'nothing was decided') }) },
  listDiplomas: { asks: ['learning', 'r'], ask: () => get('/api/diplomas?per_page=200'), expected: numbersSeen },
  enterInstitutionCode: {
    asks: ['learning', 'w'], relations: RELATIONS, ask: ({ unit }) => post('/api/diplomas/codes', { org_id: unit.college, code: `1328${unit.college.endsWith('a') ? 1 : 2}` }),
    expected: (where) => (where.cell.relation !== 'absent' && has(where, 'college_roll', where.unit.college) ? done(201) : refused(404, 'unknown_college')),
  },
  handOverDiploma: { asks: ['learning', 'w'], relations: RELATIONS, ask: (where) => post(`/api/diplomas/${diplomaId(where)}/hand-over`, { on: '2020-01-01', taken_by: '本人' }), expected: handed },
  reissueDiploma: { asks: ['learning', 'w'], relations: RELATIONS, ask: (where) => post(`/api/diplomas/${diplomaId(where)}/reissue`, { on: DAY, reason: '遗失' }), expected: () => absent },
  listSecondaryDue: { asks: ['learning', 'w'], ask: () => get('/api/diplomas/secondary'), expected: () => done(200, { keeps: false }) },
  issueSecondary: { asks: ['learning', 'w'], ask: () => post('/api/diplomas/secondary', { changes: [NOTHING], on: DAY }), expected: () => refused(404, 'unknown_student') },
  readWayOut: {
    asks: ['learning', 'r'], ask: () => get('/api/five-years/graduation'),
    expected: ({ cell: { asking } }) => {
      const own = asking.places.filter(({ role }) => role === 'student' || role === 'guardian').flatMap(({ role, levels }) => levels[role === 'student' ? 'S' : 'W'] ?? []);
      return done(200, { keeps: false, contents: ({ text }) => {
        const strangers = (JSON.parse(text) as { students: { student_id: string }[] }).students.filter(({ student_id }) => !own.includes(`student:${student_id}`));
        return strangers.length === 0 ? null : `not theirs: ${strangers.length}`;
      } });
    },
  },
} as const satisfies Record<string, RouteCase>;
