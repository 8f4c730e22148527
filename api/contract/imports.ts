import { createRoute, z } from '@hono/zod-openapi';
import { sheetNames, type SheetName } from '../../core/exchange/sheets.ts';
import { listOf } from './bilingual.ts';
import { day, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers, wordedProblem } from './problem-document.ts';
import { outcome, summary } from './verdict.ts';

const sheet = z.enum(sheetNames as [SheetName, ...SheetName[]]);
const uploadId = z.string().max(64);

const files = {
  required: true,
  content: { 'multipart/form-data': { schema: z.object({
    /** One .xlsx, or one or several .csv. */
    files: z.union([z.instanceof(File), z.array(z.instanceof(File)).max(60)]).openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
  }) } },
} as const;

const counts = { added: z.number().int(), corrected: z.number().int(), unchanged: z.number().int(), ended: z.number().int() };
export const sheetCounts = z.object({ sheet: z.string(), ...counts }).readonly().openapi('SheetCounts');

const campusChange = z
  .object({
    campus_id: z.string(), name: z.string(),
    verdicts: listOf(z.object({
      standard: z.string(), before: outcome.nullable(), after: outcome.nullable(), value_before: z.string().nullable(), value_after: z.string().nullable(),
    }).readonly()),
  })
  .readonly()
  .openapi('CampusChange');

const preview = z
  .object({
    upload_id: z.string(),
    files: listOf(z.string()),
    /** False with any error: nothing can be imported. */
    importable: z.boolean(),
    problems: listOf(wordedProblem),
    /** How many there are; `problems` holds the first thousand. */
    problem_count: z.object({ errors: z.number().int(), warnings: z.number().int() }).readonly(),
    sheets: listOf(sheetCounts),
    /** Verdicts of the day before and after, over everything that would then be known. */
    before: summary,
    after: summary,
    campuses: listOf(campusChange),
  })
  .readonly()
  .openapi('ImportPreview');

/** Where the columns of an office's own sheet go. */
export const sheetMapping = z
  .object({
    file: z.string().max(300),
    /** Name of the tab; empty for CSV. */
    tab: z.string().max(300),
    sheet,
    /** Rows of the heading, from the first to the last, as the user sees them. */
    heading_rows: z.tuple([z.number().int().min(1).max(200), z.number().int().min(1).max(200)]),
    /** Position of a source column (from 0) → the column of the sheet. */
    columns: z.array(z.object({ position: z.number().int().min(0).max(2000), column: z.string().max(64) }).strict()).max(200),
    /** Values for columns that the source does not have. */
    constants: z.record(z.string().max(64), z.string().max(500)).default({}),
  })
  .strict()
  .openapi('SheetMapping');

const proposal = z
  .object({
    sheet,
    heading_rows: z.tuple([z.number().int(), z.number().int()]).readonly(),
    columns: listOf(z.object({ position: z.number().int(), heading: z.string(), column: z.string().nullable(), sure: z.boolean() }).readonly()),
    /** Required columns that no source column was found for. */
    missing: listOf(z.string()),
    /** `remembered`: from a mapping that was used before. */
    origin: z.enum(['proposed', 'remembered']),
  })
  .readonly()
  .openapi('MappingProposal');

const inspection = z
  .object({
    upload_id: z.string(),
    tabs: listOf(z.object({
      file: z.string(),
      tab: z.string(),
      rows: z.number().int(),
      /** The first rows as shown, with their row numbers. */
      first: listOf(z.object({ row: z.number().int(), cells: listOf(z.string()) }).readonly()),
      /** Best first. */
      proposals: listOf(proposal),
    }).readonly()),
  })
  .readonly()
  .openapi('Inspection');

const importEntry = z
  .object({
    import_id: z.string(),
    at: momentText,
    by: z.string(),
    files: listOf(z.string()),
    sheets: listOf(sheetCounts),
    undone_at: momentText.nullable(),
    undone_by: z.string().nullable(),
  })
  .readonly()
  .openapi('ImportEntry');

