import { z } from '@hono/zod-openapi';
import { LINE_KINDS, type LineKind } from '../../core/funding/line.ts';
import { listOf } from './bilingual.ts';
import { dayText } from './day.ts';
import { outcome } from './verdict.ts';

const count = z.number().int();
const unknown = count.nullable();
const needed = z.object({ teachers: unknown, ideology: unknown, counsellors: unknown, psychologists: unknown }).readonly();
const band = z.object({ p05: count, p25: count, p50: count, p75: count, p95: count, mean: z.number(), error: z.number() }).readonly();

/** A forecast alone, as it was kept. */
export const keptForecast = z
  .object({
    on: dayText, to: count, seed: count, runs: count,
    rows: listOf(z.object({
      year: count, campus_id: z.string(), grades: z.object({ 4: unknown, 5: unknown }).readonly(), students: unknown,
      capacity: z.object({ students: unknown, binding: listOf(z.string()) }).readonly(), needed, grant_due_yuan: z.string().nullable(),
      open: listOf(z.object({ standard: z.string(), outcome }).readonly()),
    }).readonly()),
    region: listOf(z.object({
      year: count, intake: count, grades: z.object({ 1: count, 2: count, 3: count, 4: count, 5: count }).readonly(),
      completing: unknown, graduates: unknown, local: unknown, leavers: unknown,
      targets: listOf(z.object({ standard: z.string(), part: z.string().nullable(), outcome, value: z.string().nullable(), required: z.string().nullable() }).readonly()),
    }).readonly()),
    bands: listOf(z.object({ year: count, secondary: band, higher: band, graduates: band, local: band }).readonly()),
  })
  .readonly()
  .openapi('KeptForecast');

const said = z.object({ outcome, value: z.string().nullable(), required: z.string().nullable() }).readonly();
const graduation = z.enum(['graduated', 'completed', 'incomplete', 'undetermined']);
const beforeAfter = z.object({ before: count, after: count }).readonly();

/** What other values of law would change. */
export const policyImpact = z
  .object({
    on: dayText, campuses: count,
    /** Students of the campuses of which a verdict changes today. */
    heads: count,
    verdicts: listOf(z.object({ campus_id: z.string().nullable(), school_id: z.string().nullable(), standard: z.string(), clause: z.string(), students: unknown, before: said, after: said }).readonly()),
    targets: listOf(z.object({ standard: z.string(), part: z.string().nullable(), clause: z.string(), year: unknown, before: said, after: said }).readonly()),
    years: listOf(z.object({ year: count, campus_id: z.string(), students: unknown, fails: listOf(z.string()), passes: listOf(z.string()) }).readonly()),
    sums: listOf(z.object({
      year: count, needed: z.object({ teachers: beforeAfter, ideology: beforeAfter, counsellors: beforeAfter, psychologists: beforeAfter }).readonly(),
      grant_before_yuan: z.string().nullable(), grant_after_yuan: z.string().nullable(),
    }).readonly()),
    graduation: z.object({ audited: count, changes: listOf(z.object({ before: graduation, after: graduation, students: count }).readonly()) }).readonly(),
    money: z.object({
      settled: z.boolean(), shares_raised: count,
      lines: listOf(z.object({ kind: z.enum(Object.keys(LINE_KINDS) as [LineKind, ...LineKind[]]), clause: z.string(), year: count, before_yuan: z.string().nullable(), after_yuan: z.string().nullable() }).readonly()),
    }).readonly(),
  })
  .readonly()
  .openapi('PolicyImpact');
