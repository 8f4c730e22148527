import { createRoute, z } from '@hono/zod-openapi';
import { ORDER_KIND_NAMES, type OrderKind } from '../../core/orders/order-kinds.ts';
import { listOf } from './bilingual.ts';
import { academicYear } from './bills.ts';
import { dayText } from './day.ts';
import { XLSX } from './files.ts';
import { file, json, readingAnswers } from './problem-document.ts';

const tags = ['money'];
const kind = z.enum(ORDER_KIND_NAMES as [OrderKind, ...OrderKind[]]);
const party = z.object({ id: z.string(), name: z.string().nullable() }).readonly();
const line = z
  .object({ from: party, to: party, fee: z.enum(['tuition', 'dorm', 'other']).nullable(), amount_yuan: z.string(), formula: z.string() })
  .readonly()
  .openapi('PaymentOrderLine');
const order = z
  .object({
    on: dayText, payer_id: z.string(), kind, year: z.number().int(), clause: z.string(),
    /** `kept`: as it was checked; `proposed`: as the settlement says now. */
    state: z.enum(['proposed', 'kept', 'errors', 'no_rules']), lines: listOf(line), total_yuan: z.string(), digest: z.string(),
    open_matter: z.string().nullable(), may_propose: z.boolean(), may_download: z.boolean(),
  })
  .readonly()
  .openapi('PaymentOrder');

export const readOrderProposal = createRoute({
  method: 'get', path: '/api/payment-orders', tags, summary: 'What an institution has to pay on now, by the settlement of the year (M5-f, R4-c, R4-e, R4-g)',
  request: { query: z.object({ payer_id: z.string().min(1).max(64), kind, year: academicYear }) },
  responses: readingAnswers({ 200: json('The order', order) }),
});

const path = z.object({ matter_id: z.string().max(20) });

export const readPaymentOrder = createRoute({
  method: 'get', path: '/api/payment-orders/{matter_id}', tags, summary: 'An order: its payments as they were checked, or as they would be', request: { params: path }, responses: readingAnswers({ 200: json('The order', order) }),
});

export const downloadPaymentFile = createRoute({
  method: 'get', path: '/api/payment-orders/{matter_id}/payments.xlsx', tags, summary: 'The payment file of an order that was checked', request: { params: path }, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadPaymentCsv = createRoute({
  method: 'get', path: '/api/payment-orders/{matter_id}/payments.csv', tags, summary: 'The same as CSV', request: { params: path }, responses: readingAnswers({ 200: file('CSV', 'text/csv') }),
});
