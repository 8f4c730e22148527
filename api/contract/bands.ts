import { createRoute, z } from '@hono/zod-openapi';
import { RATE_SOURCES, type RateName } from '../../core/forecast/rates.ts';
import { listOf } from './bilingual.ts';
import { dayQuery, dayText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const count = z.number().int();

const band = z.object({ p05: count, p25: count, p50: count, p75: count, p95: count, mean: z.number(), error: z.number() }).readonly();

const rate = z.object({ name: z.custom<RateName>((name) => typeof name === 'string').openapi({ type: 'string' }), programme_id: z.string().nullable(), origin: z.enum(RATE_SOURCES), mean: z.number(), half_width: z.number(), heads: count.nullable() }).readonly();

const compared = z.object({ foreseen: count, actual: count }).readonly();

/** What would have been foreseen from autumns of the past, beside what came. */
const backTests = listOf(z.object({ from_year: count, year: count, secondary: compared, higher: compared }).readonly());

const bands = z
  .object({
    on: dayText,
    seed: count,
    runs: count,
    rates: listOf(rate),
    region: listOf(z.object({ year: count, secondary: band, higher: band, graduates: band, local: band }).readonly()),
    campuses: listOf(z.object({ year: count, campus_id: z.string(), students: band, over_capacity: z.number().nullable() }).readonly()),
    back_tests: backTests,
  })
  .readonly()
  .openapi('ForecastBands');

const asked = z.object({ ...dayQuery.shape, years: z.coerce.number().int().min(1).max(20).optional(), rates: z.enum(RATE_SOURCES).optional(), seed: z.coerce.number().int().min(0).max(0xffff_ffff).optional() });

export const readForecastBands = createRoute({
  method: 'get', path: '/api/forecast/bands', tags: ['verdicts'], summary: 'How far the forecast may be off: bands of ten thousand seeded runs',
  request: { query: asked },
  responses: readingAnswers({ 200: json('The bands', bands) }),
});

const grades = z.tuple([count, count, count, count, count]).readonly();
const inputs = z
  .object({
    on: dayText,
    dice: z.object({ runs: count, years: count, seed: count }).readonly(),
    years: listOf(count),
    rate_sets: listOf(z.object({ stay: rate, step_up: rate, certificate: rate, local: rate }).readonly()),
    programmes: listOf(z.object({ programme_id: z.string(), campus_id: z.string().nullable(), state: grades, intakes: listOf(count), rate_set: count }).readonly()),
    /** How many each campus in reach can hold. */
    campuses: listOf(z.object({ campus_id: z.string(), year: count, capacity: count.nullable() }).readonly()),
    back_tests: backTests,
  })
  .readonly()
  .openapi('BandInputs');

export const readBandInputs = createRoute({
  method: 'get', path: '/api/forecast/band-inputs', tags: ['verdicts'], summary: 'What the runs behind the bands need, for whoever runs them where they are: heads and intakes by programme, rates, room',
  request: { query: asked },
  responses: readingAnswers({ 200: json('What runs need', inputs) }),
});
