import { createRoute, z } from '@hono/zod-openapi';
import { ACTS, STATES } from '../../core/internships/states.ts';
import { PARTIES } from '../../core/internships/parties.ts';
import { block } from './agreements.ts';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['internships'];
const idText = z.string().max(64);
const orgText = z.string().trim().min(1).max(500);
const words = z.string().trim().min(1);
const party = z.enum(PARTIES);
const span = z.object({ from: dayText, to: dayText }).readonly();

const post = z
  .object({
    post_id: z.string(), employer_id: z.string(), firm: z.string(), offered_by: z.string(), title: z.string(), seats: z.number().int(), placed: z.number().int(),
    programmes: listOf(z.object({ programme_id: z.string(), name: z.string() }).readonly()), place: z.string(), wage_yuan: z.string().nullable(), safety_contact: z.string(), from: dayText, to: dayText,
    closed: z.boolean(), close_reason: z.string().nullable(), may_close: z.boolean(),
  })
  .readonly()
  .openapi('InternshipPost');

const need = z.object({
  term: z.string(), from: dayText, to: dayText,
  programmes: listOf(z.object({ programme_id: z.string(), name: z.string(), school: z.string(), heads: z.number().int(), own_seats: z.number().int(), shared_seats: z.number().int(), placed: z.number().int(), shortage: z.number().int() }).readonly()),
}).readonly();

export const listInternshipPosts = createRoute({
  method: 'get', path: '/api/internship-posts', tags, summary: 'Posts that firms offer, and need against offer by programme and term',
  responses: readingAnswers({ 200: json('Posts', z.object({
    on: dayText, posts: listOf(post),
    /** All of the region, without names; null where no rule says who needs a post. */
    needs: listOf(need).nullable(),
    /** For whom the asker may offer: their own firm, or any firm of the directory. */
    firms: listOf(z.object({ org_id: z.string(), name: z.string() }).readonly()), programmes: listOf(z.object({ programme_id: z.string(), name: z.string() }).readonly()),
  }).readonly()) }),
});

const offered = z.object({
  title: words.max(100), seats: z.number().int().min(1).max(10_000), programmes: z.array(orgText).min(1).max(200), place: words.max(200),
  wage_yuan: z.string().regex(/^\d{1,7}(\.\d{1,2})?$/).nullable(), safety_contact: words.max(100), from: day, to: day,
});

export const correctInternshipPost = createRoute({
  method: 'post', path: '/api/internship-posts/{post_id}/corrections', tags, summary: 'Answer a post that was wrong with another record; who is placed stays placed',
  request: { params: z.object({ post_id: idText }), body: jsonBody(offered.extend({ why: words.max(500) }).strict()) },
  responses: changingAnswers({ 201: json('Corrected', z.object({ post_id: z.string() }).readonly()) }),
});

export const offerInternshipPost = createRoute({
  method: 'post', path: '/api/internship-posts', tags, summary: 'Offer a post, for one’s own firm or on behalf of one',
  request: { body: jsonBody(offered.extend({ employer_id: orgText }).strict()) },
  responses: changingAnswers({ 201: json('Offered', z.object({ post_id: z.string() }).readonly()) }),
});

export const closeInternshipPost = createRoute({
  method: 'post', path: '/api/internship-posts/{post_id}/close', tags, summary: 'Take no more students on a post; those who are placed stay',
  request: { params: z.object({ post_id: idText }), body: jsonBody(z.object({ reason: words.max(500) }).strict()) },
  responses: changingAnswers({ 201: json('Closed', z.object({ post_id: z.string() }).readonly()) }),
});

