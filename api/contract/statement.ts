import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { feeKind } from './bills.ts';
import { dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const movement = z.object({ on: dayText, what: z.enum(['charge', 'receipt', 'spending', 'refund']), kind: feeKind, item: z.string(), amount_yuan: z.string() }).readonly();
const year = z
  .object({
    academic_year: z.number().int(),
    fees: listOf(z.object({ kind: feeKind, charged_yuan: z.string(), paid_yuan: z.string(), refunded_yuan: z.string(), spent_yuan: z.string(), owed_yuan: z.string(), back_yuan: z.string(), due_on: dayText.nullable() }).readonly()),
    movements: listOf(movement),
  })
  .readonly();

export const readStatement = createRoute({
  method: 'get', path: '/api/five-years/money', tags: ['money'], summary: 'One’s own bills and payments, or those of one’s wards, year by year (R4-b, R4-g)',
  responses: readingAnswers({ 200: json('Statement', z.object({ on: dayText, students: listOf(z.object({ student_id: z.string(), years: listOf(year) }).readonly()) }).readonly().openapi('MoneyStatement')) }),
});
