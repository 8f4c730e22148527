import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { dayQuery, dayText } from './day.ts';
import { partnerAgreement } from './partners.ts';
import { json, readingAnswers } from './problem-document.ts';
import { teamHead } from './teams.ts';
import { shownVerdict } from './verdict.ts';

/** The directory of everybody and every place that has a part in the pilot: pages over the registers, no register of its own. */

const KINDS = ['college', 'school', 'office', 'education_bureau', 'government', 'finance_bureau', 'enterprise', 'park', 'department', 'industrial_park'] as const;

const entry = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: listOf(z.string()),
    /** `industrial_park` is a place of the register of parks; the others are organisations. */
    kind: z.enum(KINDS),
    division_code: z.string(),
    county: bilingual.nullable(),
    credit_code: z.string().nullable(),
  })
  .readonly()
  .openapi('DirectoryEntry');

const programme = z
  .object({
    programme_id: z.string(), name: z.string(), college_id: z.string(), college: z.string(), school_id: z.string(), school: z.string(), campus_id: z.string().nullable(),
    /** M1-a; null where the agreements of the programme are not the asker's to know. */
    verdict: shownVerdict.nullable(),
  })
  .readonly()
  .openapi('ProgrammeOfDirectory');

const campus = z.object({ campus_id: z.string(), name: z.string(), status: z.string() }).readonly();

const organisationPage = z
  .object({
    on: dayText,
    entry,
    programmes: listOf(programme),
    agreements: listOf(partnerAgreement),
    campuses: listOf(campus),
    teams: listOf(teamHead),
    /** S2-h, of a firm whose agreements the asker may know. */
    taking_part: shownVerdict.nullable(),
  })
  .readonly()
  .openapi('OrganisationPage');

const programmePage = z
  .object({ on: dayText, programme, agreements: listOf(partnerAgreement), parks: listOf(z.object({ park_id: z.string(), name: z.string(), from: dayText, to: dayText.nullable() }).readonly()) })
  .readonly()
  .openapi('ProgrammePage');

const directory = z.object({ total: z.number().int(), page: z.number().int(), per_page: z.number().int(), entries: listOf(entry) }).readonly().openapi('Directory');

const id = z.string().min(1).max(500);

export const listOrganisations = createRoute({
  method: 'get', path: '/api/organisations', tags: ['partners'], summary: 'The directory: by name, alias, id or credit code, kind and county',
  request: {
    query: z.object({
      search: z.string().max(100).optional(), kind: z.enum(KINDS).optional(), county: z.string().max(20).optional(),
      page: z.coerce.number().int().min(1).default(1), per_page: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: readingAnswers({ 200: json('Entries', directory) }),
});

export const readOrganisation = createRoute({
  method: 'get', path: '/api/organisations/{org_id}', tags: ['partners'], summary: 'One organisation: its programmes, agreements, campuses and teams on a day',
  request: { params: z.object({ org_id: id }), query: dayQuery },
  responses: readingAnswers({ 200: json('Organisation', organisationPage) }),
});

export const readPark = createRoute({
  method: 'get', path: '/api/parks/{park_id}', tags: ['partners'], summary: 'One industrial park: the programmes that serve it and the campuses there',
  request: { params: z.object({ park_id: id }), query: dayQuery },
  responses: readingAnswers({ 200: json('Park', organisationPage) }),
});

export const readProgramme = createRoute({
  method: 'get', path: '/api/programmes/{programme_id}', tags: ['partners'], summary: 'One programme: whether college, school and a firm carry it on a day (M1-a)',
  request: { params: z.object({ programme_id: id }), query: dayQuery },
  responses: readingAnswers({ 200: json('Programme', programmePage) }),
});