const missing = z.object({ what: z.enum(['agreement', 'training', 'school_liability', 'internship_liability', 'partner_agreement']), clause: z.string(), gaps: listOf(span) }).readonly();
const listed = z
  .object({
    placement_id: z.string(), post_id: z.string(), student_id: z.string(), student: z.string(), class_id: z.string().nullable(), programme_id: z.string(), programme: z.string(), school: z.string(),
    employer_id: z.string(), firm: z.string(), title: z.string(), place: z.string(), from: dayText, to: dayText, state: z.enum(STATES), content_hash: z.string(),
    signed: listOf(party), waiting: listOf(party), agreed_on: dayText.nullable(), trained_on: dayText.nullable(),
    /** What keeps it from beginning; empty once all stands, and of what is over. */
    missing: listOf(missing),
    /** How it ended by firm and school; null while one of them is wanting. */
    passed: z.boolean().nullable(),
    may_sign_as: listOf(party), may: listOf(z.enum(ACTS)),
  })
  .readonly()
  .openapi('Internship');

export const listInternships = createRoute({
  method: 'get', path: '/api/internships', tags, summary: 'Internships in reach with what they lack',
  request: { query: z.object({ programme_id: z.string().max(500).optional(), class_id: z.string().max(500).optional(), all: z.enum(['1']).optional() }) },
  responses: readingAnswers({ 200: json('Internships', z.object({ on: dayText, internships: listOf(listed) }).readonly()) }),
});

export const listInternshipCandidates = createRoute({
  method: 'get', path: '/api/internship-candidates', tags, summary: 'Students of the year of internship whom the asker may place, by class',
  request: { query: z.object({ post_id: idText }) },
  responses: readingAnswers({ 200: json('Students', z.object({
    post_id: z.string(), free: z.number().int(), from: dayText, to: dayText,
    students: listOf(z.object({ student_id: z.string(), name: z.string(), class_id: z.string().nullable(), programme: z.string(), busy: z.boolean() }).readonly()),
  }).readonly()) }),
});

export const placeInterns = createRoute({
  method: 'post', path: '/api/internships', tags, summary: 'Place students on a post, all of them or nobody',
  request: { body: jsonBody(z.object({ post_id: idText, from: day, to: day, students: z.array(z.string().max(500)).min(1).max(500) }).strict()) },
  responses: changingAnswers({ 201: json('Placed', z.object({ placed: listOf(z.string()) }).readonly()) }),
});

export const readInternship = createRoute({
  method: 'get', path: '/api/internships/{placement_id}', tags, summary: 'An internship with what is signed of it and what was done',
  request: { params: z.object({ placement_id: idText }) },
  responses: readingAnswers({ 200: json('Internship', z.object({
    on: dayText, internship: listed, blocks: listOf(block), template: z.string(), may_record_paper: z.boolean(),
    /** Whether what the firm found on paper is for the asker to record. */
    may_record_for_firm: z.boolean(),
    /** The sealed paper, once all have signed. */
    paper: z.object({ number: z.string(), code: z.string() }).readonly().nullable(),
    signatures: listOf(z.object({ party, way: z.enum(['electronic', 'paper']), on: dayText, at: momentText, signer: z.string(), evidence: z.string() }).readonly()),
    entries: listOf(z.object({
      version: z.number().int(), act: z.enum(ACTS), on: dayText, at: momentText, by: z.string(),
      hours: z.string().nullable(), led_by: z.string().nullable(), proof: z.string().nullable(), passed: z.boolean().nullable(), note: z.string().nullable(),
      /** Of an assessment that came on paper: who of the firm signed it. */
      assessed_by: z.string().nullable(),
    }).readonly()),
  }).readonly()) }),
});

const ids = z.array(idText).min(1).max(500);
const note = z.string().trim().max(1000);
const said = note.min(1);
/** What each act says of itself: a training who led it and what proves it, a visit what was found, an end why. */
const doing = z.discriminatedUnion('act', [
  z.object({ act: z.literal('train'), on: day, placements: ids, hours: z.string().regex(/^\d{1,3}(\.5)?$/), led_by: words.max(100), proof: words.max(200) }).strict(),
  z.object({ act: z.literal('start'), on: day, placements: ids }).strict(),
  ...(['visit', 'interrupt', 'resume', 'end', 'cancel'] as const).map((act) => z.object({ act: z.literal(act), on: day, placements: ids, note: said }).strict()),
  ...(['assess_firm', 'assess_school'] as const).map((act) => z.object({ act: z.literal(act), on: day, placements: ids, passed: z.boolean(), note: note.default('') }).strict()),
]);

