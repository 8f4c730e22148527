import { createRoute, z } from '@hono/zod-openapi';
import { bilingual, listOf } from './bilingual.ts';
import { dayText } from './day.ts';
import { slip } from './people.ts';
import { changingAnswers, json, jsonBody, openAnswers, readingAnswers } from './problem-document.ts';
import { accountName, newPassword } from './session.ts';

/** Getting in: health, first run, the region and its sample. */

export const region = z
  .object({
    region_code: z.string(),
    name: z.string(),
    office_name: z.string().nullable(),
    /** True while the region holds the sample's records: 示例数据 is shown everywhere. */
    sample: z.boolean(),
    /** The account that asks; null: nobody is signed in, and the rest of the answer is empty. */
    account: z.string().nullable(),
    pack: z.string(),
    counties: listOf(z.object({ code: z.string(), name: z.string() }).readonly()),
    /** Days with a snapshot, latest first. */
    snapshots: listOf(dayText),
    /** The day that pages are of when nobody has chosen one; null: today. */
    default_on: dayText.nullable(),
    today: dayText,
  })
  .readonly()
  .openapi('Region');

export const readHealth = createRoute({
  method: 'get', path: '/api/health', tags: ['entry'], security: [], summary: 'Is the server there, and its database',
  responses: {
    200: json('Both are', z.object({ status: z.literal('ok'), version: z.string(), database: z.string() }).readonly().openapi('Health')),
    ...openAnswers,
  },
});

export const readFirstRun = createRoute({
  method: 'get', path: '/api/first-run', tags: ['entry'], security: [], summary: 'Whether a region can be set up, and from which packs',
  responses: {
    200: json('Packs to choose from', z.object({
      open: z.boolean(),
      packs: listOf(z.object({
        id: z.string(), name: bilingual, region_code: z.string(), office_name: bilingual,
        counties: listOf(z.object({ code: z.string(), name: bilingual }).readonly()),
      }).readonly()),
    }).readonly().openapi('FirstRun')),
    ...openAnswers,
  },
});

export const setUpRegion = createRoute({
  method: 'post', path: '/api/first-run', tags: ['entry'], security: [], summary: 'Name the region and create its first account; only while there is no region',
  request: {
    body: jsonBody(z.object({
      region_code: z.string().regex(/^\d{6}$/),
      name: z.string().trim().min(1).max(100),
      office_name: z.string().trim().min(1).max(100),
      counties: z.array(z.object({ code: z.string().regex(/^\d{6}$/), name: z.string().trim().min(1).max(50) }).strict()).max(100),
      pack: z.string(),
      /** How the region's audit is hashed; it cannot be changed later. */
      audit_hash: z.enum(['sha256', 'sm3']).optional(),
      account: z.object({ account: accountName, name: z.string().trim().min(1).max(50), password: newPassword }).strict(),
    }).strict()),
  },
  responses: changingAnswers({ 201: json('Set up; the first account signs in by setting up its second factor next', z.object({
    ...region.unwrap().shape,
    /** For the system, security and audit administrator: three other people. */
    slips: listOf(slip),
  }).readonly().openapi('RegionSetUp')) }),
});

export const readRegion = createRoute({
  method: 'get', path: '/api/region', tags: ['entry'], security: [], summary: 'The head of every page; 404 before the first run',
  responses: readingAnswers({ 200: json('The region', region) }),
});

export const loadSample = createRoute({
  method: 'post', path: '/api/sample', tags: ['entry'], security: [], summary: 'Make the sample region and sign in to it; only while there is no region',
  responses: changingAnswers({ 201: json('Loaded', region) }),
});

export const removeSample = createRoute({
  method: 'delete', path: '/api/sample', tags: ['entry'], summary: 'Take every record of the sample out again',
  responses: changingAnswers({ 200: json('Removed', z.object({ removed: z.number().int() }).readonly()) }),
});
