import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { dayQuery, momentText } from './day.ts';
import { changingAnswers, file, json, readingAnswers } from './problem-document.ts';

/** Files in and out. */

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const reportQuery = dayQuery.extend({ campus: z.string().max(500).optional() });

export const downloadTemplate = createRoute({
  method: 'get', path: '/api/template.xlsx', tags: ['files'], summary: 'The blank workbook',
  responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadReportWorkbook = createRoute({
  method: 'get', path: '/api/reports/conditions.xlsx', tags: ['files'], summary: '办学条件达标表 as a workbook',
  request: { query: reportQuery },
  responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadReportPage = createRoute({
  method: 'get', path: '/api/reports/conditions.html', tags: ['files'], summary: '办学条件达标表 as a page to print',
  request: { query: reportQuery },
  responses: readingAnswers({ 200: file('Page', 'text/html') }),
});

export const downloadExport = createRoute({
  method: 'get', path: '/api/export.zip', tags: ['files'], summary: 'Every register as CSV: a dataset that `check` judges identically',
  request: { query: dayQuery },
  responses: readingAnswers({ 200: file('Archive', 'application/zip') }),
});

/** A file that was attached; `version` names it. */
const policyTextVersion = z.object({ version: z.number().int(), file: z.string(), bytes: z.number().int(), at: momentText, by: z.string() }).readonly();

const policyTextHead = z
  .object({
    attached: z.boolean(), file: z.string().nullable(), type: z.string().nullable(), bytes: z.number().int(), at: momentText.nullable(), by: z.string().nullable(),
    /** Everything that was ever attached, the latest first. */
    versions: listOf(policyTextVersion),
  })
  .readonly()
  .openapi('PolicyText');

export const readPolicyText = createRoute({
  method: 'get', path: '/api/policy-text', tags: ['policy'], summary: 'Whether the region has attached its own official text',
  responses: readingAnswers({ 200: json('About the file', policyTextHead) }),
});

export const downloadPolicyText = createRoute({
  method: 'get', path: '/api/policy-text/file', tags: ['policy'], summary: 'The attached official text, the latest or a version',
  request: { query: z.object({ version: z.coerce.number().int().min(1).optional() }) },
  responses: readingAnswers({ 200: file('The file', 'application/octet-stream') }),
});

export const attachPolicyText = createRoute({
  method: 'put', path: '/api/policy-text', tags: ['policy'], summary: 'Attach the region’s own official text',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: z.object({
    file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
  }) } } } },
  responses: changingAnswers({ 200: json('Attached', policyTextHead) }),
});
