import { createRoute, z } from '@hono/zod-openapi';
import { PLACE_CHANGES } from '../../core/admission/places.ts';
import { TOPICS } from '../../core/office/topics.ts';
import { SCORE_TOPICS, type ScoreTopic } from '../../core/supervision/scorecard.ts';
import { SEVERITIES } from '../../core/approvals/matters/finding.ts';
import { MATTERS } from '../../core/approvals/matters.ts';
import { ROLE_NAMES } from '../../core/access/roles.ts';
import { sheetNames } from '../../core/exchange/sheets.ts';
import { GROUNDS } from '../../core/students/change-draft.ts';
import { EVIDENCE_NAMES } from '../../core/students/evidence-words.ts';
import { CHANGE_NAMES, type ChangeName, type Evidence } from '../../core/students/roll-changes.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { outcome } from './verdict.ts';

/** Matters that are decided: what stands, who did what, and what is next. */

const kindName = z.enum(MATTERS.map(({ id }) => id) as [string, ...string[]]);
const role = z.enum(ROLE_NAMES as [(typeof ROLE_NAMES)[number], ...(typeof ROLE_NAMES)[number][]]);
const sheet = z.enum(sheetNames as [(typeof sheetNames)[number], ...(typeof sheetNames)[number][]]);
const id = z.string().min(1).max(64);
const reason = z.string().trim().max(2000);
const count = z.number().int().min(0).max(10_000);

