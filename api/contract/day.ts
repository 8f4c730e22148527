import { z } from '@hono/zod-openapi';
import { parsePlainDate, type PlainDate } from '../../core/values/plain-date.ts';

/** A calendar date as ISO text, read into the product's own type. */
export const day = z
  .string()
  .openapi({ format: 'date', example: '2025-10-31' })
  .transform((text, context): PlainDate => {
    const read = parsePlainDate(text);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'not_a_date' });
    return z.NEVER;
  });

/** On every route that reads: the day asked about (default: the region's), and as known on which day (default: now). */
export const dayQuery = z.object({ on: day.optional(), known_on: day.optional() });

/** A date in an answer. */
export const dayText = z.string().openapi({ format: 'date' });

/** A moment in an answer: ISO text with its offset. */
export const momentText = z.string().openapi({ format: 'date-time' });
