import { createRoute, z } from '@hono/zod-openapi';
import type { CampusFactsJson } from '../../core/facts/facts-json.ts';
import { listOf } from './bilingual.ts';
import { dayQuery, dayText, momentText } from './day.ts';
import { campusHead, campusRow } from './overview.ts';
import { json, readingAnswers } from './problem-document.ts';
import { cell } from './registers.ts';
import { schoolVerdicts, shownVerdict, summary } from './verdict.ts';

const campusPath = z.object({ campus_id: z.string().min(1).max(500) });
export const page = { page: z.coerce.number().int().min(1).default(1), per_page: z.coerce.number().int().min(1).max(1000).default(100) };

const campusAnswer = z
  .object({
    ...campusHead.unwrap().shape,
    on: dayText,
    sample: z.boolean(),
    summary,
    verdicts: listOf(shownVerdict),
    /** The notices about the school that the campus is taken from. */
    school_notices: schoolVerdicts.nullable(),
  })
  .readonly()
  .openapi('CampusAnswer');

/** A record behind a figure: its values, the file and row it came from, who reported it and when. */
const evidenceRow = z
  .object({
    sheet: z.string(),
    record_id: z.string(),
    values: z.record(z.string(), cell).readonly(),
    file: z.string().nullable(),
    row: z.number().int().nullable(),
    reported_by: z.string().nullable(),
    reported_at: momentText.nullable(),
  })
  .readonly()
  .openapi('EvidenceRow');

export const evidencePage = z
  .object({ total: z.number().int(), page: z.number().int(), per_page: z.number().int(), rows: listOf(evidenceRow) })
  .readonly()
  .openapi('EvidencePage');

/** Facts as `core/facts/facts-json.ts` writes them: the browser judges them again by the same core. */
const factsAnswer = z
  .object({ campus_id: z.string(), on: dayText, pack: z.string(), facts: z.custom<CampusFactsJson>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object' }).nullable() })
  .readonly()
  .openapi('FactsAnswer');

export const listCampuses = createRoute({
  method: 'get', path: '/api/campuses', tags: ['verdicts'], summary: 'Every campus with its verdicts in short',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: json('Campuses', z.object({ on: dayText, campuses: listOf(campusRow) }).readonly()) }),
});

export const readCampus = createRoute({
  method: 'get', path: '/api/campuses/{campus_id}', tags: ['verdicts'], summary: 'Every standard of one campus on a day',
  request: { params: campusPath, query: dayQuery },
  responses: readingAnswers({ 200: json('Verdicts', campusAnswer) }),
});

export const readCampusFacts = createRoute({
  method: 'get', path: '/api/campuses/{campus_id}/facts', tags: ['verdicts'], summary: 'The facts of one campus, to judge again elsewhere',
  request: { params: campusPath, query: dayQuery },
  responses: readingAnswers({ 200: json('Facts', factsAnswer) }),
});

export const listEvidence = createRoute({
  method: 'get', path: '/api/campuses/{campus_id}/standards/{standard}/evidence', tags: ['verdicts'],
  summary: 'The records behind a verdict of a campus',
  request: {
    params: campusPath.extend({ standard: z.string().max(50) }),
    query: dayQuery.extend({ ...page, sheet: z.string().optional() }),
  },
  responses: readingAnswers({ 200: json('Records', evidencePage) }),
});

export const listSchoolEvidence = createRoute({
  method: 'get', path: '/api/schools/{school_id}/standards/{standard}/evidence', tags: ['verdicts'],
  summary: 'The records behind a notice about a school',
  request: {
    params: z.object({ school_id: z.string().max(500), standard: z.string().max(50) }),
    query: dayQuery.extend({ ...page, sheet: z.string().optional() }),
  },
  responses: readingAnswers({ 200: json('Records', evidencePage) }),
});

export const listTargetEvidence = createRoute({
  method: 'get', path: '/api/targets/{target}/evidence', tags: ['verdicts'], summary: 'The records behind a target',
  request: {
    params: z.object({ target: z.string().max(50) }),
    query: dayQuery.extend({ ...page, sheet: z.string().optional(), part: z.string().max(50).optional() }),
  },
  responses: readingAnswers({ 200: json('Records', evidencePage) }),
});
