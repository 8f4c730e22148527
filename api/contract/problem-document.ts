import { z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';

/** A finding about a cell, row or sheet of a dataset, in words too. */
export const dataProblem = z
  .object({
    sheet: z.string(),
    row: z.number().int().nullable(),
    column: z.string().nullable(),
    code: z.string(),
    value: z.string().nullable(),
    severity: z.enum(['error', 'warning']),
  })
  .readonly()
  .openapi('DataProblem');

export const wordedProblem = z
  .object({ ...dataProblem.unwrap().shape, text: bilingual })
  .readonly()
  .openapi('WordedProblem');

/** RFC 9457, with both languages; `title` and `detail` are the Chinese ones. */
export const problemDocument = z
  .object({
    type: z.string().openapi({ example: 'urn:guantong:problem:unknown_campus' }),
    status: z.number().int(),
    title: z.string(),
    title_en: z.string(),
    detail: z.string(),
    detail_en: z.string(),
    /** Names the entry in the log; on internal faults. */
    incident: z.string().optional(),
    /** What is wrong, field by field. */
    errors: listOf(z.object({ path: z.string(), code: z.string(), text: bilingual }).readonly()).optional(),
    /** What is wrong, cell by cell. */
    problems: listOf(wordedProblem).optional(),
  })
  .readonly()
  .openapi('Problem');

export type ProblemDocument = z.infer<typeof problemDocument>;

const content = { 'application/problem+json': { schema: problemDocument } };

/** Refusals that a route may answer, by status. Every route may also answer 400, 401, 429 and 5xx. */
export const refusals = {
  400: { description: 'The request is not as documented', content },
  401: { description: 'Sign in first', content },
  403: { description: 'Not allowed from here, or not to this role', content },
  404: { description: 'There is no such thing', content },
  409: { description: 'It does not fit the state of things', content },
  413: { description: 'Too large', content },
  422: { description: 'The data has errors; nothing was stored', content },
  429: { description: 'Too many attempts', content },
  500: { description: 'Internal fault', content },
  503: { description: 'Away for the moment', content },
  507: { description: 'Storage is full; nothing was stored', content },
} as const;

const { 400: bad, 401: unknown, 403: forbidden, 404: absent, 409: conflict, 413: large, 422: wrong, 429: often, 500: fault, 503: away, 507: full } = refusals;
const reading = { 400: bad, 401: unknown, 403: forbidden, 404: absent, 429: often, 500: fault, 503: away, 507: full } as const;
const changing = {
  400: bad, 401: unknown, 403: forbidden, 404: absent, 409: conflict, 413: large, 422: wrong, 429: often, 500: fault, 503: away, 507: full,
} as const;
/** What any route may answer that looks nothing up for its asker. */
export const openAnswers = { 400: bad, 429: often, 500: fault, 503: away, 507: full } as const;

/** The answers of a reading route, and what it may refuse. */
export function readingAnswers<const T extends object>(answers: T): T & typeof reading {
  return { ...reading, ...answers };
}

/** The answers of a changing route, and what it may refuse. */
export function changingAnswers<const T extends object>(answers: T): T & typeof changing {
  return { ...changing, ...answers };
}

/** A JSON answer. */
export function json<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } } as const;
}

/** A JSON body that is required. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

/** A file as answer. */
export function file<const T extends string>(description: string, type: T) {
  return { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } as Record<T, { schema: z.ZodString }> };
}
