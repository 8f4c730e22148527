import { createRoute, z } from '@hono/zod-openapi';
import { ADMISSION_STATES, type AdmissionState } from '../../core/admission/states.ts';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers, wordedProblem } from './problem-document.ts';

/** Admitted students, until they are on the roll. */

const state = z.enum(Object.keys(ADMISSION_STATES) as [AdmissionState, ...AdmissionState[]]);
const year = z.coerce.number().int().min(2000).max(2100);
const id = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(2000);

const files = {
  required: true,
  content: { 'multipart/form-data': { schema: z.object({ files: z.instanceof(File).openapi({ type: 'string', format: 'binary' }) }) } },
} as const;

const admissionCounts = z.object({ added: z.number().int(), corrected: z.number().int(), unchanged: z.number().int(), duplicates: z.number().int() }).readonly().openapi('AdmissionCounts');

const programmeYear = z
  .object({
    programme_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), school_code: z.string(), major_code: z.string(), first_day: dayText.nullable(), has_scheme: z.boolean(),
    /** What the year's plan approves, and whether it is filed; null where nothing is approved. */
    quota: z.object({ approved: z.number().int(), filed: z.boolean(), matter_id: z.string() }).readonly().nullable(),
    admitted: z.number().int(), kept: z.number().int(), registered: z.number().int(), lost: z.number().int(), undecided: z.number().int(),
    numbered: listOf(z.string()),
  })
  .readonly()
  .openapi('ProgrammeAdmission');

const admission = z
  .object({
    admission_id: z.string(), year: z.number().int(), exam_number: z.string(), name: z.string(), sex: z.enum(['1', '2']), birth_date: dayText,
    /** Masked. */
    id_number: z.string().nullable(),
    school_id: z.string(), programme_id: z.string(), score: z.string().nullable(), admitted_on: dayText, guardian_name: z.string().nullable(), guardian_phone: z.string().nullable(),
    state, undecided: z.boolean(), restored: z.boolean(), student_id: z.string().nullable(),
  })
  .readonly()
  .openapi('Admission');

const side = z
  .object({
    kind: z.enum(['admission', 'student']), id: z.string(), name: z.string(), sex: z.string(), birth_date: dayText, id_number: z.string().nullable(), school_id: z.string(),
    programme_id: z.string(), school: z.string(), programme: z.string(), exam_number: z.string().nullable(), state: z.string(), since: dayText,
  })
  .readonly()
  .openapi('Lookalike');

const duplicate = z
  .object({
    duplicate_id: z.string(), by_id: z.boolean(), open: z.boolean(), sides: listOf(side),
    decision: z.object({ verdict: z.enum(['same', 'different']), stands: z.enum(['admission', 'other']).nullable(), reason: z.string(), at: momentText, by: z.string() }).readonly().nullable(),
  })
  .readonly()
  .openapi('LookalikePair');

