import { createRoute, z } from '@hono/zod-openapi';
import { RATE_NAMES, RATE_SOURCES } from '../../core/forecast/rates.ts';
import { bilingual, listOf } from './bilingual.ts';
import { dayQuery, dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';
import { shortVerdict, shownVerdict, target } from './verdict.ts';

const MOST_YEARS = 20;
const count = z.number().int();
const unknown = count.nullable();

/** How many years ahead of the autumn that the day belongs to, and whose rates. */
const ahead = z.object({
  ...dayQuery.shape,
  years: z.coerce.number().int().min(0).max(MOST_YEARS).optional(),
  rates: z.enum(RATE_SOURCES).optional(),
});

const rate = z
  .object({ name: z.enum(RATE_NAMES), value: z.string(), origin: z.enum(RATE_SOURCES), programme_id: z.string().nullable() })
  .readonly()
  .openapi('ForecastRate');

const figures = {
  year: count,
  students: unknown,
  /** The largest number that the tightest standards allow, all of them named. */
  capacity: z.object({ students: unknown, binding: listOf(z.string()) }).readonly(),
  needed: z.object({ teachers: unknown, ideology: unknown, counsellors: unknown, psychologists: unknown }).readonly(),
  grant_due_yuan: z.string().nullable(),
  /** Heads of the autumn before and of the year's own, which the grant is paid for by months. */
  grant_heads: z.object({ previous: unknown, current: unknown }).readonly(),
  grant_standard: z
    .object({ yuan_per_student: z.string(), origin: z.enum(['entered', 'assumed']), fiscal_year: count })
    .readonly()
    .nullable(),
};

const regionYear = z
  .object({
    year: count,
    intake: count,
    /** The part of it that no intake row of the year says: it is assumed to be that of an earlier year. */
    intake_assumed: count,
    grades: z.object({ 1: count, 2: count, 3: count, 4: count, 5: count }).readonly(),
    completing: unknown,
    graduates: unknown,
    local: unknown,
    leavers: unknown,
    targets: listOf(target),
  })
  .readonly()
  .openapi('ForecastRegionYear');

const standardHead = z.object({ id: z.string(), clause: z.string(), label: bilingual, notice: z.boolean() }).readonly();

const forecast = z
  .object({
    on: dayText,
    pack: z.string(),
    sample: z.boolean(),
    /** Whether the asker may ask for a plan of the region. */
    may_plan: z.boolean(),
    /** Year of the autumn that it starts from. */
    start: count,
    rates: listOf(rate),
    /** The standards that can be foreseen, notices about schools last. */
    standards: listOf(standardHead),
    campuses: listOf(z.object({ campus_id: z.string(), name: z.string() }).readonly()),
    rows: listOf(z.object({ ...figures, campus_id: z.string(), verdicts: listOf(shortVerdict) }).readonly()),
    region: listOf(regionYear),
  })
  .readonly()
  .openapi('Forecast');

export const campusForecast = z
  .object({
    on: dayText,
    pack: z.string(),
    campus_id: z.string(),
    name: z.string(),
    school_id: z.string(),
    rates: listOf(rate),
    rows: listOf(z.object({
      ...figures,
      /** The day of the year whose records were judged. */
      on: dayText,
      grades: z.object({ 4: unknown, 5: unknown }).readonly(),
      verdicts: listOf(shownVerdict),
    }).readonly()),
  })
  .readonly()
  .openapi('CampusForecast');

export const readForecast = createRoute({
  method: 'get', path: '/api/forecast', tags: ['verdicts'], summary: 'The region in years to come: heads, verdicts, staff and grants by campus and year',
  request: { query: ahead },
  responses: readingAnswers({ 200: json('The forecast', forecast) }),
});

export const readCampusForecast = createRoute({
  method: 'get', path: '/api/campuses/{campus_id}/forecast', tags: ['verdicts'], summary: 'One campus in years to come, with what each verdict stands on',
  request: { query: ahead, params: z.object({ campus_id: z.string() }) },
  responses: readingAnswers({ 200: json('The forecast of the campus', campusForecast) }),
});
