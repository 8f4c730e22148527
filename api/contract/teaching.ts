import { createRoute, z } from '@hono/zod-openapi';
import { CONDUCT_ACTS, OFFERING_ACTS } from '../../core/teaching/states.ts';
import type { CourseKind } from '../../core/schemes/scheme.ts';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Teaching affairs: terms, courses of classes, grades, conduct. */

const id = z.string().min(1).max(64);
const term = z.string().regex(/^20\d\d-[12]$/);
const academic_year = z.coerce.number().int().min(2000).max(2100);
const count = z.number().int();
const reason = z.string().trim().max(2000);
const kind = z.enum(['core', 'professional', 'practical', 'ideology', 'public'] satisfies CourseKind[]);
const state = z.enum(['open', 'submitted', 'released']);

const termView = z
  .object({ college_id: z.string(), college: z.string(), term: z.string(), first_day: dayText, last_day: dayText, weeks: count, closed: z.boolean() })
  .readonly()
  .openapi('TeachingTerm');

const offering = z
  .object({
    offering_id: z.string(), class_id: z.string(), term: z.string(), programme: z.string(), cohort: count, course_code: z.string(), course: z.string(), kind, credits: z.string(),
    planned_hours: count, taught_hours: count.nullable(), staff_no: z.string().nullable(), teacher: z.string().nullable(), state, version: count,
    /** The scheme that it is from. */
    scheme: z.string(),
  })
  .readonly()
  .openapi('Offering');

const classView = z
  .object({
    class_id: z.string(), programme_id: z.string(), programme: z.string(), cohort: count, school: z.string(), students: count, offerings: count, released: count,
    /** The approved scheme of programme and cohort; null: nothing can be opened (M9-b). */
    scheme: z.string().nullable(),
    ideology: z.object({ planned_hours: count, taught_hours: count.nullable(), unreported: count, offerings: listOf(z.string()) }).readonly(),
    /** Whether whoever asks may open its courses, or enters its conduct, or decides on it. */
    may_open: z.boolean(), heads: z.boolean(), decides: z.boolean(),
  })
  .readonly()
  .openapi('TaughtClass');

const grade = z.object({ grade_id: z.string(), score: z.string().nullable(), passed: z.boolean(), reason: z.string().nullable(), recorded_at: momentText, by: z.string() }).readonly();

const offeringWhole = z
  .object({
    offering,
    /** Null for whoever may know of the course and not of who is in it. */
    roster: listOf(z.object({
      student_id: z.string(), name: z.string(),
      /** What was typed last; null: nothing. */
      typed: z.object({ score: z.string().nullable() }).readonly().nullable(),
      grade: grade.nullable(), earlier: listOf(grade),
    }).readonly()).nullable(),
    full_marks: z.string(), pass_line: z.string(),
    entries: listOf(z.object({ entry_no: count, act: z.string(), person: z.string().nullable(), staff_no: z.string().nullable(), taught_hours: count.nullable(), reason: z.string().nullable(), recorded_at: momentText }).readonly()),
    may: listOf(z.enum([...OFFERING_ACTS, 'save', 'correct'])),
    /** Whom it can be given to, for whoever assigns. */
    staff: listOf(z.object({ staff_no: z.string(), name: z.string() }).readonly()),
  })
  .readonly()
  .openapi('OfferingWhole');

const conduct = z
  .object({
    class_id: z.string(), academic_year: count, sheet_no: count, state: z.enum(['open', 'submitted', 'decided']), version: count, reason: z.string().nullable(),
    students: listOf(z.object({ student_id: z.string(), name: z.string(), ok: z.boolean().nullable() }).readonly()),
    may: listOf(z.enum(CONDUCT_ACTS)),
  })
  .readonly()
  .openapi('ConductSheet');

const studies = z
  .object({
    student_id: z.string(), name: z.string(), required: z.string().nullable(), earned: z.string(), brought: z.string(), conduct_ok: z.boolean().nullable(),
    courses: listOf(z.object({
      term: z.string(), course_code: z.string(), course: z.string(), kind, credits: z.string(), grade: z.object({ score: z.string().nullable(), passed: z.boolean() }).readonly().nullable(),
    }).readonly()),
  })
  .readonly()
  .openapi('OwnStudies');

const path = z.object({ offering_id: z.string().max(20) });
const one = (description: string) => ({ 200: json(description, offeringWhole) });

