import { createRoute, z } from '@hono/zod-openapi';
import { NATIONAL_SYSTEMS } from '../../core/national/layout.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { XLSX } from './files.ts';
import { purpose } from './personal-data.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Files in the columns of national systems. */

const system = z.object({ system: z.enum(NATIONAL_SYSTEMS) });
const organisation_id = z.string().min(1).max(500);
const cohort = z.number().int().min(1900).max(9999);

const layout = z.object({
  system: z.enum(NATIONAL_SYSTEMS), name: bilingual, clauses: listOf(z.string()), source: bilingual, confirmed: z.boolean(), copied_on: dayText.nullable(), read_on: dayText,
  /** Organisations that the asker may report for. */
  organisations: listOf(z.object({ org_id: z.string(), name: z.string() }).readonly()),
}).readonly().openapi('NationalLayout');

export const listNationalSystems = createRoute({
  method: 'get', path: '/api/national-systems', tags: ['reports'], summary: 'National systems that are reported to by file, with the columns that are known, and for whom the asker may report',
  responses: readingAnswers({ 200: json('Systems', z.object({ systems: listOf(layout) }).readonly().openapi('NationalSystems')) }),
});

const standing = z.object({
  system: z.enum(NATIONAL_SYSTEMS), organisation_id: z.string(), on: dayText,
  /** Whether ids and phones stand in the file, and whether the asker may have them whole. */
  ids: z.enum(['none', 'masked', 'revealable']),
  tables: listOf(z.object({
    id: z.string(), name: z.string(), rows: z.number().int(),
    columns: listOf(z.object({ heading: z.string(), required: z.boolean(), field: z.string().nullable(), label: bilingual.nullable(), blank: z.enum(['not_recorded', 'operator_code']).nullable(), empty: z.number().int(), remark: bilingual.nullable() }).readonly()),
    lacking: z.number().int(),
    /** The first of them. */
    first_lacking: listOf(z.object({ id: z.string(), name: z.string(), columns: listOf(z.string()) }).readonly()),
  }).readonly()),
}).readonly().openapi('NationalStanding');

export const readNationalReport = createRoute({
  method: 'get', path: '/api/national-systems/{system}', tags: ['reports'], summary: 'How many rows a report would have, which columns stay empty and why, and who lacks something',
  request: { params: system, query: z.object({ organisation_id, on: day.optional(), cohort: z.coerce.number().int().min(1900).max(9999).optional() }) },
  responses: readingAnswers({ 200: json('What is there and what is lacking', standing) }),
});

const MOST_COLUMNS = 500;
const ownColumn = z.object({ table: z.string().max(100).default(''), heading: z.string().trim().min(1).max(200), field: z.string().max(64).default(''), required: z.boolean().default(false) }).strict();

export const downloadNationalReport = createRoute({
  method: 'post', path: '/api/national-systems/{system}/workbook', tags: ['reports'],
  summary: 'The report as a workbook; with a purpose, ids and phones are whole and it is written down once, with how many. `columns`: an office’s own, in place of those that are known',
  request: { params: system, body: jsonBody(z.object({ organisation_id, on: day.optional(), cohort: cohort.optional(), purpose: purpose.optional(), columns: z.array(ownColumn).min(1).max(MOST_COLUMNS).optional() }).strict()) },
  responses: changingAnswers({ 200: file('Workbook', XLSX) }),
});