export const votes = z.object({ members: count, present: count, for: count, against: count, abstained: count }).strict().readonly().openapi('Votes');
const document = z.object({ name: z.string().min(1).max(200), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).strict().readonly().openapi('MatterDocument');
const documents = z.array(document).max(20);

const papers = z.array(z.object({ paper: z.enum(EVIDENCE_NAMES as [Evidence, ...Evidence[]]), attachment_id: z.string().regex(/^[1-9]\d{0,14}$/) }).strict().readonly()).max(20).readonly();
/** A change of the roll; `row` is the record of the roll that was looked at. */
export const changeDraft = z.object({
  name: z.enum(CHANGE_NAMES as [ChangeName, ...ChangeName[]]), on: day, reason, ground: z.enum(GROUNDS), papers, row: z.string().regex(/^[1-9]\d{0,14}$/),
  programme_id: z.string().max(500).optional(), class_id: z.string().trim().max(100).optional(),
}).strict().readonly();
const shownDraft = z.object({
  name: z.enum(CHANGE_NAMES as [ChangeName, ...ChangeName[]]), on: dayText, reason: z.string(), ground: z.enum(GROUNDS), papers, row: z.string(),
  programme_id: z.string().optional(), class_id: z.string().optional(),
}).readonly().openapi('RollChangeDraft');
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What an act proposes beside its reason; which of these it takes is told by its kind. */
const details = z.object({
  value: z.string().max(200).optional(), from: day.optional(), on: day.optional(), due: day.optional(), sheets: z.array(sheet).max(60).optional(),
  missing: z.array(id).max(500).optional(), none: z.array(sheet).max(60).optional(), year: z.number().int().min(2000).max(2100).optional(), department: id.optional(),
  revision: z.number().int().min(1).max(1000).optional(), school: id.optional(), college: id.optional(), firm: id.optional(), number: z.string().trim().min(1).max(100).optional(), attendees: z.string().trim().min(1).max(1000).optional(),
  place: z.enum(PLACE_CHANGES).optional(), admissions: z.array(id).min(1).max(500).optional(),
  change: changeDraft.optional(), undoes: id.optional(), list: digest.optional(), heads: z.array(z.string().min(1).max(500)).min(1).max(500).optional(),
  classes: z.array(z.string().min(1).max(100)).max(500).optional(),
  clause: id.optional(), severity: z.enum(SEVERITIES).optional(), evidence: z.string().trim().min(1).max(500).optional(),
  topic: z.enum(TOPICS).optional(), title: z.string().trim().min(1).max(100).optional(), text: z.string().trim().min(1).max(2000).optional(),
  scores: z.strictObject(Object.fromEntries(SCORE_TOPICS.map((topic) => [topic, z.number().int().min(0).max(100)])) as Record<ScoreTopic, z.ZodInt>).readonly().optional(), actions: z.string().trim().min(1).max(2000).optional(),
}).strict();
const shownDetails = z.object({
  value: z.string().optional(), from: dayText.optional(), on: dayText.optional(), due: dayText.optional(), sheets: listOf(sheet).optional(),
  missing: listOf(z.string()).optional(), none: listOf(sheet).optional(), year: z.number().int().optional(), department: z.string().optional(),
  revision: z.number().int().optional(), school: z.string().optional(), college: z.string().optional(), firm: z.string().optional(), number: z.string().optional(), attendees: z.string().optional(),
  place: z.enum(PLACE_CHANGES).optional(), admissions: listOf(z.string()).optional(),
  change: shownDraft.optional(), undoes: z.string().optional(), list: z.string().optional(), heads: listOf(z.string()).optional(),
  classes: listOf(z.string()).optional(),
  clause: z.string().optional(), severity: z.enum(SEVERITIES).optional(), evidence: z.string().optional(),
  topic: z.enum(TOPICS).optional(), title: z.string().optional(), text: z.string().optional(),
  scores: z.record(z.enum(SCORE_TOPICS), z.number().int()).readonly().optional(), actions: z.string().optional(),
}).readonly().openapi('MatterDetails');

const guardAnswer = z.object({ id: z.string(), met: z.boolean(), detail: bilingual.nullable() }).readonly().openapi('GuardAnswer');

const keptVerdict = z
  .object({
    about: z.string(), on: dayText, standard: z.string(), clause: z.string(), outcome,
    /** Of a changed parameter: the outcome before. */
    before: outcome.nullable(),
    value: z.string().nullable(), required: z.string().nullable(), missing: listOf(z.string()),
  })
  .readonly()
  .openapi('KeptVerdict');

const effect = z
  .object({
    kind: z.enum(['record', 'snapshot', 'plate', 'parameter', 'returns', 'document', 'revocation', 'student_list', 'places', 'roll', 'graduation', 'follow_ups', 'support', 'bills', 'payments', 'closing']),
    /** Sheet and record, number of the snapshot, `granted` or `withdrawn`, key of the parameter, schools, how many students' rolls or graduations, number and id of a document. */
    of: z.string(),
    id: z.string(),
  })
  .readonly()
  .openapi('MatterEffect');

const entry = z
  .object({
    entry_no: z.number().int(), act: z.string(), from: z.string().nullable(), to: z.string(), on: dayText, person: z.string(),
    in_stead_of: z.string().nullable(), role, reason: z.string().nullable(), votes: votes.nullable(), details: shownDetails.nullable(),
    guards: listOf(guardAnswer), verdicts: listOf(keptVerdict), documents: listOf(document), effects: listOf(effect), recorded_at: momentText,
  })
  .readonly()
  .openapi('MatterEntry');

const headShape = {
  matter_id: z.string(), kind: kindName, subject: z.string(),
  /** Name of the school, campus or college; null where the subject has none. */
  name: z.string().nullable(),
  /** Of what comes before the office. */
  title: z.string().nullable(),
  part_of: z.string().nullable(), state: z.string(), open: z.boolean(), version: z.number().int(), opened_on: dayText,
  /** The day of the last step. */
  moved_on: dayText,
  /** The acts that whoever asks may take now, as far as roles and what they did before decide it. */
  mine: listOf(z.string()),
} as const;

export const matterHead = z.object(headShape).readonly().openapi('MatterHead');

const prospect = z
  .object({
    act: z.string(), to: z.string(), clause: z.string(),
    /** Why whoever asks may not take it; null when they may. */
    why: z.enum(['not_your_role', 'same_person', 'guard']).nullable(),
    /** The acts of the same person that stand in the way. */
    acts: listOf(z.string()),
    guards: listOf(guardAnswer),
  })
  .readonly()
  .openapi('Prospect');

const schoolReturn = z
  .object({ ...headShape, submitted_on: dayText.nullable(), late: z.boolean(), days_late: z.number().int() })
  .readonly()
  .openapi('SchoolReturn');

const matter = z
  .object({
    ...headShape, details: shownDetails, entries: listOf(entry), next: listOf(prospect),
    /** Of a round: how far each school is; of a return: the round. */
    returns: listOf(schoolReturn).nullable(),
    round: z.object({ matter_id: z.string(), name: z.string(), state: z.string(), details: shownDetails }).readonly().nullable(),
  })
  .readonly()
  .openapi('Matter');

const path = z.object({ matter_id: z.string().max(20) });
export const matterWhole = json('The matter', matter);

export const listMatters = createRoute({
  method: 'get', path: '/api/matters', tags: ['matters'], summary: 'Matters in reach, latest first',
  request: { query: z.object({ kind: kindName.optional(), subject: id.optional(), open: z.enum(['yes', 'no']).optional(), mine: z.literal('yes').optional() }) },
  responses: readingAnswers({ 200: json('Matters', z.object({ matters: listOf(matterHead) }).readonly()) }),
});

export const readMatter = createRoute({
  method: 'get', path: '/api/matters/{matter_id}', tags: ['matters'], summary: 'A matter: where it stands, who did what on what, and which steps are next',
  request: { params: path },
  responses: readingAnswers({ 200: matterWhole }),
});

export const openMatter = createRoute({
  method: 'post', path: '/api/matters', tags: ['matters'], summary: 'Open a matter in one’s own name',
  request: { body: jsonBody(z.object({ kind: kindName, subject: id, reason: reason.optional(), details: details.optional(), documents: documents.optional() }).strict()) },
  responses: changingAnswers({ 201: matterWhole }),
});

export const stepMatter = createRoute({
  method: 'post', path: '/api/matters/{matter_id}/steps', tags: ['matters'], summary: 'Take a step of a matter, if it still stands as it was seen',
  request: {
    params: path,
    body: jsonBody(z.object({
      act: z.string().min(1).max(40), version: z.number().int().min(1), reason: reason.optional(), votes: votes.optional(), details: details.optional(), documents: documents.optional(),
    }).strict()),
  },
  responses: changingAnswers({ 200: matterWhole }),
});

export const readImpact = createRoute({
  method: 'get', path: '/api/parameter-impact', tags: ['matters'], summary: 'Which verdicts another value of a parameter would change, before it is approved',
  request: { query: z.object({ key: z.string().min(1).max(64), value: z.string().min(1).max(200), from: day }) },
  responses: readingAnswers({ 200: json('Impact', z.object({
    on: dayText, campuses: z.number().int(),
    changes: listOf(z.object({ campus_id: z.string(), campus: z.string(), standard: z.string(), before: outcome, after: outcome, value: z.string().nullable(), required_before: z.string().nullable(), required_after: z.string().nullable() }).readonly()),
  }).readonly().openapi('ParameterImpact')) }),
});

const delegation = z
  .object({
    delegation_id: z.string(), from_name: z.string(), to_name: z.string(), to_account: z.string(), given: z.boolean(), role, first_day: dayText, last_day: dayText,
    reason: z.string(), state: z.enum(['coming', 'now', 'over', 'ended']), recorded_at: momentText,
  })
  .readonly()
  .openapi('Delegation');
const delegations = json('Leave given and had', z.object({
  delegations: listOf(delegation),
  /** Who may stand in: people of one's own institutions. */
  colleagues: listOf(z.object({ account: z.string(), name: z.string(), roles: listOf(role) }).readonly()),
  /** The roles that one holds and may give leave for. */
  roles: listOf(role),
}).readonly().openapi('Delegations'));

export const listDelegations = createRoute({
  method: 'get', path: '/api/delegations', tags: ['matters'], summary: 'Leave to act in one another’s stead that one gave or was given',
  responses: readingAnswers({ 200: delegations }),
});

export const giveDelegation = createRoute({
  method: 'post', path: '/api/delegations', tags: ['matters'], summary: 'Let a colleague act in one’s stead in matters, from a day to a day',
  request: { body: jsonBody(z.object({ to_account: z.string().min(1).max(64), role, first_day: day, last_day: day, reason: z.string().trim().min(1).max(200) }).strict()) },
  responses: changingAnswers({ 201: delegations }),
});

export const endDelegation = createRoute({
  method: 'post', path: '/api/delegations/{delegation_id}/end', tags: ['matters'], summary: 'Take leave back, or give it back',
  request: { params: z.object({ delegation_id: z.string().max(20) }) },
  responses: changingAnswers({ 200: delegations }),
});

