import { z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { dayText } from './day.ts';

/** The vocabulary of `check --json`, to the letter, with what a screen adds to it. */

export const outcome = z.enum(['met', 'unmet', 'undetermined', 'not_applicable']);
export const basis = z.enum(['text', 'wider_rule', 'default']);
export const reason = z.enum(['no_rule', 'no_students', 'first_year', 'exempt', 'not_due', 'no_graduates']);

export const measured = z
  .object({ numerator: z.string().nullable(), denominator: z.string().nullable(), value: z.string().nullable(), unit: z.string() })
  .readonly()
  .openapi('Measured');

export const required = z
  .object({ op: z.enum(['>=', '>', '<=', '=']), value: z.string().nullable(), from: dayText.nullable() })
  .readonly()
  .openapi('Required');

export const alternative = z
  .object({ reading: z.string(), outcome, measured, required })
  .readonly()
  .openapi('Alternative');

export const evidence = z
  .object({ sheet: z.string(), rows: listOf(z.number().int()) })
  .readonly()
  .openapi('Evidence');

export const part = z
  .object({ name: z.string(), outcome, measured: measured.nullable(), required: required.nullable() })
  .readonly()
  .openapi('Part');

export const gap = z.object({ value: z.string(), unit: z.string() }).readonly().nullable();

const verdictShape = {
  standard: z.string(),
  clause: z.string(),
  basis,
  outcome,
  measured,
  required,
  gap,
  missing: listOf(z.string()),
  reason: reason.nullable(),
  readings: listOf(z.string()),
  alternatives: listOf(alternative),
  evidence: listOf(evidence),
};

export const verdict = z.object(verdictShape).readonly().openapi('Verdict');

/** What a standard answered on the day of an earlier snapshot. */
export const trendPoint = z
  .object({ snapshot_id: z.string(), on: dayText, outcome, value: z.string().nullable() })
  .readonly()
  .openapi('TrendPoint');

/** A verdict as a card shows it. `rows` of its evidence are record numbers, to be opened by the evidence route. */
export const shownVerdict = z
  .object({
    ...verdictShape,
    label: bilingual,
    /** Key of the parameter that is required; empty for composites. */
    parameter: z.string(),
    /** True for the composites R1-a, R5-a, M4-a, which are in no summary. */
    composite: z.boolean(),
    notice: z.boolean(),
    parts: listOf(part),
    trend: listOf(trendPoint),
  })
  .readonly()
  .openapi('ShownVerdict');

/** A verdict as a cell of the matrix. */
export const shortVerdict = z
  .object({ standard: z.string(), outcome, value: z.string().nullable(), gap, reason: reason.nullable(), missing: listOf(z.string()) })
  .readonly()
  .openapi('ShortVerdict');

export const target = z
  .object({
    standard: z.string(),
    part: z.string().nullable(),
    clause: z.string(),
    label: bilingual,
    notice: z.boolean(),
    year: z.number().int().nullable(),
    due: dayText.nullable(),
    outcome,
    reason: reason.nullable(),
    measured,
    required,
    parameter: z.string(),
    missing: listOf(z.string()),
    alternatives: listOf(alternative),
    evidence: listOf(evidence),
  })
  .readonly()
  .openapi('Target');

export const summary = z
  .object({ met: z.number().int(), unmet: z.number().int(), undetermined: z.number().int(), not_applicable: z.number().int() })
  .readonly()
  .openapi('Summary');

export const schoolVerdicts = z
  .object({ school_id: z.string(), name: z.string(), verdicts: listOf(shownVerdict) })
  .readonly()
  .openapi('SchoolVerdicts');
