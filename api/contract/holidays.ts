import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';

/** Holidays and make-up workdays by year: deadlines are counted by them. */

const holidayYear = z
  .object({
    year: z.number().int(),
    /** How often it was entered here; 0: as it was published. */
    version: z.number().int(),
    /** Days off; weekends within a holiday may be among them. */
    off: listOf(dayText),
    /** Saturdays and Sundays that are worked. */
    worked: listOf(dayText),
    source: z.string(),
    recorded_at: momentText.nullable(),
    recorded_by: z.string().nullable(),
  })
  .readonly()
  .openapi('HolidayYear');

const year = z.coerce.number().int().min(2000).max(2999);

export const listHolidays = createRoute({
  method: 'get', path: '/api/holidays', tags: ['duties'], summary: 'The table of each year that has one, and the years near today that have none',
  responses: readingAnswers({ 200: json('Tables', z.object({ today: dayText, years: listOf(holidayYear), missing: listOf(z.number().int()) }).readonly().openapi('Holidays')) }),
});

export const readHolidayHistory = createRoute({
  method: 'get', path: '/api/holidays/{year}', tags: ['duties'], summary: 'Everything that a year’s table ever was, latest first',
  request: { params: z.object({ year }) },
  responses: readingAnswers({ 200: json('Versions', z.object({ versions: listOf(holidayYear) }).readonly()) }),
});

export const enterHolidays = createRoute({
  method: 'post', path: '/api/holidays/{year}', tags: ['duties'], summary: 'Enter or correct a year’s table; open deadlines are counted anew',
  request: {
    params: z.object({ year }),
    body: jsonBody(z.object({
      off: z.array(day).max(200), worked: z.array(day).max(60), source: z.string().trim().min(1).max(200),
      /** The version that was looked at; 0 where there was none, or the published one. */
      version: z.number().int().min(0),
    }).strict()),
  },
  responses: changingAnswers({ 200: json('Entered', z.object({ table: holidayYear, moved: z.number().int() }).readonly()) }),
});
