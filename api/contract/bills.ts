import { createRoute, z } from '@hono/zod-openapi';
import { NOT_BILLED, type NotBilled } from '../../core/billing/bill-list.ts';
import { listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['money'];
export const feeKind = z.enum(['tuition', 'dorm', 'custody', 'other']);
const id = z.string().min(1).max(64);
export const academicYear = z.coerce.number().int().min(2000).max(2100);
const count = z.number().int();

const rate = z.object({ kind: feeKind, programme_id: z.string().nullable(), programme: z.string().nullable(), amount_yuan: z.string(), approval: z.string(), items: z.string() }).readonly().openapi('FeeRate');

const bill = z
  .object({
    student_id: z.string(), name: z.string(), class_id: z.string().nullable(), programme_id: z.string(), grade: count, campus_id: z.string(), kind: feeKind,
    /** Null where there is none, and why. */
    amount_yuan: z.string().nullable(), approval: z.string(), why: z.enum(Object.keys(NOT_BILLED) as [NotBilled, ...NotBilled[]]).nullable(),
  })
  .readonly()
  .openapi('Bill');

export const readBills = createRoute({
  method: 'get', path: '/api/bills', tags, summary: 'What a college would bill its students of years 4 and 5 for a year, with its rates (R4-b, R4-d)',
  request: { query: z.object({ college_id: id, academic_year: academicYear, due_on: day, class_id: z.string().min(1).max(100).optional() }) },
  responses: readingAnswers({ 200: json('Bills', z.object({
    on: dayText, college_id: z.string(), academic_year: count, due_on: dayText, has_rules: z.boolean(), rates: listOf(rate), classes: listOf(z.string()),
    many: count, total_yuan: z.string(), digest: z.string(),
    /** Those that are billed and those that are not, of one class each. */
    groups: listOf(z.object({ class_id: z.string().nullable(), billed: count, not_billed: count, total_yuan: z.string() }).readonly()),
    /** At most so many; the figures are of all. */
    bills: listOf(bill), open_matter: z.string().nullable(), may_propose: z.boolean(), may_enter_rates: z.boolean(),
  }).readonly()) }),
});

export const enterFeeRate = createRoute({
  method: 'post', path: '/api/fee-rates', tags, summary: 'Enter what a college charges in a year, by the paper that approves it; what stood before stays readable',
  request: { body: jsonBody(z.object({
    college_id: id, academic_year: z.number().int().min(2000).max(2100), kind: feeKind, programme_id: id.nullable(), amount_yuan: z.string().trim().max(20), approval: z.string().trim().max(200), items: z.string().trim().max(500),
  }).strict()) },
  responses: changingAnswers({ 201: json('Entered', z.object({ rate_id: z.string() }).readonly()) }),
});
