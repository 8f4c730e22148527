import { createRoute, z } from '@hono/zod-openapi';
import type { Column } from '../../core/exchange/column.ts';
import { sheetNames, sheets, type SheetName } from '../../core/exchange/sheets.ts';
import { listOf } from './bilingual.ts';
import { day, dayQuery, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** A value of a record: exact decimals, dates and codes as text. */
export const cell = z
  .union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(500)).max(200).readonly(), z.null()])
  .openapi('Cell');

/** What a column is in JSON; the one derivation of every register's fields. */
function fieldOf(column: Column): z.ZodType {
  const field = bareField(column);
  return (column.optional ? field.nullable() : field).openapi({ description: `${column.label.zh} · ${column.label.en}` });
}

function bareField({ kind, codes }: Column): z.ZodType {
  switch (kind) {
    case 'integer': case 'year': return z.number().int();
    case 'number': case 'money': case 'share': return z.string().openapi({ format: 'decimal' });
    case 'yes_no': return z.boolean();
    case 'list': return z.array(z.string());
    case 'code': return z.enum(Object.keys(codes ?? {}) as [string, ...string[]]);
    case 'date': return z.string().openapi({ format: 'date' });
    default: return z.string();
  }
}

/** The fields of one record of a sheet, derived from the sheet's declaration. */
export function rowSchema(sheet: SheetName) {
  const fields = Object.entries<Column>(sheets[sheet].columns).map(([name, column]) => [name, fieldOf(column)]);
  return z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodType>).openapi(`Row_${sheet}`);
}

/** Every sheet's row schema, for the OpenAPI document. */
export const rowSchemas = Object.fromEntries(sheetNames.map((name) => [name, rowSchema(name)])) as Record<SheetName, ReturnType<typeof rowSchema>>;

const rowReferences = sheetNames.map((name) => ({ $ref: `#/components/schemas/Row_${name}` }));
export const recordValues = z.record(z.string().max(64), cell).openapi({ type: 'object', anyOf: rowReferences });

const sheetName = z.enum(sheetNames as [SheetName, ...SheetName[]]);
const sheetPath = z.object({ sheet: sheetName });
const recordPath = z.object({ sheet: sheetName, record_id: z.string().max(64) });

export const registerRecord = z
  .object({
    /** Names this record; a correction has a new one, so that correcting an answered record is refused. */
    record_id: z.string(),
    values: z.record(z.string(), cell).readonly(),
    file: z.string().nullable(),
    row: z.number().int().nullable(),
    reported_by: z.string().nullable(),
    reported_at: momentText.nullable(),
    /** The day from which the register no longer holds it; null while it does. */
    ended_on: dayText.nullable(),
  })
  .readonly()
  .openapi('RegisterRecord');

const recordPage = z
  .object({ sheet: z.string(), total: z.number().int(), page: z.number().int(), per_page: z.number().int(), records: listOf(registerRecord) })
  .readonly()
  .openapi('RecordPage');

const historyEntry = z
  .object({
    ...registerRecord.unwrap().shape,
    /** How it came to be: added, corrected, ended, undone. */
    act: z.enum(['added', 'corrected', 'ended', 'undone']),
    reason: z.string().nullable(),
  })
  .readonly()
  .openapi('HistoryEntry');

const why = z.string().trim().max(500).optional();

export const listRegisters = createRoute({
  method: 'get', path: '/api/registers', tags: ['registers'], summary: 'Every register and how many records it holds',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: json('Registers', z.object({
    registers: listOf(z.object({ sheet: z.string(), records: z.number().int(), last_reported_at: momentText.nullable() }).readonly()),
  }).readonly()) }),
});

export const listRecords = createRoute({
  method: 'get', path: '/api/registers/{sheet}', tags: ['registers'],
  summary: 'Records of a register: filtered (`filter` is text found anywhere, `where` is column=value), sorted, by page',
  request: {
    params: sheetPath,
    query: dayQuery.extend({
      filter: z.string().max(200).optional(),
      where: z.string().max(500).optional(),
      sort: z.string().max(64).optional(),
      order: z.enum(['asc', 'desc']).default('asc'),
      page: z.coerce.number().int().min(1).default(1),
      per_page: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: readingAnswers({ 200: json('Records', recordPage) }),
});

export const addRecord = createRoute({
  method: 'post', path: '/api/registers/{sheet}', tags: ['registers'], summary: 'Add a record',
  request: { params: sheetPath, body: jsonBody(z.object({ values: recordValues }).strict()) },
  responses: changingAnswers({ 201: json('Added', registerRecord) }),
});

export const correctRecord = createRoute({
  method: 'post', path: '/api/registers/{sheet}/{record_id}/correct', tags: ['registers'],
  summary: 'Correct a record: a new one answers it, the old one stays in its history',
  request: { params: recordPath, body: jsonBody(z.object({ values: recordValues, reason: why }).strict()) },
  responses: changingAnswers({ 200: json('Corrected', registerRecord) }),
});

export const endRecord = createRoute({
  method: 'post', path: '/api/registers/{sheet}/{record_id}/end', tags: ['registers'], summary: 'End a record on a day',
  request: { params: recordPath, body: jsonBody(z.object({ on: day, reason: why }).strict()) },
  responses: changingAnswers({ 200: json('Ended', registerRecord) }),
});

export const readHistory = createRoute({
  method: 'get', path: '/api/registers/{sheet}/{record_id}/history', tags: ['registers'], summary: 'Everything that was ever recorded of a record, latest first',
  request: { params: recordPath },
  responses: readingAnswers({ 200: json('History', z.object({ sheet: z.string(), entries: listOf(historyEntry) }).readonly()) }),
});
