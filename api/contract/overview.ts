import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { dayQuery, dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';
import { outcome, schoolVerdicts, shortVerdict, summary, target } from './verdict.ts';

export const campusForm = z.enum(['carved_out', 'new_build']);
export const campusStatus = z.enum(['preparing', 'recognised', 'suspended', 'closed']);

export const campusHead = z
  .object({
    campus_id: z.string(),
    name: z.string(),
    school_id: z.string(),
    school: z.string(),
    college_id: z.string(),
    college: z.string(),
    division_code: z.string(),
    county: bilingual.nullable(),
    park_id: z.string().nullable(),
    park: z.string().nullable(),
    form: campusForm,
    status: campusStatus,
    students: z.number().int().nullable(),
  })
  .readonly()
  .openapi('CampusHead');

export const campusRow = z
  .object({ ...campusHead.unwrap().shape, summary, verdicts: listOf(shortVerdict) })
  .readonly()
  .openapi('CampusRow');

/** Reached by a recognised campus standing there, and by a formal service. */
const place = { located: z.boolean(), served: z.boolean(), campuses: listOf(z.string()) };

const change = z
  .object({
    /** `campus`, `school` or `target`. */
    of: z.enum(['campus', 'school', 'target']),
    id: z.string(),
    name: z.string(),
    standard: z.string(),
    before: outcome.nullable(),
    after: outcome.nullable(),
    value_before: z.string().nullable(),
    value_after: z.string().nullable(),
  })
  .readonly()
  .openapi('Change');

const overview = z
  .object({
    on: dayText,
    pack: z.string(),
    sample: z.boolean(),
    summary,
    /** Columns of the matrix: standards in their order, composites last. */
    standards: listOf(z.object({ id: z.string(), clause: z.string(), label: bilingual, composite: z.boolean() }).readonly()),
    campuses: listOf(campusRow),
    /** How many campuses there are, whether or not the asker may read them. */
    campuses_in_region: z.number().int(),
    schools: listOf(schoolVerdicts),
    targets: listOf(target),
    /** Schools of the pilot and their intake, year by year; `falling` when a year has fewer than the year before it. */
    years: listOf(z.object({
      year: z.number().int(), schools: z.number().int(), intake: z.number().int().nullable(),
      schools_fell: z.boolean(), intake_fell: z.boolean(), planned: z.boolean(),
    }).readonly()),
    counties: listOf(z.object({ code: z.string(), name: bilingual, ...place }).readonly()),
    parks: listOf(z.object({ park_id: z.string(), name: z.string(), division_code: z.string(), main: z.boolean(), ...place }).readonly()),
    /** What changed since the last snapshot before the day; null when there is none. */
    since: z.object({ snapshot_id: z.string(), on: dayText, changes: listOf(change) }).readonly().nullable(),
  })
  .readonly()
  .openapi('Overview');

export const readOverview = createRoute({
  method: 'get', path: '/api/overview', tags: ['verdicts'], summary: 'How the region stands on a day',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: json('The overview', overview) }),
});
