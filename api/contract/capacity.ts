import { createRoute, z } from '@hono/zod-openapi';
import { RATE_SOURCES } from '../../core/forecast/rates.ts';
import { bilingual, listOf } from './bilingual.ts';
import { XLSX } from './files.ts';
import { dayQuery, dayText } from './day.ts';
import { file, json, readingAnswers } from './problem-document.ts';
import { shownVerdict } from './verdict.ts';

const MOST_YEARS = 20;
const MOST_CLASSES = 100;
const MOST_IN_CLASS = 200;
const count = z.number().int();
const query = { ...dayQuery.shape, rates: z.enum(RATE_SOURCES).optional() };

/** How many are foreseen, how many the tightest rules allow, and how many each allows. */
const room = {
  year: count, on: dayText, students: count.nullable(),
  capacity: z.object({ students: count.nullable(), binding: listOf(z.string()) }).readonly(),
  allowed: listOf(z.object({ standard: z.string(), students: count.nullable(), missing: listOf(z.string()) }).readonly()),
};

const capacity = z
  .object({
    on: dayText, pack: z.string(), start: count,
    standards: listOf(z.object({ id: z.string(), clause: z.string(), label: bilingual, notice: z.boolean(), parameter: z.string() }).readonly()),
    campuses: listOf(z.object({ campus_id: z.string(), name: z.string(), school_id: z.string() }).readonly()),
    schools: listOf(z.object({ school_id: z.string(), name: z.string() }).readonly()),
    campus_rows: listOf(z.object({ campus_id: z.string(), ...room }).readonly()),
    /** Secondary students of what is left of each school: notices, never counted. */
    school_rows: listOf(z.object({ school_id: z.string(), ...room }).readonly()),
    /** How many campuses there are, whether or not the asker may read them. */
    campuses_in_region: count,
    /** Of all campuses together, for whoever reads planning of the whole region; null for others. */
    totals: listOf(z.object({ year: count, campuses: count, known: count, students: count, most: count, room: count, over: count }).readonly()).nullable(),
  })
  .readonly()
  .openapi('Capacity');

const asked = z.object({ ...query, years: z.coerce.number().int().min(0).max(MOST_YEARS).optional() });

export const readCapacity = createRoute({
  method: 'get', path: '/api/capacity', tags: ['verdicts'], summary: 'How many students each standard allows at campuses and at what is left of their schools, year by year',
  request: { query: asked }, responses: readingAnswers({ 200: json('What can be held', capacity) }),
});

export const downloadCapacityWorkbook = createRoute({
  method: 'get', path: '/api/capacity/workbook', tags: ['files'], summary: 'The same as .xlsx, in the language of whoever takes it along',
  request: { query: asked.extend({ lang: z.enum(['zh', 'en']).optional() }) }, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

const item = z
  .object({
    /** As in `Changes`; below zero: to be settled. */
    item: z.string(),
    /** m² or yuan with two decimals, or heads. */
    amount: z.string(),
    /** What of it is lacking without the classes. */
    anyway: z.string(),
    codes: listOf(z.string()),
    /** Unmet with one unit less of it. */
    standards: listOf(z.string()),
  })
  .readonly();

const classNeed = z
  .object({
    campus_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), year: count, on: dayText,
    classes: count, size: count,
    /** Foreseen without the classes. */
    students: count.nullable(),
    items: listOf(item),
    /** Standards that nothing of this kind settles: something must be reported first. */
    left: listOf(z.string()),
    /** With the classes and nothing added. */
    verdicts: listOf(shownVerdict),
    /** What is left of the school; null where it is not known how to count. */
    rest: z.object({
      land_m2: z.string(), building_m2: z.string(), equipment_yuan: z.string(),
      before: listOf(shownVerdict), after_handing_over: listOf(shownVerdict), with_classes: listOf(shownVerdict),
    }).readonly().nullable(),
  })
  .readonly()
  .openapi('ClassNeed');

export const readClassNeed = createRoute({
  method: 'get', path: '/api/campuses/{campus_id}/class-need', tags: ['verdicts'], summary: 'The least that a campus needs for more classes, and what that does to the rest of its school',
  request: {
    params: z.object({ campus_id: z.string() }),
    query: z.object({
      ...query, year: z.coerce.number().int().min(2000).max(2200).optional(),
      classes: z.coerce.number().int().min(1).max(MOST_CLASSES).optional(), size: z.coerce.number().int().min(1).max(MOST_IN_CLASS).optional(),
    }),
  },
  responses: readingAnswers({ 200: json('What is needed', classNeed) }),
});