export const actOnInternships = createRoute({
  method: 'post', path: '/api/internship-acts', tags, summary: 'Do one thing to internships, to all of them or to none: train, start, visit, interrupt, end, assess',
  request: { body: jsonBody(doing) },
  responses: changingAnswers({ 201: json('Done', z.object({
    done: z.number().int(),
    /** Whose credits say now how it ended. */
    registered: listOf(z.string()),
  }).readonly()) }),
});

const reading = z.object({ party, items: z.array(z.object({ placement_id: idText, content_hash: z.string().max(100) }).strict()).min(1).max(200) });

export const askInternshipCode = createRoute({
  method: 'post', path: '/api/internship-codes', tags, summary: 'Have a one-time code sent to oneself for exactly what was read',
  request: { body: jsonBody(reading.strict()) },
  responses: changingAnswers({ 201: json('Sent', z.object({ sent_to: z.string(), expires_at: momentText }).readonly()) }),
});

export const signInternships = createRoute({
  method: 'post', path: '/api/internship-signatures', tags, summary: 'Sign for one party, one agreement or a list in one act',
  request: { body: jsonBody(reading.extend({ code: z.string().trim().min(1).max(12) }).strict()) },
  responses: changingAnswers({ 201: json('Signed', z.object({ signed: z.number().int(), completed: z.number().int(), list_hash: z.string() }).readonly()) }),
});

export const recordInternshipPaper = createRoute({
  method: 'post', path: '/api/internships/{placement_id}/paper', tags, summary: 'Record what was signed on paper, with the scanned copy',
  request: { params: z.object({ placement_id: idText }), body: { required: true, content: { 'multipart/form-data': { schema: z.object({
    file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }), content_hash: z.string().max(100), student: day.optional(), guardian: day.optional(), firm: day.optional(), school: day.optional(),
  }) } } } },
  responses: changingAnswers({ 201: json('Recorded', z.object({ signed: z.number().int(), completed: z.number().int() }).readonly()) }),
});

export const recordPaperAssessment = createRoute({
  method: 'post', path: '/api/internships/{placement_id}/paper-assessment', tags, summary: 'Record what a firm without an account found on paper, with the scanned page',
  request: { params: z.object({ placement_id: idText }), body: { required: true, content: { 'multipart/form-data': { schema: z.object({
    file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }), on: day, passed: z.enum(['yes', 'no']), assessed_by: words.max(100), note: z.string().trim().max(2000).default(''),
  }) } } } },
  responses: changingAnswers({ 201: json('Recorded', z.object({ done: z.number().int(), registered: listOf(z.string()) }).readonly()) }),
});

export const downloadInternshipPaper = createRoute({
  method: 'get', path: '/api/internships/{placement_id}/paper', tags, summary: 'The sealed agreement that all have signed, as PDF',
  request: { params: z.object({ placement_id: idText }) },
  responses: readingAnswers({ 200: file('PDF', 'application/pdf') }),
});

export const downloadInternshipScan = createRoute({
  method: 'get', path: '/api/internships/{placement_id}/scans/{party}', tags, summary: 'The scan of the paper by which a party signed, or on which the firm assessed, to be saved',
  request: { params: z.object({ placement_id: idText, party: z.enum([...PARTIES, 'assessment']) }) },
  responses: readingAnswers({ 200: file('The scan', 'application/octet-stream') }),
});

const cover = z.object({ policy_no: z.string(), kind: z.enum(['school_liability', 'internship_liability']), from: dayText, to: dayText }).readonly();

export const readMyInternships = createRoute({
  method: 'get', path: '/api/my-internships', tags, summary: 'Internships and insurance of oneself and one’s wards',
  responses: readingAnswers({ 200: json('Internships', z.object({ on: dayText, students: listOf(z.object({ student_id: z.string(), internships: listOf(listed), insurance: listOf(cover) }).readonly()) }).readonly()) }),
});
