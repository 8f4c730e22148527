import { createRoute, z } from '@hono/zod-openapi';
import { GROUNDS } from '../../core/students/change-draft.ts';
import { EVIDENCE_NAMES } from '../../core/students/evidence-words.ts';
import { CHANGE_NAMES, type ChangeName, type Evidence } from '../../core/students/roll-changes.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayQuery, dayText, momentText } from './day.ts';
import { changeDraft } from './matters.ts';
import { changingAnswers, json, jsonBody, readingAnswers, refusals } from './problem-document.ts';
import { outcome } from './verdict.ts';

/** The roll: as a list, of one student, as lists that are reviewed, and the proof that nobody is lost. */

const stage = z.enum(['secondary', 'higher']);
const status = z.enum(['enrolled', 'repeating', 'internship', 'suspended', 'place_kept', 'withdrawn', 'transferred_out', 'graduated', 'completed', 'incomplete']);
const keeper = z.enum(['school', 'college']);
const changeName = z.enum(CHANGE_NAMES as [ChangeName, ...ChangeName[]]);
const evidence = z.enum(EVIDENCE_NAMES as [Evidence, ...Evidence[]]);
const id = z.string().min(1).max(500);

const entry = z
  .object({
    student_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), programme_id: z.string(), programme: z.string(), campus_id: z.string().nullable(), cohort: z.number().int(),
    stage, grade: z.number().int(), status, class_id: z.string().nullable(), from: dayText,
    /** M2-b: of the secondary stage and at a campus. */
    misplaced: z.boolean(),
  })
  .readonly()
  .openapi('RollEntry');

const whole = (text: z.ZodString) => text.regex(/^\d{1,4}$/).transform(Number);

export const listRoll = createRoute({
  method: 'get', path: '/api/roll', tags: ['students'], summary: 'The roll on a day, page by page in the order of names (R3-a)',
  request: {
    query: dayQuery.pick({ on: true }).extend({
      school_id: id.optional(), campus_id: id.optional(), programme_id: id.optional(), class_id: id.optional(), cohort: whole(z.string()).optional(), stage: stage.optional(),
      grade: whole(z.string()).optional(), status: status.optional(), misplaced: z.literal('yes').optional(),
      name: z.string().trim().min(1).max(50).optional(), begins: z.literal('yes').optional(),
      /** Name and id of the last student of the page before. */
      after_name: z.string().max(200).optional(), after_id: z.string().max(500).optional(),
    }),
  },
  responses: readingAnswers({ 200: json('A page', z.object({
    on: dayText, entries: listOf(entry), total: z.number().int(),
    /** Counting stopped; there are more than the total. */
    more_than_counted: z.boolean(), next: z.object({ name: z.string(), student_id: z.string() }).readonly().nullable(),
  }).readonly()) }),
});

const place = z.object({ stage, grade: z.number().int(), status, programme_id: z.string(), campus_id: z.string().nullable(), class_id: z.string().nullable() }).readonly().openapi('RollPlace');

const row = z
  .object({
    record_id: z.string(), ...place.unwrap().shape, from: dayText, to: dayText.nullable(), keeper, keeper_name: z.string(),
    /** The change by which it began; null: it was only reported. */
    change_id: z.string().nullable(), recorded_at: momentText, recorded_by: z.string(), file_name: z.string().nullable(),
  })
  .readonly()
  .openapi('RollRow');

const change = z
  .object({
    change_id: z.string(), change: z.string(), label: bilingual, code: z.string().nullable(), clause: z.string(), on: dayText, from_place: place, to_place: place, reason: z.string(), ground: z.enum(GROUNDS),
    evidence: listOf(z.object({ paper: evidence, name: z.string(), hash: z.string() }).readonly()), keeper, keeper_name: z.string(),
    undoes: z.string().nullable(), undone_by: z.string().nullable(), matter_id: z.string().nullable(), entered_by: z.string(), entered_at: momentText, approved_by: z.string().nullable(), recorded_at: momentText,
  })
  .readonly()
  .openapi('RollChange');

const nextChange = z
  .object({
    name: changeName, label: bilingual, clause: z.string(), evidence: listOf(evidence), takes: z.enum(['programme_id', 'class_id']).nullable(), approval: z.boolean(),
    /** Why not today; null when it may be asked for. */
    why: bilingual.nullable(),
  })
  .readonly()
  .openapi('NextRollChange');

const line = z.object({ name: z.enum(['list', 'roll', 'score', 'conduct']), clause: z.string(), outcome, missing: listOf(z.string()) }).readonly().openapi('StepUpLine');

const fault = z.object({ kind: z.enum(['gap', 'overlap']), from: dayText, to: dayText, keepers: listOf(keeper) }).readonly().openapi('CustodyFault');

