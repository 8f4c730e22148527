import { createRoute, z } from '@hono/zod-openapi';
import { sheetNames, type SheetName } from '../../core/exchange/sheets.ts';
import { block } from './agreements.ts';
import { bilingual, listOf } from './bilingual.ts';
import { dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { cell, registerRecord } from './registers.ts';

/** Citizen ids and phones: found by their whole value, shown one at a time with a purpose, and a person's own data. */

const sheet = z.enum(sheetNames as [SheetName, ...SheetName[]]);
const column = z.string().min(1).max(64);

/** Words, not a number of somebody: what is written here stays in the audit. */
export const purpose = z.string().trim().min(4).max(200)
  .refine((text) => !/\d[\d\s-]{5,}\d/.test(text), { message: 'holds_a_number' })
  .openapi({ description: '用途，会写入审计；不要填写证号或电话 · the purpose, kept in the audit; no id or phone' });

export const findByValue = createRoute({
  method: 'post', path: '/api/personal-data/find', tags: ['personal data'],
  summary: 'Records in reach that hold exactly this citizen id or phone; in the body, since addresses are written down on the way',
  request: { body: jsonBody(z.object({
    sheet, column, value: z.string().trim().min(1).max(100), page: z.number().int().min(1).default(1), per_page: z.number().int().min(1).max(100).default(100),
  }).strict()) },
  responses: changingAnswers({ 200: json('Records, masked', z.object({
    sheet: z.string(), total: z.number().int(), page: z.number().int(), per_page: z.number().int(), records: listOf(registerRecord),
  }).readonly().openapi('FoundRecords')) }),
});

export const revealValue = createRoute({
  method: 'post', path: '/api/personal-data/reveal', tags: ['personal data'],
  summary: 'One citizen id or phone in full; who asked, and why, is written down',
  request: { body: jsonBody(z.object({ sheet, record_id: z.string().max(64), column, purpose }).strict()) },
  responses: changingAnswers({ 200: json('The value; null where the cell is empty', z.object({ value: z.string().nullable() }).readonly().openapi('RevealedValue')) }),
});

export const readMyData = createRoute({
  method: 'get', path: '/api/my-data', tags: ['personal data'],
  summary: 'Everything that the registers hold about who asks and their wards, one’s own values in full, and their agreements',
  responses: readingAnswers({ 200: json('By sheet', z.object({
    student_id: z.string().nullable(),
    wards: listOf(z.string()),
    sheets: listOf(z.object({
      sheet: z.string(), label: bilingual,
      columns: listOf(z.object({ name: z.string(), label: bilingual }).readonly()),
      rows: listOf(z.record(z.string(), cell).readonly()),
    }).readonly()),
    agreements: listOf(z.object({
      agreement_id: z.string(), student_id: z.string(), version: z.number().int(),
      /** The version that all have signed. */
      holds: z.number().int().nullable(), blocks: listOf(block), content_hash: z.string(),
      signatures: listOf(z.object({ party: z.string(), way: z.enum(['electronic', 'paper']), on: dayText }).readonly()),
    }).readonly()),
  }).readonly().openapi('MyData')) }),
});
