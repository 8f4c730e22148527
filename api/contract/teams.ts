import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayQuery, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { shownVerdict } from './verdict.ts';

/** The promotion team of a college and a school, and the management team of a campus. */

const words = z.string().trim().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const teamKind = z.enum(['promotion', 'management']);
const teamFunction = z.enum(['head', 'member', 'leader', 'staff']);

const place = { kind: teamKind, college_id: z.string(), college: z.string(), school_id: z.string(), school: z.string(), campus_id: z.string().nullable(), campus: z.string().nullable() };

export const teamHead = z
  .object({
    team_id: z.string(), ...place, from: dayText, to: dayText.nullable(), document: z.string(), document_sha256: z.string().nullable(),
    /** M7-a; of a campus M7-b, then R6-a and R6-b. */
    verdicts: listOf(shownVerdict),
    /** How many serve on the day. */
    serving: z.number().int(),
  })
  .readonly()
  .openapi('TeamHead');

const act = z.object({ act: z.string(), label: bilingual, clause: z.string(), reason: z.boolean() }).readonly().openapi('TeamAct');

const entry = z
  .object({
    act: z.string(), label: bilingual, on: dayText, document: z.string().nullable(), term_to: dayText.nullable(), by: z.string().nullable(), role: z.string(), reason: z.string().nullable(),
    recorded_at: momentText, recorded_by: z.string(),
  })
  .readonly()
  .openapi('TeamEntry');

const member = z
  .object({
    member_id: z.string(), function: teamFunction, name: z.string(), staff_no: z.string().nullable(), employer_id: z.string(), employer: z.string(),
    /** Which of the two schools the person comes from; null: neither. */
    side: z.enum(['college', 'school']).nullable(),
    main_post: z.string(),
    /** R6-b, on the day asked about. */
    holds_post: z.boolean(),
    state: z.string(), state_label: bilingual, version: z.number().int(),
    served: z.object({ from: dayText, to: dayText.nullable() }).readonly().nullable(),
    serving: z.boolean(),
    entries: listOf(entry),
    /** What the asker may do now. */
    acts: listOf(act),
  })
  .readonly()
  .openapi('TeamMember');

const team = z
  .object({
    ...teamHead.unwrap().shape, on: dayText, end_reason: z.string().nullable(), recorded_at: momentText, recorded_by: z.string(), members: listOf(member),
    /** As what the asker may put somebody forward. */
    functions: listOf(teamFunction),
    may_end: z.boolean(),
  })
  .readonly()
  .openapi('Team');

const teams = z
  .object({
    on: dayText, teams: listOf(teamHead),
    /** Cooperations and campuses in reach without a team that stands, and whether the asker may set one up. */
    wanting: listOf(z.object({ ...place, may_set_up: z.boolean() }).readonly()),
  })
  .readonly()
  .openapi('Teams');

const teamPath = z.object({ team_id: z.string().max(64) });
const memberPath = teamPath.extend({ member_id: z.string().max(64), act: z.string().regex(/^[a-z_]{1,40}$/) });
const paper = { on: day, document: words.max(200).optional(), term_to: day.optional() };

export const listTeams = createRoute({
  method: 'get', path: '/api/teams', tags: ['teams'], summary: 'Teams in reach with their verdicts on a day, and where one is wanting',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: json('Teams', teams) }),
});

export const readTeam = createRoute({
  method: 'get', path: '/api/teams/{team_id}', tags: ['teams'], summary: 'One team: who, from which side, recommended and appointed by whom and when, and what is missing',
  request: { params: teamPath, query: dayQuery },
  responses: readingAnswers({ 200: json('The team', team) }),
});

export const setUpTeam = createRoute({
  method: 'post', path: '/api/teams', tags: ['teams'], summary: 'Set a team up by its document (M7-a, M7-b)',
  request: {
    body: jsonBody(z.object({
      kind: teamKind, college_id: words.max(500), school_id: words.max(500), campus_id: words.max(500).optional(), on: day, document: words.max(200), document_sha256: sha256.optional(),
    }).strict().refine(({ kind, campus_id }) => (kind === 'management') === (campus_id !== undefined), { path: ['campus_id'] })),
  },
  responses: changingAnswers({ 201: json('Set up', team) }),
});

export const endTeam = createRoute({
  method: 'post', path: '/api/teams/{team_id}/end', tags: ['teams'], summary: 'Dissolve a team after its last day',
  request: { params: teamPath, body: jsonBody(z.object({ on: day, reason: words.max(500) }).strict()) },
  responses: changingAnswers({ 200: json('Ended', team) }),
});

export const nameTeamMember = createRoute({
  method: 'post', path: '/api/teams/{team_id}/members', tags: ['teams'], summary: 'Put somebody forward: a leader to be recommended, staff to be approved by both, a seat in the promotion team',
  request: {
    params: teamPath,
    body: jsonBody(z.object({ function: teamFunction, name: words.max(100), staff_no: words.max(100).optional(), employer_id: words.max(500), main_post: z.string().trim().max(100), ...paper }).strict()),
  },
  responses: changingAnswers({ 201: json('Put forward', team) }),
});

export const stepTeamMember = createRoute({
  method: 'post', path: '/api/teams/{team_id}/members/{member_id}/{act}', tags: ['teams'], summary: 'Recommend, appoint, approve or end, on the version that was looked at (R6-b, R6-c, R6-d)',
  request: { params: memberPath, body: jsonBody(z.object({ ...paper, version: z.number().int().min(1), reason: words.max(500).optional() }).strict()) },
  responses: changingAnswers({ 200: json('Done', team) }),
});
