import { canariesIn } from './canary.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { thingId } from './units.ts';
import { ADMISSION_YEAR, type WorldAdmission } from './world-admission.ts';

const NOTHING = '999999999';
const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const YEAR = `year=${ADMISSION_YEAR}`;

const of = ({ world, unit }: Where): WorldAdmission | undefined => world.admissions.find((one) => one.unit === unit.name);

const rowOf = ({ unit }: Where) => ({
  exam_number: '1', year: ADMISSION_YEAR, name: '新生', sex: '1', birth_date: '2010-03-04', school_id: unit.school, programme_id: thingId('programme', unit.name, 'standing'), admitted_on: '2025-08-10',
});

/** A list of one row. */
function listOf(where: Where): FormData {
  const row = rowOf(where);
  const form = new FormData();
  form.append('files', new File([`${Object.keys(row).join(',')}\r\n${Object.values(row).join(',')}\r\n`], 'list.csv', { type: 'text/csv' }));
  return form;
}

/** Names told are those of admissions that may be read. */
const namesSeen = (where: Where): Expected => done(200, {
  keeps: false,
  contents: ({ text }) => difference([...canariesIn(text)].filter((one) => one.includes('.admissions.')),
    where.world.admissions.filter(({ labels }) => mayWith(where.cell.asking, 'students', 'r', labels)).map(({ name }) => name)),
});

/** What is wrong with the row, but for the end of the school's pilot: questions asked before may have entered one. */
const codesOf = (text: string): string => ((JSON.parse(text) as { problems: { code: string; severity: string }[] }).problems)
  .filter(({ severity, code }) => severity === 'error' && code !== 'pilot_stopped').map(({ code }) => code).join();
/** Of one's own programme nobody is admitted without a plan; of another's nobody at all. */
function codeFor(where: Where): string {
  const found = of(where);
  if (found === undefined) return 'unknown_reference';
  return mayWith(where.cell.asking, 'students', 'w', found.labels) ? 'no_plan' : 'not_yours';
}

async function uploaded(where: Where): Promise<string> {
  const { text } = await where.client.ask(where.cell.asking, { method: 'POST', path: '/api/admissions/preview', form: listOf(where) });
  return String((JSON.parse(text) as { upload_id?: string }).upload_id ?? 'refused');
}

const said = (code: (where: Where) => string) => (where: Where): Expected =>
  done(200, { keeps: false, contents: ({ text }) => (codesOf(text) === code(where) ? null : `${codesOf(text)} instead of ${code(where)}`) });

export const admissionCases = {
  downloadAdmissionTemplate: { asks: 'session', ask: () => get('/api/admissions/template.xlsx'), expected: () => done(200, { keeps: false }) },
  previewAdmissions: {
    asks: ['students', 'w'], relations: RELATIONS, slow: true, says: rowOf, ask: (where) => ({ method: 'POST', path: '/api/admissions/preview', form: listOf(where) }), expected: said(codeFor),
  },
  commitAdmissions: {
    asks: ['students', 'w'], relations: RELATIONS, slow: true, says: rowOf, ask: async (where) => post('/api/admissions/commit', { upload_id: await uploaded(where) }),
    expected: () => refused(422, 'data_errors'),
  },
  readAdmissionYear: {
    asks: ['students', 'r'], ask: () => get(`/api/admissions/years/${ADMISSION_YEAR}`),
    expected: (where) => done(200, {
      keeps: false,
      contents: ({ text }) => difference(
        (JSON.parse(text) as { programmes: { programme_id: string; admitted: number }[] }).programmes.filter(({ admitted }) => admitted > 0).map(({ programme_id }) => programme_id),
        where.world.admissions.filter(({ labels }) => mayWith(where.cell.asking, 'students', 'r', labels)).map(({ unit }) => thingId('programme', unit, 'standing'))),
    }),
  },
  listAdmissions: { asks: ['students', 'r'], ask: () => get(`/api/admissions?${YEAR}&per_page=1000`), expected: namesSeen },
  listDuplicates: { asks: ['students', 'r'], ask: () => get(`/api/admission-duplicates?${YEAR}`), expected: namesSeen },
  decideDuplicate: {
    asks: ['students', 'w'], relations: RELATIONS, ask: (where) => post(`/api/admission-duplicates/${of(where)?.duplicate_id ?? NOTHING}/decide`, { verdict: 'different', reason: '核对' }),
    expected: (where) => {
      const found = of(where);
      if (found === undefined || !mayWith(where.cell.asking, 'students', 'r', found.labels)) return refused(404, 'unknown_duplicate', { asAbsent: true });
      return mayWith(where.cell.asking, 'students', 'w', found.labels) ? done(200, { keeps: true }) : refused(403, 'not_allowed');
    },
  },
  registerNewcomers: {
    asks: ['students', 'w'], relations: RELATIONS,
    ask: (where) => post('/api/admissions/register', { school_id: where.unit.school, on: '2025-09-01', newcomers: [{ admission_id: of(where)?.admission_id ?? NOTHING, class_id: '2025010101' }] }),
    expected: () => refused(422, 'admission_refused'),
  },
  readStudentLists: {
    asks: ['students', 'r'], relations: RELATIONS, ask: ({ unit }) => get(`/api/student-lists?${YEAR}&school=${unit.school}`), expected: () => done(200, { keeps: false }),
  },
  downloadStudentList: { asks: ['documents', 'r'], ask: () => get(`/api/student-lists/${NOTHING}/list.xlsx`), expected: () => refused(404, 'unknown_student_list') },
  readERegistrations: {
    asks: ['students', 'r'], ask: () => get(`/api/e-registrations?${YEAR}&season=autumn`),
    expected: (where) => done(200, {
      keeps: false,
      contents: ({ text }) => {
        const strange = where.world.records.filter(({ sheet, labels }) => sheet === 'students' && !mayWith(where.cell.asking, 'students', 'r', labels)).flatMap(({ canaries }) => [...canaries]);
        const own = new Set(where.world.records.filter(({ sheet, labels }) => sheet === 'students' && mayWith(where.cell.asking, 'students', 'r', labels)).flatMap(({ canaries }) => [...canaries]));
        const leaked = [...canariesIn(text)].filter((one) => strange.includes(one) && !own.has(one));
        return leaked.length === 0 ? null : `not to be seen: ${leaked.join(', ')}`;
      },
    }),
  },
  markERegistrations: {
    asks: ['students', 'w'], relations: RELATIONS,
    ask: ({ unit }) => post('/api/e-registrations', { year: ADMISSION_YEAR, season: 'autumn', students: [thingId('student', unit.name, 'standing')], state: 'registered', on: '2025-10-30' }),
    expected: (where) => {
      const { asking } = where.cell;
      // The students of the world are of the higher stage: the college's roll office keeps their roll, and nobody else.
      const keeps = of(where) !== undefined && asking.places.some(({ role, levels }) => role === 'college_roll' && levels['O']?.includes(`org:${where.unit.college}`));
      return keeps ? done(200, { keeps: true }) : refused(422, 'admission_refused');
    },
  },
  readERegistrationList: {
    asks: ['students', 'w'],
    ask: () => {
      const form = new FormData();
      form.append('files', new File(['student_id,name,registered_on\r\nT1,某人,2025-10-30\r\n'], 'list.csv', { type: 'text/csv' }));
      return { method: 'POST', path: '/api/e-registrations/list', form };
    },
    expected: () => done(200, { keeps: false }),
  },
} as const satisfies Record<string, RouteCase>;
