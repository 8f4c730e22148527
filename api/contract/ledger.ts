import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { academicYear } from './bills.ts';
import { dayText, day, momentText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const tags = ['money'];
const known_on = day.optional();
const account = z.object({ account: z.string(), label: bilingual, holder: z.string(), name: z.string().nullable(), debit_yuan: z.string(), credit_yuan: z.string(), balance_yuan: z.string() }).readonly().openapi('LedgerAccount');

export const listLedgerAccounts = createRoute({
  method: 'get', path: '/api/ledger', tags, summary: 'What stands on the accounts in reach, of a year or of all, now or as it was known on a day (R4-a)',
  request: { query: z.object({ year: academicYear.optional(), known_on }) },
  responses: readingAnswers({ 200: json('Accounts', z.object({
    on: dayText, closed_through: dayText.nullable(), accounts: listOf(account), open_matter: z.string().nullable(), may_close: z.boolean(),
  }).readonly().openapi('Ledger')) }),
});

const entry = z
  .object({
    /** Where the next page begins after. */
    key: z.string(), event: z.string(), label: bilingual, clause: z.string(), other: account.unwrap().pick({ account: true, label: true, name: true }).readonly(), given: z.boolean(), amount_yuan: z.string(),
    /** 0 posted, odd taken back, even posted again. */
    turn: z.number().int(), student_id: z.string().nullable(), year: z.number().int(), valid_on: dayText, period: dayText, recorded_at: momentText, recorded_by: z.string(),
    /** The record that it follows from. */
    source: z.object({ sheet: z.string().nullable(), record_id: z.string() }).readonly(),
  })
  .readonly()
  .openapi('LedgerEntry');

export const listLedgerEntries = createRoute({
  method: 'get', path: '/api/ledger/entries', tags, summary: 'What moved on an account, latest first',
  request: { query: z.object({ account: z.string().min(1).max(200), known_on, after: z.string().max(120).regex(/^\S+ \d+ \d+ \d+$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }) },
  responses: readingAnswers({ 200: json('Entries', z.object({ account, entries: listOf(entry), more: z.boolean() }).readonly().openapi('LedgerEntries')) }),
});

export const listOpenClearing = createRoute({
  method: 'get', path: '/api/ledger/clearing', tags, summary: 'Clearing accounts in reach that are not at zero, with whom and since when (M5-f, R4-e)',
  responses: readingAnswers({ 200: json('Accounts', z.object({
    on: dayText, days: z.number().int().nullable(),
    accounts: listOf(z.object({ account: z.string(), label: bilingual, holder: z.string(), name: z.string().nullable(), balance_yuan: z.string(), since: dayText.nullable(), age: z.number().int().nullable(), late: z.boolean() }).readonly()),
  }).readonly().openapi('OpenClearing')) }),
});
