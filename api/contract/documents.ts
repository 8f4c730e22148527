import { createRoute, z } from '@hono/zod-openapi';
import { DOCUMENT_KIND_IDS } from '../../core/documents/kinds.ts';
import { SERIES_IDS } from '../../core/documents/series.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const kind = z.enum(DOCUMENT_KIND_IDS);
const standing = z.enum(['valid', 'replaced', 'revoked']);
const documentParam = z.object({ document_id: z.string().max(64) });

const documentHead = z
  .object({
    document_id: z.string(), kind, kind_label: bilingual, clause: z.string(), number: z.string(), about: z.string(), version: z.number().int(), title: z.string(), issuer: z.string(),
    dated: dayText, issued_at: momentText, issued_by: z.string(), standing,
  })
  .readonly()
  .openapi('DocumentHead');

const edition = z
  .object({
    version: z.number().int(), standing, code: z.string(), title: z.string(), dated: dayText, content_hash: z.string(), file_hash: z.string(), reason: z.string(),
    issued_at: momentText, issued_by: z.string(),
  })
  .readonly()
  .openapi('DocumentEdition');

const document = z
  .object({
    ...documentHead.unwrap().shape,
    editions: listOf(edition),
    /** The fields that the kind declares; their values as the last version has them. */
    content: z.record(z.string(), z.unknown()).readonly(),
    revocation: z.object({ reason: z.string(), at: momentText, by: z.string() }).readonly().nullable(),
    correctable: z.boolean(),
    /** Whether the asker may put it right or revoke it. */
    mine_to_change: z.boolean(),
    /** The matter whose step issued it; null where none did, and for whoever may not read it. */
    matter_id: z.string().nullable(),
    /** Where anybody can ask about it; null where the server has no public address. */
    verify_page: z.string().nullable(),
  })
  .readonly()
  .openapi('Document');

export const listDocuments = createRoute({
  method: 'get', path: '/api/documents', tags: ['documents'], summary: 'Official documents, the last issued first',
  request: { query: z.object({
    kind: kind.optional(), about: z.string().max(200).optional(), filter: z.string().max(200).default(''),
    page: z.coerce.number().int().min(1).max(10_000).default(1), per_page: z.coerce.number().int().min(1).max(200).default(50),
  }) },
  responses: readingAnswers({ 200: json('Documents', z.object({ total: z.number().int(), documents: listOf(documentHead) }).readonly()) }),
});

export const readDocument = createRoute({
  method: 'get', path: '/api/documents/{document_id}', tags: ['documents'], summary: 'One document with its versions',
  request: { params: documentParam },
  responses: readingAnswers({ 200: json('Document', document) }),
});

export const downloadDocument = createRoute({
  method: 'get', path: '/api/documents/{document_id}/versions/{version}/file', tags: ['documents'], summary: 'A version as it was printed and signed',
  request: { params: documentParam.extend({ version: z.string().max(64) }) },
  responses: readingAnswers({ 200: file('PDF', 'application/pdf') }),
});

export const downloadDocumentWorkbook = createRoute({
  method: 'get', path: '/api/documents/{document_id}/workbook', tags: ['documents'], summary: 'What the latest version says, as a workbook; only the PDF is signed',
  request: { params: documentParam },
  responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const issueConditions = createRoute({
  method: 'post', path: '/api/documents', tags: ['documents'], summary: 'Issue 办学条件达标表 of a campus under a number',
  request: { body: jsonBody(z.object({ kind: z.literal('conditions_report'), campus_id: z.string().max(500), on: day.optional(), filled_by: z.string().trim().max(50).default('') }).strict()) },
  responses: changingAnswers({ 201: json('Issued', document) }),
});

export const correctDocument = createRoute({
  method: 'post', path: '/api/documents/{document_id}/versions', tags: ['documents'], summary: 'Put a document right: a new version under its number',
  request: { params: documentParam, body: jsonBody(z.object({
    /** The version that was looked at. */
    version: z.number().int().min(1), reason: z.string().trim().min(1).max(500),
    /** Everything that the new version says; without it the figures of the same campus and day are taken anew. */
    content: z.record(z.string(), z.unknown()).optional(),
  }).strict()) },
  responses: changingAnswers({ 201: json('Corrected', document) }),
});

export const revokeDocument = createRoute({
  method: 'post', path: '/api/documents/{document_id}/revocation', tags: ['documents'], summary: 'Say that a document holds no more',
  request: { params: documentParam, body: jsonBody(z.object({ reason: z.string().trim().min(1).max(500) }).strict()) },
  responses: changingAnswers({ 200: json('Revoked', document) }),
});

const seriesState = z
  .object({
    series: z.enum(SERIES_IDS), label: bilingual, mark: z.string(), year: z.number().int(), last_number: z.number().int(), last_number_text: z.string(),
    documents: z.number().int(), gaps: listOf(z.number().int()), beyond: z.boolean(),
  })
  .readonly()
  .openapi('NumberSeries');

export const listNumberSeries = createRoute({
  method: 'get', path: '/api/number-series', tags: ['documents'], summary: 'The last number of each series, counted against the documents',
  responses: readingAnswers({ 200: json('Series', z.object({ series: listOf(seriesState) }).readonly()) }),
});