export const previewImport = createRoute({
  method: 'post', path: '/api/imports/preview', tags: ['imports'], summary: 'Read an upload and show what it would change; nothing is stored in the registers',
  request: { query: z.object({ on: day.optional() }), body: files },
  responses: changingAnswers({ 200: json('Preview', preview) }),
});

export const inspectUpload = createRoute({
  method: 'post', path: '/api/imports/inspect', tags: ['imports'], summary: 'The first rows of an office’s own workbook, and proposals how to map them',
  request: { query: z.object({ organisation: z.string().max(500).optional() }), body: files },
  responses: changingAnswers({ 200: json('Tabs', inspection) }),
});

export const previewMapped = createRoute({
  method: 'post', path: '/api/imports/mapped', tags: ['imports'], summary: 'Preview of an inspected upload, read by a mapping',
  request: {
    query: z.object({ on: day.optional() }),
    body: jsonBody(z.object({
      upload_id: uploadId,
      mappings: z.array(sheetMapping).min(1).max(60),
      /** Remember the mappings for this organisation. */
      organisation: z.string().max(500).optional(),
    }).strict()),
  },
  responses: changingAnswers({ 200: json('Preview', preview) }),
});

export const previewReplacing = createRoute({
  method: 'post', path: '/api/imports/replacing', tags: ['imports'], summary: 'Preview of a previewed upload with sheets to be replaced: what ends, and the verdicts then',
  request: {
    query: z.object({ on: day.optional() }),
    body: jsonBody(z.object({ upload_id: uploadId, replace: z.array(sheet).min(1).max(60) }).strict()),
  },
  responses: changingAnswers({ 200: json('Preview', preview) }),
});

export const commitImport = createRoute({
  method: 'post', path: '/api/imports', tags: ['imports'], summary: 'Store a previewed upload, all of it or nothing',
  request: { body: jsonBody(z.object({
    upload_id: uploadId,
    /** Sheets whose absent rows end on the day. */
    replace: z.array(sheet).max(60).default([]),
    on: day.optional(),
  }).strict()) },
  responses: changingAnswers({ 201: json('Stored', z.object({ import_id: z.string().nullable(), ...counts, sheets: listOf(sheetCounts) }).readonly().openapi('Imported')) }),
});

export const listImports = createRoute({
  method: 'get', path: '/api/imports', tags: ['imports'], summary: 'Imports, latest first',
  responses: readingAnswers({ 200: json('Imports', z.object({ imports: listOf(importEntry) }).readonly()) }),
});

export const undoImport = createRoute({
  method: 'post', path: '/api/imports/{import_id}/undo', tags: ['imports'], summary: 'Take an import back by corrections; its history stays',
  request: { params: z.object({ import_id: z.string().max(64) }) },
  responses: changingAnswers({ 200: json('Undone', importEntry) }),
});

const rememberedMapping = z.object({ organisation: z.string(), mapping: sheetMapping.readonly(), at: momentText, by: z.string() }).readonly().openapi('RememberedMapping');

export const listMappings = createRoute({
  method: 'get', path: '/api/mappings', tags: ['imports'], summary: 'Mappings that are remembered, by organisation and sheet',
  request: { query: z.object({ organisation: z.string().max(500).optional() }) },
  responses: readingAnswers({ 200: json('Mappings', z.object({ mappings: listOf(rememberedMapping) }).readonly()) }),
});

export const rememberMapping = createRoute({
  method: 'put', path: '/api/mappings', tags: ['imports'], summary: 'Remember a mapping for an organisation and a sheet',
  request: { body: jsonBody(z.object({ organisation: z.string().min(1).max(500), mapping: sheetMapping }).strict()) },
  responses: changingAnswers({ 200: json('Remembered', rememberedMapping) }),
});