const student = z
  .object({
    on: dayText, student_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), college_id: z.string().nullable(), college: z.string().nullable(), programme: z.string(),
    cohort: z.number().int(), stage, grade: z.number().int(), status, since: dayText, entered_on: dayText, higher_since: dayText.nullable(), misplaced: z.boolean(),
    /** The number that is kept for life; of one by citizen id the id is masked. Null: none was given here. */
    roll_number: z.object({ form: z.enum(['G', 'J', 'L']), text: z.string() }).readonly().nullable(), may_replace_number: z.boolean(),
    /** The record of the row that stands; a change names it. */
    row: z.string(),
    rows: listOf(row), changes: listOf(change), faults: listOf(fault),
    /** What the asker may do now, as registrar of a keeper. */
    next: listOf(nextChange),
    undo: z.object({ change_id: z.string(), approval: z.boolean() }).readonly().nullable(),
    open_matter: z.object({ matter_id: z.string(), kind: z.string() }).readonly().nullable(),
    step_up: z.object({ outcome, lines: listOf(line) }).readonly().nullable(),
    /** Other programmes of the school, for a change of major. */
    programmes: listOf(z.object({ programme_id: z.string(), name: z.string() }).readonly()),
  })
  .readonly()
  .openapi('StudentRoll');

const path = z.object({ student_id: z.string().max(500) });
const wholeRoll = json('The student’s roll', student);

export const readRoll = createRoute({
  method: 'get', path: '/api/roll/{student_id}', tags: ['students'], summary: 'Both rolls of a student: rows, changes, what may be done now',
  request: { params: path, query: dayQuery.pick({ on: true }) },
  responses: readingAnswers({ 200: wholeRoll }),
});

export const enterRollChange = createRoute({
  method: 'post', path: '/api/roll/{student_id}/changes', tags: ['students'], summary: 'Enter a change that nobody has to approve; by the registrar of the keeper (R3-b, R3-c)',
  request: { params: path, body: jsonBody(changeDraft) },
  responses: changingAnswers({ 201: wholeRoll }),
});

export const replaceRollNumber = createRoute({
  method: 'post', path: '/api/roll/{student_id}/number', tags: ['students'], summary: 'Give the lasting roll number in place of a temporary one; by the registrar of the keeper (R3-a)',
  request: { params: path, body: jsonBody(z.object({ form: z.enum(['G', 'J']), serial: z.string().max(30).optional(), reason: z.string().trim().max(2000) }).strict()) },
  responses: changingAnswers({ 200: wholeRoll }),
});

export const undoRollChange = createRoute({
  method: 'post', path: '/api/roll/{student_id}/changes/{change_id}/undo', tags: ['students'], summary: 'Undo the last change, by another record; what was approved is undone by a matter',
  request: { params: path.extend({ change_id: z.string().max(20) }), body: jsonBody(z.object({ reason: z.string().trim().min(1).max(2000) }).strict()) },
  responses: changingAnswers({ 200: wholeRoll }),
});

const listed = z
  .object({
    student_id: z.string(), name: z.string(), class_id: z.string().nullable(), programme: z.string(), stage, grade: z.number().int(), status,
    goes: z.boolean(), to_grade: z.number().int().nullable(), why: z.string().nullable(), clause: z.string(), lines: listOf(line),
  })
  .readonly()
  .openapi('ListedStudent');

export const readRollList = createRoute({
  method: 'get', path: '/api/roll-lists/{kind}', tags: ['students'], summary: 'Who advances on 1 September of a year, steps up on a day, or leaves without stepping up, and who does not and why; for those who propose and approve it',
  request: { params: z.object({ kind: z.enum(['advance', 'step_up', 'leave']) }), query: z.object({ keeper: id, year: whole(z.string()).optional(), on: day.optional() }) },
  responses: readingAnswers({ 200: json('The list', z.object({
    kind: z.enum(['advance', 'step_up', 'leave']), keeper_id: z.string(), keeper: z.string(), on: dayText, digest: z.string(), entries: listOf(listed), goes: z.number().int(), stays: z.number().int(),
    /** The advance of that year is done. */
    done: z.boolean(), day_to_come: z.boolean(),
    open_matter: z.string().nullable(), may_propose: z.boolean(),
  }).readonly().openapi('RollList')), 422: refusals[422] }),
});

export const readCustody = createRoute({
  method: 'get', path: '/api/roll-custody', tags: ['students'], summary: 'No gap, no overlap: that everybody in reach has one keeper on every day until a day, and every day that nobody or two have (R3-a)',
  request: { query: dayQuery.pick({ on: true }) },
  responses: readingAnswers({ 200: json('The proof', z.object({
    on: dayText, students: z.number().int(), kept: z.object({ school: z.number().int(), college: z.number().int() }).readonly(), left: z.number().int(), faulty: z.number().int(),
    /** Days of all students together for which somebody answered. */
    days: z.string(), more_faults: z.boolean(),
    faults: listOf(z.object({ ...fault.unwrap().shape, student_id: z.string(), name: z.string(), school_id: z.string(), school: z.string() }).readonly()),
  }).readonly().openapi('Custody')) }),
});
