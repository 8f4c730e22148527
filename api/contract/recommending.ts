import { createRoute, z } from '@hono/zod-openapi';
import { SUPPORT_MOVES } from '../../core/employment/support.ts';
import { POST_SIGNS } from '../../core/employment/posts.ts';
import { RECOMMENDATION_ACTS, RECOMMENDATION_STATE_NAMES } from '../../core/employment/recommendation.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayQuery, dayText } from './day.ts';
import { contractKind, industry, yuan } from './employment.ts';
import { changingAnswers, json, jsonBody, readingAnswers, refusals } from './problem-document.ts';

/** M10-c, S2-j: graduates shown to partner firms first, and what firms offer. */

const tags = ['employment'];
const count = z.number().int();
const id = z.string().min(1).max(500);
const number = z.string().regex(/^[1-9]\d{0,17}$/);
const named = z.object({ org_id: z.string(), name: z.string() }).readonly();

const content = z.object({ name: z.string(), programme: z.string(), major_code: z.string(), graduates_on: z.string().nullable(), certificates: listOf(z.string()) }).readonly().openapi('ReleasedGraduate');
const state = z.enum(RECOMMENDATION_STATE_NAMES);
const recommendation = z
  .object({
    recommendation_id: z.string(), release_id: z.string(), student_id: z.string(), name: z.string(), programme: z.string(), school: z.string(), firm_id: z.string(), firm: z.string(), post_id: z.string().nullable(), post: z.string().nullable(),
    partner: z.boolean(), state, version: count, since: dayText, note: z.string(),
    /** What the asker may do now. */
    next: listOf(z.object({ act: z.enum(RECOMMENDATION_ACTS), label: bilingual }).readonly()),
  })
  .readonly()
  .openapi('Recommendation');

const post = z
  .object({
    post_id: z.string(), firm_id: z.string(), firm: z.string(), title: z.string(), places: count, contract_kind: contractKind, wage_yuan: z.string(), division_code: z.string(), industry, higher_codes: listOf(z.string()), facilities: z.string(),
    open_from: dayText, open_until: dayText, reason: z.string().nullable(), signs: listOf(z.enum(POST_SIGNS)),
  })
  .readonly()
  .openapi('FirmPost');

export const listReleases = createRoute({
  method: 'get', path: '/api/employment/releases', tags, summary: 'Lists of graduates that a school showed to firms, and what came of them (M10-c)',
  request: { query: dayQuery.pick({ on: true }).extend({ school_id: id.optional(), year: z.string().regex(/^\d{4}$/).transform(Number).optional() }) },
  responses: readingAnswers({ 200: json('Lists', z.object({
    on: dayText, year: count, school_id: z.string().nullable(), schools: listOf(z.object({ school_id: z.string(), name: z.string(), may_write: z.boolean() }).readonly()), days: count.nullable(),
    /** Who could stand on the next list, who said nothing, who said no. */
    next: z.object({ ready: count, silent: listOf(z.object({ student_id: z.string(), name: z.string() }).readonly()), refused: count }).readonly(),
    releases: listOf(z.object({
      release_id: z.string(), year: count, released_on: dayText, priority_until: dayText, partners_only: z.boolean(), partners: listOf(named),
      graduates: listOf(z.object({ student_id: z.string(), content }).readonly()),
    }).readonly()),
    recommendations: listOf(recommendation), posts: listOf(post), firms: listOf(named),
  }).readonly().openapi('GraduateReleases')) }),
});

export const releaseGraduates = createRoute({
  method: 'post', path: '/api/employment/releases', tags, summary: 'Show the graduates who agreed to it to partner firms, from today (M10-c)',
  request: { body: jsonBody(z.object({ school_id: id, year: z.number().int().min(2000).max(2100) }).strict()) },
  responses: changingAnswers({ 201: json('Released', z.object({ release_id: z.string(), many: count, priority_until: dayText }).readonly()) }),
});

export const recommendGraduate = createRoute({
  method: 'post', path: '/api/employment/recommendations', tags, summary: 'Recommend somebody of a list to a firm: a partner at once, another firm once the window is over (M10-c)',
  request: { body: jsonBody(z.object({ release_id: number, student_id: id, firm_id: id, post_id: number.optional() }).strict()) },
  responses: changingAnswers({ 201: json('Recommended', z.object({ recommendation_id: z.string() }).readonly()) }),
});

export const moveRecommendation = createRoute({
  method: 'post', path: '/api/employment/recommendations/{recommendation_id}/steps', tags, summary: 'What the firm answers, and what the school says for the graduate',
  request: { params: z.object({ recommendation_id: z.string().max(20) }), body: jsonBody(z.object({ act: z.enum(RECOMMENDATION_ACTS), version: z.number().int().min(1), note: z.string().trim().max(500).default('') }).strict()) },
  responses: changingAnswers({ 200: json('Moved', z.object({ recommendation_id: z.string() }).readonly()) }),
});

export const readFirmEmployment = createRoute({
  method: 'get', path: '/api/employment/firm', tags, summary: 'A firm’s own: graduates whom it may see, whom it was recommended, its posts (M10-c, S2-j)',
  responses: readingAnswers({ 200: json('The firm’s own', z.object({
    on: dayText, firms: listOf(named), minimum_wage_yuan: z.string().nullable(), majors: listOf(z.object({ code: z.string(), name: z.string() }).readonly()),
    shown: listOf(z.object({ release_id: z.string(), student_id: z.string(), school: z.string(), partner: z.boolean(), released_on: dayText, content }).readonly()),
    recommendations: listOf(recommendation), posts: listOf(post),
    /** M10-d: graduates recorded at the firm, and why no support is claimed for them; null where it may be. */
    hires: listOf(z.object({ firm_id: z.string(), student_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), agreed_on: dayText.nullable(), insured_from: dayText.nullable(), why: bilingual.nullable() }).readonly()),
    support_per_head_yuan: z.string().nullable(),
    claims: listOf(z.object({ matter_id: z.string(), firm_id: z.string(), state: bilingual, open: z.boolean(), heads: count, opened_on: dayText, version: count, may_drop: z.boolean(), reason: z.string().nullable(),
      /** What became of the money that was granted, in the order in which it did. */
      money: listOf(z.object({ move: z.enum(SUPPORT_MOVES), amount_yuan: z.string(), heads: count, on: dayText, reference: z.string().nullable() }).readonly()) }).readonly()),
  }).readonly().openapi('FirmEmployment')) }),
});

const draft = z.object({
  title: z.string().trim().min(1).max(200), places: z.number().int().min(1).max(10_000), contract_kind: contractKind, wage_yuan: yuan, division_code: z.string().max(6), industry,
  higher_codes: z.array(z.string().trim().min(1).max(10)).max(50), facilities: z.string().trim().max(1000), open_from: day, open_until: day,
}).strict();

export const recordPost = createRoute({
  method: 'post', path: '/api/employment/posts', tags, summary: 'Offer a post, or put one right with the reason (S2-j)',
  request: { body: jsonBody(z.object({ firm_id: id, draft, answers: number.optional(), reason: z.string().trim().max(500).optional() }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ post_id: z.string() }).readonly()), 422: refusals[422] }),
});
