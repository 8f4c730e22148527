import { createRoute, z } from '@hono/zod-openapi';
import { LINE_KINDS, type LineKind } from '../../core/funding/line.ts';
import { bilingual, listOf } from './bilingual.ts';
import { evidencePage, page } from './campuses.ts';
import { dayQuery, dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const KINDS = Object.keys(LINE_KINDS) as [LineKind, ...LineKind[]];
const FIGURES = ['base', 'due', 'paid', 'overdue'] as const;
const year = z.coerce.number().int().min(2000).max(2200);
const yuan = z.string().nullable();
/** Names are told to who may read them. */
const party = z.object({ id: z.string(), name: z.string().nullable() }).readonly();

const years = z.object({
  ...dayQuery.shape,
  /** Starting year; that which the day lies in where it is not given. */
  academic_year: year.optional(),
  fiscal_year: year.optional(),
});

const traceStep = z
  .object({
    figure: z.enum(FIGURES),
    clause: z.string(),
    parameters: listOf(z.object({ key: z.string(), value: z.string(), from: dayText, to: dayText.nullable() }).readonly()),
    formula: z.string(),
    /** How many records stand behind it, by sheet. */
    evidence: listOf(z.object({ sheet: z.string(), many: z.number().int() }).readonly()),
  })
  .readonly();

const line = z
  .object({
    clause: z.string(),
    kind: z.enum(KINDS),
    label: bilingual,
    /** Null where no payer is registered; `students` for all students of the other side. */
    from: party.nullable(),
    to: party,
    campus: party.nullable(),
    period: z.string(),
    base_yuan: yuan,
    ratio: z.string().nullable(),
    due_yuan: yuan,
    paid_yuan: yuan,
    outstanding_yuan: yuan,
    overdue_yuan: yuan,
    outcome: z.enum(['met', 'unmet', 'undetermined', 'not_applicable']),
    reason: bilingual.nullable(),
    trace: listOf(traceStep),
  })
  .readonly()
  .openapi('SettlementLine');

const settlement = z
  .object({
    on: dayText,
    pack: z.string(),
    academic_year: z.number().int(),
    fiscal_year: z.number().int(),
    /** The day on which no rule was in force: then nothing is settled. */
    no_rule_on: dayText.nullable(),
    /** Sheets with errors, and how many: until they are corrected nothing is settled. */
    errors: listOf(z.object({ sheet: z.string(), many: z.number().int() }).readonly()),
    lines: listOf(line),
    /** The books of the whole region, for whoever reads all of its funds. */
    books: z
      .object({ debit_yuan: z.string(), credit_yuan: z.string(), agree: z.boolean(), clearing: listOf(z.object({ account: z.string(), balance_yuan: z.string() }).readonly()) })
      .readonly()
      .nullable(),
  })
  .readonly()
  .openapi('Settlement');

export const readSettlement = createRoute({
  method: 'get', path: '/api/settlement', tags: ['funds'], summary: 'What each party owes another under which clause in a year, what is paid and what is late, as far as it is the asker’s to see',
  request: { query: years },
  responses: readingAnswers({ 200: json('The settlement', settlement) }),
});

export const listSettlementEvidence = createRoute({
  method: 'get', path: '/api/settlement/evidence', tags: ['funds'], summary: 'The records behind one figure of a line',
  request: {
    query: years.extend({
      ...page, sheet: z.string().optional(), kind: z.enum(KINDS), from_id: z.string().max(500).optional(), to_id: z.string().max(500), campus_id: z.string().max(500).optional(),
      figure: z.enum(FIGURES),
    }),
  },
  responses: readingAnswers({ 200: json('Records', evidencePage) }),
});