export const listTeaching = createRoute({
  method: 'get', path: '/api/teaching', tags: ['teaching'], summary: 'A term: its days, the classes in reach and their courses',
  request: { query: z.object({ term: term.optional() }) },
  responses: readingAnswers({ 200: json('The term', z.object({
    term: z.string(), on: dayText, terms: listOf(termView), classes: listOf(classView), offerings: listOf(offering),
    /** Colleges whose terms whoever asks sets and closes. */
    keeps: listOf(z.object({ college_id: z.string(), name: z.string(), year_begins: dayText.nullable() }).readonly()),
  }).readonly()) }),
});

export const setTeachingTerm = createRoute({
  method: 'post', path: '/api/teaching-terms', tags: ['teaching'], summary: 'Set the days of a term',
  request: { body: jsonBody(z.object({ college_id: id, term, first_day: day, last_day: day }).strict()) },
  responses: changingAnswers({ 200: json('Set', z.object({ term: z.string() }).readonly()) }),
});

export const closeTeachingTerm = createRoute({
  method: 'post', path: '/api/teaching-terms/close', tags: ['teaching'], summary: 'Close a term: hours taught at campuses go into the register of teaching',
  request: { body: jsonBody(z.object({ college_id: id, term }).strict()) },
  responses: changingAnswers({ 200: json('Closed', z.object({ term: z.string(), rows: count }).readonly()) }),
});

export const openOfferings = createRoute({
  method: 'post', path: '/api/offerings', tags: ['teaching'], summary: 'Open what the scheme has for a class in a term, in one act',
  request: { body: jsonBody(z.object({ class_id: z.string().min(1).max(100), term }).strict()) },
  responses: changingAnswers({ 201: json('Opened', z.object({ opened: count }).readonly()) }),
});

export const readOffering = createRoute({
  method: 'get', path: '/api/offerings/{offering_id}', tags: ['teaching'], summary: 'A course of a class: teacher, hours, grades, and what was done',
  request: { params: path },
  responses: readingAnswers(one('The course')),
});

export const stepOffering = createRoute({
  method: 'post', path: '/api/offerings/{offering_id}/steps', tags: ['teaching'], summary: 'Assign a teacher, say the hours taught, hand grades in or back, or release them',
  request: { params: path, body: jsonBody(z.object({ act: z.enum(OFFERING_ACTS), version: count.min(1), staff_no: id.optional(), taught_hours: z.number().optional(), reason: reason.optional() }).strict()) },
  responses: changingAnswers(one('The course')),
});

const score = z.string().max(10).nullable();

export const saveGrades = createRoute({
  method: 'post', path: '/api/offerings/{offering_id}/grades', tags: ['teaching'], summary: 'Save the table of grades as it is typed so far',
  request: { params: path, body: jsonBody(z.object({ version: count.min(1), grades: z.array(z.object({ student_id: id, score }).strict()).max(500) }).strict()) },
  responses: changingAnswers(one('The course')),
});

export const correctGrade = createRoute({
  method: 'post', path: '/api/offerings/{offering_id}/corrections', tags: ['teaching'], summary: 'Answer a released grade with another one, with the reason',
  request: { params: path, body: jsonBody(z.object({ version: count.min(1), grade_id: z.string().max(20), score, reason }).strict()) },
  responses: changingAnswers(one('The course')),
});

export const readConduct = createRoute({
  method: 'get', path: '/api/conduct', tags: ['teaching'], summary: 'The conduct of a class in an academic year',
  request: { query: z.object({ class_id: z.string().min(1).max(100), academic_year }) },
  responses: readingAnswers({ 200: json('The sheet', conduct) }),
});

export const stepConduct = createRoute({
  method: 'post', path: '/api/conduct', tags: ['teaching'], summary: 'Enter the conduct of a class, hand it in or back, or decide on it',
  request: { body: jsonBody(z.object({
    class_id: z.string().min(1).max(100), academic_year, act: z.enum(CONDUCT_ACTS), version: count.min(0), marks: z.array(z.object({ student_id: id, ok: z.boolean() }).strict()).max(500).optional(), reason: reason.optional(),
  }).strict()) },
  responses: changingAnswers({ 200: json('The sheet', conduct) }),
});

export const readOwnStudies = createRoute({
  method: 'get', path: '/api/five-years/studies', tags: ['teaching'], summary: 'Courses, grades and credits of oneself or of one’s children',
  responses: readingAnswers({ 200: json('Studies', z.object({ students: listOf(studies) }).readonly()) }),
});
