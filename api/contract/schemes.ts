import { createRoute, z } from '@hono/zod-openapi';
import { TEACHING_SIDES, type CourseKind } from '../../core/schemes/scheme.ts';
import { listOf } from './bilingual.ts';
import { dayText } from './day.ts';
import { matterHead, matterWhole, votes } from './matters.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Training schemes: what is taught in five years, who agreed to it, and what the teaching committee decided. */

const MOST_COURSES = 300;
const id = z.string().min(1).max(64);
const count = z.number().int();
const kind = z.enum(['core', 'professional', 'practical', 'ideology', 'public'] satisfies CourseKind[]);

const asked = z
  .object({
    required_credits: z.string().max(10),
    firms: z.array(id).max(20),
    courses: z.array(z.object({
      code: z.string().trim().min(1).max(30), name: z.string().trim().min(1).max(100), kind, term: count, credits: z.string().max(10), theory_hours: count.min(0), practice_hours: count.min(0),
      taught_by: z.enum(TEACHING_SIDES), certificate: z.string().trim().min(1).max(100).nullable(),
    }).strict()).max(MOST_COURSES),
  })
  .strict();

const course = z
  .object({
    code: z.string(), name: z.string(), kind, term: count, credits: z.string(), theory_hours: count, practice_hours: count, taught_by: z.enum(TEACHING_SIDES), certificate: z.string().nullable(),
  })
  .readonly()
  .openapi('SchemeCourse');

const content = z.object({ required_credits: z.string(), firms: listOf(z.string()), courses: listOf(course) }).readonly().openapi('SchemeContent');

const named = z.object({ org_id: z.string(), name: z.string() }).readonly();

const programme = z
  .object({ programme_id: z.string(), name: z.string(), secondary_code: z.string(), higher_code: z.string(), college: named, school: named, firms: listOf(named) })
  .readonly()
  .openapi('SchemeProgramme');

/** A version of a programme’s scheme, by the matter that it is decided in. */
const version = z
  .object({ matter_id: z.string(), year: count, revision: count, state: z.string(), decided_on: dayText.nullable() })
  .readonly()
  .openapi('SchemeVersion');

const scheme = z
  .object({
    head: matterHead, year: count, programme, revision: count, content: content.nullable(),
    /** Null firm: the school. */
    agreed: listOf(z.object({ revision: count, firm: z.string().nullable(), party: z.string(), person: z.string(), on: dayText }).readonly()),
    lacking: z.object({ school: z.boolean(), firms: listOf(named) }).readonly(),
    decided: z.object({ revision: count, number: z.string(), met_on: dayText, on: dayText, attendees: z.string(), votes: votes.nullable(), person: z.string() }).readonly().nullable(),
    /** Every firm of the region, for whoever draws up. */
    firms: listOf(named), versions: listOf(version),
  })
  .readonly()
  .openapi('Scheme');

const path = z.object({ matter_id: z.string().max(20) });

export const listSchemes = createRoute({
  method: 'get', path: '/api/schemes', tags: ['schemes'], summary: 'Training schemes in reach, latest first, and the programmes that one may draw one up for',
  responses: readingAnswers({ 200: json('Schemes', z.object({
    schemes: listOf(z.object({ head: matterHead, programme, year: count, revision: count, credits: z.string().nullable(), required_credits: z.string().nullable(), decided_on: dayText.nullable() }).readonly()),
    programmes: listOf(programme),
  }).readonly()) }),
});

export const readScheme = createRoute({
  method: 'get', path: '/api/schemes/{matter_id}', tags: ['schemes'], summary: 'A training scheme: its courses as they stand, its parties, its decision, and the other versions of its programme',
  request: { params: path },
  responses: readingAnswers({ 200: json('The scheme', scheme) }),
});

export const readSchemeRevision = createRoute({
  method: 'get', path: '/api/schemes/{matter_id}/revisions/{revision}', tags: ['schemes'], summary: 'What a scheme was in one of its revisions',
  request: { params: path.extend({ revision: z.coerce.number().int().min(1).max(1000) }) },
  responses: readingAnswers({ 200: json('The content', content) }),
});

export const reviseScheme = createRoute({
  method: 'post', path: '/api/schemes/{matter_id}/revisions', tags: ['schemes'], summary: 'Draw up a scheme as its next revision, which is agreed to anew',
  request: { params: path, body: jsonBody(z.object({ version: count.min(1), content: asked }).strict()) },
  responses: changingAnswers({ 200: matterWhole }),
});
