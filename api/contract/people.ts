import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { accountName, roleName } from './session.ts';

/** People and their accounts: made one by one or from the registers, activated by a slip, closed. */

const personName = z.string().trim().min(1).max(50);
const personPath = z.object({ person_id: z.string().max(20) });
/** What one request makes or renews at most. */
export const MOST_SLIPS = 500;

export const slip = z
  .object({
    name: z.string(),
    account: z.string(),
    purpose: z.enum(['activate', 'reset']),
    /** Shown this once, in groups of four; the server keeps a digest only. */
    code: z.string(),
    expires_at: momentText,
    /** The address to open: /activate#CODE under the public address. What follows # is sent to no server. */
    address: z.string(),
    /** The address as a QR code. */
    qr_svg: z.string(),
  })
  .readonly()
  .openapi('Slip');

export const appointment = z
  .object({
    appointment_id: z.string(),
    person_id: z.string(),
    role: roleName,
    role_name: bilingual,
    org_id: z.string().nullable(),
    organisation: z.string().nullable(),
    campuses: listOf(z.string()),
    classes: listOf(z.string()), staff_no: z.string().nullable().optional(),
    from: dayText,
    /** The last day; null while it is open. */
    to: dayText.nullable(),
    /** `now`: in force today. */
    state: z.enum(['coming', 'now', 'over', 'ended']),
    recorded_at: momentText,
    recorded_by: z.string(),
    ended_at: momentText.nullable(),
    ended_by: z.string().nullable(),
  })
  .readonly()
  .openapi('Appointment');

export const guardianship = z
  .object({
    guardianship_id: z.string(),
    person_id: z.string(),
    student_id: z.string(),
    relation: z.string(),
    from: dayText,
    ended_at: momentText.nullable(),
  })
  .readonly()
  .openapi('Guardianship');

const personKind = z.enum(['staff', 'student', 'guardian']);
const personState = z.enum(['active', 'waiting', 'none', 'closed']);

const person = z
  .object({
    person_id: z.string(),
    name: z.string(),
    kind: personKind,
    /** The student that the person is. */
    student_id: z.string().nullable(),
    /** Null: the person has no account. */
    account: z.string().nullable(),
    /** `waiting`: a slip is out; `none`: no slip holds; `closed`: the person has ended. */
    state: personState,
    /** Whether a second factor is set up. */
    factor: z.boolean(),
    closed_at: momentText.nullable(),
    appointments: listOf(appointment),
    wards: listOf(guardianship),
  })
  .readonly()
  .openapi('Person');

export const listPeople = createRoute({
  method: 'get', path: '/api/people', tags: ['people'], summary: 'People in reach, by name; 100 to a page',
  request: { query: z.object({
    kind: personKind.optional(),
    /** The beginning of a name, an account or a student id. */
    search: z.string().trim().max(50).optional(),
    /** Only people who hold this role now. */
    role: roleName.optional(),
    /** Only people whose account is not activated yet. */
    inactive: z.enum(['true']).optional(),
    /** Only people whose account this organisation keeps, or who hold a role there now. */
    org_id: z.string().trim().min(1).max(64).optional(),
    state: personState.optional(),
    /** `next` of the page before. */
    after: z.string().max(20).optional(),
  }) },
  responses: readingAnswers({ 200: json('People', z.object({
    people: listOf(person),
    /** All that fit, on every page. */
    total: z.number().int(),
    next: z.string().nullable(),
  }).readonly().openapi('People')) }),
});

export const readPerson = createRoute({
  method: 'get', path: '/api/people/{person_id}', tags: ['people'], summary: 'A person, with all appointments that were ever made',
  request: { params: personPath },
  responses: readingAnswers({ 200: json('The person', person) }),
});

export const addPerson = createRoute({
  method: 'post', path: '/api/people', tags: ['people'], summary: 'A person with an account, and the slip that activates it',
  request: { body: jsonBody(z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('staff'), name: personName, account: accountName }).strict(),
    z.object({ kind: z.literal('student'), student_id: z.string().trim().min(1).max(64) }).strict(),
    z.object({ kind: z.literal('guardian'), name: personName, student_id: z.string().trim().min(1).max(64), relation: z.string().trim().min(1).max(20) }).strict(),
  ])) },
  responses: changingAnswers({ 201: json('Made', z.object({ person, slip }).readonly().openapi('MadePerson')) }),
});

export const closePerson = createRoute({
  method: 'post', path: '/api/people/{person_id}/close', tags: ['people'], summary: 'The person signs in no more; sessions and tokens end at once',
  request: { params: personPath },
  responses: changingAnswers({ 200: json('Closed', person) }),
});

export const addPeopleOfSchool = createRoute({
  method: 'post', path: '/api/people/bulk', tags: ['people'],
  summary: 'Accounts for students or guardians of a school from its registers, 500 at most at a time; those that are there already are left as they are',
  request: { body: jsonBody(z.object({
    school_id: z.string().trim().min(1).max(64),
    of: z.enum(['students', 'guardians']),
    limit: z.number().int().min(1).max(MOST_SLIPS).default(MOST_SLIPS),
  }).strict()) },
  responses: changingAnswers({ 200: json('Made; ask again until none are left', z.object({
    made: z.number().int(),
    /** Still without an account. */
    left: z.number().int(),
    slips: listOf(slip),
  }).readonly().openapi('MadePeople')) }),
});

export const issueCodes = createRoute({
  method: 'post', path: '/api/accounts/codes', tags: ['people'],
  summary: 'New slips: to activate where nobody has, else to reset the password, which ends all sessions and tokens of the account',
  request: { body: jsonBody(z.object({ accounts: z.array(accountName).min(1).max(MOST_SLIPS) }).strict()) },
  responses: changingAnswers({ 200: json('Codes that were out before hold no more', z.object({ slips: listOf(slip) }).readonly()) }),
});

export const resetFactor = createRoute({
  method: 'post', path: '/api/accounts/factor/reset', tags: ['people'],
  summary: 'Take the second factor of an account away; it is set up anew at the next sign-in',
  request: { body: jsonBody(z.object({ account: accountName }).strict()) },
  responses: changingAnswers({ 200: json('Taken away; sessions and tokens ended', person) }),
});

export const addGuardianship = createRoute({
  method: 'post', path: '/api/guardianships', tags: ['people'], summary: 'A guardian of one more student',
  request: { body: jsonBody(z.object({
    person_id: z.string().max(20), student_id: z.string().trim().min(1).max(64), relation: z.string().trim().min(1).max(20),
  }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', guardianship) }),
});

export const endGuardianship = createRoute({
  method: 'post', path: '/api/guardianships/{guardianship_id}/end', tags: ['people'], summary: 'The guardian sees nothing of this student any more, at once',
  request: { params: z.object({ guardianship_id: z.string().max(20) }) },
  responses: changingAnswers({ 200: json('Ended', guardianship) }),
});
