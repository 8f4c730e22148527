import { createRoute, z } from '@hono/zod-openapi';
import { CATEGORIES, FUNDS, type Category, type Fund } from '../../core/funding/allowed-spending.ts';
import { bilingual, listOf } from './bilingual.ts';
import { academicYear } from './bills.ts';
import { day, dayText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['money'];
const id = z.string().trim().min(1).max(64);
const count = z.number().int();
const yuan = z.string().nullable();
const outcome = z.enum(['met', 'unmet', 'undetermined', 'not_applicable']);
const category = z.enum(CATEGORIES as [Category, ...Category[]]);
const fund = z.enum(FUNDS as [Fund, ...Fund[]]);
const party = z.object({ id: z.string(), name: z.string().nullable() }).readonly();
const amount_yuan = z.string().trim().max(20);
const year = z.object({ fiscal_year: academicYear.optional() });

const line = z
  .object({
    category, label: bilingual, budget_yuan: yuan, spent_yuan: yuan, other_yuan: yuan, left_yuan: yuan, outcome,
    /** What stands in the way, or what is to be reported first. */
    detail: bilingual.nullable(),
  })
  .readonly()
  .openapi('EarmarkLine');

const spending = z.object({
  spending_id: z.string(), fund, category, label: bilingual, amount_yuan: z.string(), returned_yuan: z.string(), spent_on: dayText,
  /** False where money of the fund is not for this; null where no rule says. */
  allowed: z.boolean().nullable(), may_return: z.boolean(),
}).readonly().openapi('EarmarkSpending');

const fundStanding = z.object({
  fund, label: bilingual, clause: z.string(),
  /** The tuition share is its school's, for all campuses of it. */
  of_school: z.boolean(), came_yuan: z.string(), spent_yuan: z.string(), left_yuan: z.string(),
}).readonly().openapi('FundStanding');

const campus = z
  .object({
    campus: party, school: party, payer: party.nullable(), funds: listOf(fundStanding), lines: listOf(line), unbudgeted: listOf(bilingual).nullable(),
    due_yuan: yuan, received_yuan: yuan, in_place: yuan, due_formula: z.string(),
    increment: z.object({ outcome, detail: bilingual.nullable(), students_before: count.nullable(), students: count.nullable(), money_before_yuan: yuan, money_yuan: yuan }).readonly().nullable(),
    spending: listOf(spending), may_spend: z.boolean(), may_draw: z.boolean(),
  })
  .readonly()
  .openapi('EarmarkCampus');

const need = z.object({
  need_id: z.string(), campus: party, category, label: bilingual, amount_yuan: z.string(), purpose: z.string(), students: count.nullable(), students_before: count.nullable(), stated_on: dayText,
  answer: z.enum(['granted', 'partly', 'refused']).nullable(), answer_yuan: yuan, note: z.string().nullable(), answered_on: dayText.nullable(), may_answer: z.boolean(),
}).readonly().openapi('FundingNeed');

export const readEarmarks = createRoute({
  method: 'get', path: '/api/earmarks', tags, summary: 'Budgets and what came of them by campus and kind, growth, needs, and what was drawn to be looked at (M5-a, M5-b, M5-c, M5-g, S2-c)',
  request: { query: year },
  responses: readingAnswers({ 200: json('Earmarks', z.object({
    on: dayText, fiscal_year: count, no_rule: z.boolean(), campuses: listOf(campus),
    payers: listOf(z.object({ payer: party, previous_yuan: yuan, current_yuan: yuan, change_yuan: yuan, outcome }).readonly()),
    needs: listOf(need),
    draws: listOf(z.object({ draw_id: z.string(), campus: party, seed: z.string(), size: count, listed: listOf(z.string()), drawn: listOf(z.string()), drawn_on: dayText }).readonly()),
    returns: listOf(z.object({ return_id: z.string(), spending_id: z.string(), campus: party, amount_yuan: z.string(), reason: z.string(), returned_on: dayText }).readonly()),
    /** What money of each fund may be spent on. */
    allowed: listOf(z.object({ fund, label: bilingual, categories: listOf(category) }).readonly()),
  }).readonly().openapi('Earmarks')) }),
});

export const downloadEarmarkWorkbook = createRoute({
  method: 'get', path: '/api/earmarks/workbook', tags, summary: 'Budget against actual of a fiscal year as .xlsx', request: { query: year }, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

const recorded = changingAnswers({ 201: json('Recorded', z.object({ id: z.string() }).readonly()) });

export const recordSpending = createRoute({
  method: 'post', path: '/api/earmarks/spending', tags, summary: 'Record what a campus spent, in register and books; no more than is left, and on nothing that the fund is not for (M5-b, M5-g)',
  request: { body: jsonBody(z.object({ spending_id: z.string().trim().max(64), campus_id: id, fund, category, amount_yuan, spent_on: day }).strict()) }, responses: recorded,
});

export const returnSpending = createRoute({
  method: 'post', path: '/api/earmarks/returns', tags, summary: 'Record that disallowed spending came back; the spending stays as it was recorded (M5-g)',
  request: { body: jsonBody(z.object({ spending_id: id, amount_yuan, reason: z.string().trim().max(500), returned_on: day }).strict()) }, responses: recorded,
});

export const stateNeed = createRoute({
  method: 'post', path: '/api/earmarks/needs', tags, summary: 'State what a campus needs for a fiscal year, with the heads of the registers (M5-c)',
  request: { body: jsonBody(z.object({ campus_id: id, fiscal_year: z.number().int().min(2000).max(2100), category, amount_yuan, purpose: z.string().trim().max(500) }).strict()) }, responses: recorded,
});

export const answerNeed = createRoute({
  method: 'post', path: '/api/earmarks/needs/{need_id}/answer', tags, summary: 'Answer a statement of need, once (M5-c)',
  request: {
    params: z.object({ need_id: z.coerce.number().int().positive() }),
    body: jsonBody(z.object({ answer: z.enum(['granted', 'partly', 'refused']), amount_yuan, note: z.string().trim().max(500) }).strict()),
  },
  responses: recorded,
});

export const drawSpending = createRoute({
  method: 'post', path: '/api/earmarks/draws', tags, summary: 'Draw spending of a campus and year to be looked at, by a seed that nobody chooses (M5-g)',
  request: { body: jsonBody(z.object({ campus_id: id, fiscal_year: z.number().int().min(2000).max(2100) }).strict()) }, responses: recorded,
});