export const downloadAdmissionTemplate = createRoute({
  method: 'get', path: '/api/admissions/template.xlsx', tags: ['admission'], summary: 'The blank list of admitted students',
  responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const previewAdmissions = createRoute({
  method: 'post', path: '/api/admissions/preview', tags: ['admission'], summary: 'Read a list of admitted students and show what it would bring; nothing is stored',
  request: { body: files },
  responses: changingAnswers({
    200: json('Preview', z.object({
      upload_id: z.string(), file: z.string(), importable: z.boolean(), problems: listOf(wordedProblem),
      problem_count: z.object({ errors: z.number().int(), warnings: z.number().int() }).readonly(), counts: admissionCounts.nullable(),
      pairs: listOf(duplicate),
    }).readonly().openapi('AdmissionPreview')),
  }),
});

export const commitAdmissions = createRoute({
  method: 'post', path: '/api/admissions/commit', tags: ['admission'], summary: 'Take a previewed list in, all or nothing',
  request: { body: jsonBody(z.object({ upload_id: z.string().max(64) }).strict()) },
  responses: changingAnswers({ 201: json('Taken in', admissionCounts) }),
});

export const readAdmissionYear = createRoute({
  method: 'get', path: '/api/admissions/years/{year}', tags: ['admission'], summary: 'Quota, admitted, registered and lost of each programme in reach',
  request: { params: z.object({ year }) },
  responses: readingAnswers({
    200: json('The year', z.object({ year: z.number().int(), on: dayText, no_show_days: z.number().int().nullable(), programmes: listOf(programmeYear) }).readonly().openapi('AdmissionYear')),
  }),
});

export const listAdmissions = createRoute({
  method: 'get', path: '/api/admissions', tags: ['admission'], summary: 'Admitted students in reach, by programme and name',
  request: {
    query: z.object({
      year, school: id.optional(), programme: id.optional(), state: state.optional(), text: z.string().max(100).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1), per_page: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: readingAnswers({ 200: json('Admissions', z.object({ total: z.number().int(), admissions: listOf(admission) }).readonly().openapi('Admissions')) }),
});

export const listDuplicates = createRoute({
  method: 'get', path: '/api/admission-duplicates', tags: ['admission'], summary: 'Records that may be of one person, those to be decided first',
  request: { query: z.object({ year }) },
  responses: readingAnswers({ 200: json('Pairs', z.object({ pairs: listOf(duplicate) }).readonly().openapi('LookalikePairs')) }),
});

export const decideDuplicate = createRoute({
  method: 'post', path: '/api/admission-duplicates/{duplicate_id}/decide', tags: ['admission'], summary: 'Say whether two records are of one person, and which stands',
  request: {
    params: z.object({ duplicate_id: id }),
    body: jsonBody(z.object({ verdict: z.enum(['same', 'different']), stands: z.enum(['admission', 'other']).optional(), reason }).strict()),
  },
  responses: changingAnswers({ 200: json('The pair', duplicate) }),
});

export const registerNewcomers = createRoute({
  method: 'post', path: '/api/admissions/register', tags: ['admission'], summary: 'Register a class or a whole school of newcomers, all or nothing',
  request: {
    body: jsonBody(z.object({ school_id: id, on: day, newcomers: z.array(z.object({ admission_id: id, class_id: id }).strict()).min(1).max(5000) }).strict()),
  },
  responses: changingAnswers({
    201: json('Registered', z.object({ registered: listOf(z.object({ admission_id: z.string(), class_id: z.string(), student_id: z.string() }).readonly()) }).readonly().openapi('RegisteredNewcomers')),
  }),
});

const newStudent = z
  .object({ student_id: z.string(), name: z.string(), class_id: z.string(), programme: z.string(), college_id: z.string(), list_no: z.string().nullable() })
  .readonly()
  .openapi('NewStudentOnList');

export const readStudentLists = createRoute({
  method: 'get', path: '/api/student-lists', tags: ['admission'], summary: 'New students of a school and year: who is on a filed list, and who cannot move up',
  request: { query: z.object({ year, school: id }) },
  responses: readingAnswers({
    200: json('Lists', z.object({
      year: z.number().int(), school_id: z.string(), on: dayText, last_day: dayText.nullable(), students: listOf(newStudent),
      /** With each of these the school has a list of its own. */
      colleges: listOf(z.object({ college_id: z.string(), name: z.string() }).readonly()),
      matters: listOf(z.object({ matter_id: z.string(), kind: z.string(), college_id: z.string(), state: z.string(), open: z.boolean() }).readonly()),
    }).readonly().openapi('StudentLists')),
  }),
});

export const downloadStudentList = createRoute({
  method: 'get', path: '/api/student-lists/{matter_id}/list.xlsx', tags: ['admission'], summary: '新生录取名册 as it was frozen, as a workbook',
  request: { params: z.object({ matter_id: id }) },
  responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

const season = z.enum(['autumn', 'spring']);
const eRegistration = z
  .object({
    student_id: z.string(), name: z.string(), school_id: z.string(), class_id: z.string().nullable(), stage: z.enum(['secondary', 'higher']), grade: z.number().int(),
    state: z.enum(['registered', 'returned']).nullable(), on_day: dayText.nullable(), reason: z.string().nullable(),
  })
  .readonly()
  .openapi('ERegistration');

export const readERegistrations = createRoute({
  method: 'get', path: '/api/e-registrations', tags: ['admission'], summary: 'How far electronic registration of a season is, and who is missing',
  request: { query: z.object({ year, season, school: id.optional() }) },
  responses: readingAnswers({
    200: json('The season', z.object({
      year: z.number().int(), season, on: dayText, last_day: dayText.nullable(),
      counts: listOf(z.object({ school_id: z.string(), school: z.string(), stage: z.enum(['secondary', 'higher']), students: z.number().int(), registered: z.number().int(), returned: z.number().int() }).readonly()),
      unregistered: listOf(eRegistration),
    }).readonly().openapi('ERegistrations')),
  }),
});

export const markERegistrations = createRoute({
  method: 'post', path: '/api/e-registrations', tags: ['admission'], summary: 'Mark students as registered electronically, or as returned with a reason',
  request: {
    body: jsonBody(z.object({
      year: z.number().int().min(2000).max(2100), season, students: z.array(id).min(1).max(10_000), state: z.enum(['registered', 'returned']), on: day, reason: reason.optional(),
    }).strict()),
  },
  responses: changingAnswers({ 200: json('Marked', z.object({ marked: z.number().int() }).readonly().openapi('MarkedERegistrations')) }),
});

export const readERegistrationList = createRoute({
  method: 'post', path: '/api/e-registrations/list', tags: ['admission'], summary: 'Read a list of who is registered electronically; nothing is stored',
  request: { body: files },
  responses: changingAnswers({
    200: json('The list', z.object({
      problems: listOf(wordedProblem), students: listOf(z.object({ student_id: z.string(), name: z.string(), registered_on: dayText }).readonly()),
    }).readonly().openapi('ERegistrationList')),
  }),
});

