import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { feeKind } from './bills.ts';
import { dayText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers, wordedProblem } from './problem-document.ts';

const tags = ['money'];
const source = z.enum(['bank', 'treasury']);
const id = z.string().min(1).max(64);
const count = z.number().int();
const reason = z.object({ name: z.string(), clause: z.string(), text: bilingual }).readonly();

const taken = z
  .object({
    row: count, reference: z.string(), student_id: z.string().nullable(), name: z.string(), amount_yuan: z.string().nullable(), outcome: z.enum(['match', 'same', 'queue', 'refused']),
    /** What it pays, and why it does not. */
    parts: listOf(z.object({ kind: feeKind, amount_yuan: z.string() }).readonly()), why: reason.nullable(),
  })
  .readonly()
  .openapi('BankRow');

const takenFile = z
  .object({ file: z.string(), upload_id: z.string(), source, rows: listOf(taken), problems: listOf(wordedProblem), matched_yuan: z.string(), queued: count, refused: count })
  .readonly()
  .openapi('BankFile');

export const previewBankFile = createRoute({
  method: 'post', path: '/api/bank-files/preview', tags, summary: 'Read a file of the bank or the list of fiscal e-receipts and show what each row would pay; nothing is stored (R4-b)',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: z.object({ files: z.instanceof(File).openapi({ type: 'string', format: 'binary' }), college_id: id, source }) } } } },
  responses: changingAnswers({ 200: json('Preview', takenFile) }),
});

export const takeBankFile = createRoute({
  method: 'post', path: '/api/bank-files', tags, summary: 'Take a previewed file in: what matches is entered and posted, the rest is queued with why',
  request: { body: jsonBody(z.object({ upload_id: z.string().max(64), college_id: id, source }).strict()) },
  responses: changingAnswers({ 201: json('Taken in', takenFile) }),
});

export const downloadBankTemplate = createRoute({
  method: 'get', path: '/api/bank-files/template.xlsx', tags, summary: 'The blank list', request: { query: z.object({ source }) }, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

const line = z
  .object({
    line_id: z.string(), source, reference: z.string(), on_date: dayText, amount_yuan: z.string(), payer: z.string(), student_no: z.string(), purpose: z.string(), receiver: z.string(), file: z.string(),
    state: z.enum(['match', 'queue', 'hold', 'return']), why: reason.nullable(), note: z.string(), student_id: z.string().nullable(),
    /** The reference of the other list’s line that says the same money. */
    same_as: z.string().nullable(), by_program: z.boolean(), moved_on: dayText,
    /** Days since the line’s own day. */
    age: count, may_decide: z.boolean(),
  })
  .readonly()
  .openapi('BankLine');

export const listBankLines = createRoute({
  method: 'get', path: '/api/bank-lines', tags, summary: 'Lines of bank files, those that wait for a decision or those that were decided',
  request: { query: z.object({ college_id: id, state: z.enum(['waiting', 'match', 'return']).default('waiting'), page: z.coerce.number().int().min(1).max(10_000).default(1), per_page: z.coerce.number().int().min(1).max(200).default(50) }) },
  responses: readingAnswers({ 200: json('Lines', z.object({ on: dayText, total: count, lines: listOf(line) }).readonly().openapi('BankLines')) }),
});

export const decideBankLine = createRoute({
  method: 'post', path: '/api/bank-lines/{line_id}/decision', tags, summary: 'Match a queued line to a bill, hold it, or give it back',
  request: {
    params: z.object({ line_id: z.string().max(20) }),
    body: jsonBody(z.object({ act: z.enum(['match', 'hold', 'return']), student_id: z.string().trim().max(64).default(''), kinds: z.array(feeKind).max(4).default([]), note: z.string().trim().max(500).default('') }).strict()),
  },
  responses: changingAnswers({ 201: json('Decided', z.object({ line_id: z.string() }).readonly()) }),
});
