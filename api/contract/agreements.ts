import { createRoute, z } from '@hono/zod-openapi';
import { COPY_HOLDERS, PARTIES } from '../../core/agreements/party.ts';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['agreements'];
const party = z.enum(PARTIES);
const holder = z.enum(COPY_HOLDERS);
const idText = z.string().max(64);
const agreementParam = z.object({ agreement_id: idText });
const way = z.enum(['electronic', 'paper']);

/** Which new students: of a year, all in reach, of a school, of a programme. */
const asked = z.object({ cohort: z.coerce.number().int().min(2000).max(2100).optional(), school_id: z.string().max(500).optional(), programme_id: z.string().max(500).optional() });

/** B37: since when an agreement holds no more, and by which clause. */
export const agreementEnd = z.object({ on: dayText, clause: z.string() }).readonly();

const listed = z
  .object({
    student_id: z.string(), name: z.string(), school_id: z.string(), school: z.string(), programme_id: z.string(), programme: z.string(), class_id: z.string().nullable(),
    agreement_id: z.string().nullable(), version: z.number().int().nullable(), content_hash: z.string().nullable(), state: z.enum(['signed', 'signing', 'not_drawn_up']),
    signatures: listOf(z.object({ party, way, on: dayText }).readonly()), missing: listOf(party), registered: z.object({ student: dayText.nullable(), guardian: dayText.nullable(), school: dayText.nullable(), college: dayText.nullable() }).readonly().nullable(),
    copies: z.number().int().nullable(), holders: listOf(holder), number: z.string().nullable(), signed_on: dayText.nullable(), due_on: dayText.nullable(), late: z.boolean(), renewing: z.boolean(), ended: agreementEnd.nullable(),
  })
  .readonly()
  .openapi('ListedAgreement');

export const listAgreements = createRoute({
  method: 'get', path: '/api/agreements', tags, summary: 'New students of a year with what became of their agreements',
  request: { query: asked },
  responses: readingAnswers({ 200: json('Agreements', z.object({
    on: dayText, cohort: z.number().int(),
    /** New students for whom nothing is drawn up, where the asker may not read the roll. */
    unnamed: z.number().int(), unnamed_registered: z.number().int(), agreements: listOf(listed),
  }).readonly()) }),
});

const year = z.object({ year: z.number().int(), academic_year: z.string(), place_id: z.string(), place: z.string(), tuition_yuan: z.string(), dorm_yuan: z.string(), custody_yuan: z.string() }).readonly();
export const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }).readonly(),
  z.object({ kind: z.literal('facts'), rows: listOf(z.tuple([z.string(), z.string()]).readonly()) }).readonly(),
  z.object({ kind: z.literal('point'), heading: z.string(), text: z.string(), clauses: listOf(z.string()) }).readonly(),
  z.object({
    kind: z.literal('table'), caption: z.string(), rows: listOf(listOf(z.string())),
    columns: listOf(z.object({ heading: z.string(), align: z.enum(['left', 'right', 'center']), share: z.number() }).readonly()),
  }).readonly(),
]);

const agreement = z
  .object({
    agreement_id: z.string(), student_id: z.string(), student: z.string(), school_id: z.string(), school: z.string(), college: z.string(), programme: z.string(), cohort: z.number().int(),
    version: z.number().int(), content_hash: z.string(), reason: z.string(), template: z.string(), recorded_at: momentText,
    /** What is read before it is signed; in Chinese. */
    blocks: listOf(block), years: listOf(year), terms: z.string(),
    signatures: listOf(z.object({ party, way, on: dayText, at: momentText, signer: z.string(), evidence: z.string() }).readonly()), missing: listOf(party),
    /** The version that holds; null while none was signed by all. */
    holds: z.number().int().nullable(), number: z.string().nullable(), code: z.string().nullable(), verify_page: z.string().nullable(), due_on: dayText.nullable(),
    versions: listOf(z.object({ version: z.number().int(), reason: z.string(), recorded_at: momentText, holds: z.boolean() }).readonly()),
    copies: listOf(z.object({ holder, way: z.enum(['handed_over', 'downloaded']), received_by: z.string(), received_on: dayText }).readonly()),
    confirmed_on: dayText.nullable(),
    /** Ended since the student does not step up; null while it holds. */
    ended: agreementEnd.nullable(),
    /** As whom the asker may sign it now. */
    may_sign_as: listOf(party), may_confirm_as: z.enum(['student', 'guardian']).nullable(), may_write: z.boolean(),
  })
  .readonly()
  .openapi('StudentAgreement');

export const readAgreement = createRoute({
  method: 'get', path: '/api/agreements/{agreement_id}', tags, summary: 'An agreement as it is to be signed, and who signed it',
  request: { params: agreementParam },
  responses: readingAnswers({ 200: json('Agreement', agreement) }),
});

const yuan = z.string().regex(/^\d{1,7}(\.\d{1,2})?$/).nullable();
const filled = z.object({
  years: z.array(z.object({ place_id: z.string().max(500).nullable(), tuition_yuan: yuan, dorm_yuan: yuan, custody_yuan: yuan }).strict()).length(5),
  terms: z.string().trim().max(2000).default(''),
});
const lacking = listOf(z.object({ part: z.string(), what: z.string() }).readonly());

export const prepareAgreements = createRoute({
  method: 'get', path: '/api/agreement-preparation', tags, summary: 'What agreements of a programme’s new students would say, by what registers hold',
  request: { query: z.object({ cohort: z.coerce.number().int().min(2000).max(2100), programme_id: z.string().max(500) }) },
  responses: readingAnswers({ 200: json('Preparation', z.object({
    programme_id: z.string(), programme: z.string(), cohort: z.number().int(), students: listOf(z.object({ student_id: z.string(), name: z.string(), drawn_up: z.boolean() }).readonly()),
    years: listOf(z.object({ place_id: z.string().nullable(), tuition_yuan: z.string().nullable(), dorm_yuan: z.string().nullable(), custody_yuan: z.string().nullable() }).readonly()),
    places: listOf(z.object({ place_id: z.string(), place: z.string() }).readonly()),
  }).readonly()) }),
});

export const drawUpAgreements = createRoute({
  method: 'post', path: '/api/agreements', tags, summary: 'Draw up the agreements of a programme’s new students in one act',
  request: { body: jsonBody(filled.extend({ cohort: z.number().int().min(2000).max(2100), programme_id: z.string().max(500), class_id: z.string().max(500).nullable().default(null) }).strict()) },
  responses: changingAnswers({ 201: json('Drawn up', z.object({
    made: listOf(z.object({ agreement_id: z.string(), student_id: z.string() }).readonly()), there: listOf(z.string()),
    lacking: listOf(z.object({ student_id: z.string(), name: z.string(), lacking }).readonly()),
  }).readonly()) }),
});

export const redrawAgreement = createRoute({
  method: 'post', path: '/api/agreements/{agreement_id}/versions', tags, summary: 'Another content: a version to be signed anew, with the reason',
  request: { params: agreementParam, body: jsonBody(filled.extend({ version: z.number().int().min(1), reason: z.string().trim().min(1).max(500) }).strict()) },
  responses: changingAnswers({ 201: json('Another version', z.object({ agreement_id: z.string(), version: z.number().int() }).readonly()) }),
});

const MOST_READ = 200;
const read = z.object({ agreement_id: idText, version: z.number().int().min(1), content_hash: z.string().max(100) }).strict();
const reading = z.object({ party, items: z.array(read).min(1).max(MOST_READ) });

export const askSigningCode = createRoute({
  method: 'post', path: '/api/agreement-codes', tags, summary: 'Have a one-time code sent to oneself for exactly what was read',
  request: { body: jsonBody(reading.strict()) },
  responses: changingAnswers({ 201: json('Sent', z.object({ sent_to: z.string(), expires_at: momentText }).readonly()) }),
});

export const signAgreements = createRoute({
  method: 'post', path: '/api/agreement-signatures', tags, summary: 'Sign for one party, one agreement or a list in one act',
  request: { body: jsonBody(reading.extend({ code: z.string().trim().min(1).max(12) }).strict()) },
  responses: changingAnswers({ 201: json('Signed', z.object({ signed: z.number().int(), completed: z.number().int(), list_hash: z.string() }).readonly()) }),
});

export const recordAgreementPaper = createRoute({
  method: 'post', path: '/api/agreements/{agreement_id}/paper', tags, summary: 'Record what was signed on paper, with the scanned copy',
  request: { params: agreementParam, body: { required: true, content: { 'multipart/form-data': { schema: z.object({
    file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }), version: z.coerce.number().int().min(1), content_hash: z.string().max(100),
    student: day.optional(), guardian: day.optional(), school: day.optional(), college: day.optional(),
  }) } } } },
  responses: changingAnswers({ 201: json('Recorded', z.object({ signed: z.number().int(), completed: z.number().int() }).readonly()) }),
});

export const handOverCopy = createRoute({
  method: 'post', path: '/api/agreements/{agreement_id}/copies', tags, summary: 'Record who received a copy, and when',
  request: { params: agreementParam, body: jsonBody(z.object({ holder, received_by: z.string().trim().min(1).max(50), received_on: day }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ copies: z.number().int() }).readonly()) }),
});

export const downloadAgreement = createRoute({
  method: 'get', path: '/api/agreements/{agreement_id}/file', tags, summary: 'The sealed paper of an agreement that all have signed',
  request: { params: agreementParam },
  responses: readingAnswers({ 200: file('PDF', 'application/pdf') }),
});

export const downloadAgreementScan = createRoute({
  method: 'get', path: '/api/agreements/{agreement_id}/scans/{party}', tags, summary: 'The scan of the paper by which a party signed, to be saved',
  request: { params: agreementParam.extend({ party }) },
  responses: readingAnswers({ 200: file('The scan', 'application/octet-stream') }),
});

export const confirmAgreement = createRoute({
  method: 'post', path: '/api/agreements/{agreement_id}/confirmation', tags, summary: 'Confirm in year 4 what was agreed in year 1',
  request: { params: agreementParam, body: jsonBody(z.object({ party: z.enum(['student', 'guardian']), version: z.number().int().min(1), content_hash: z.string().max(100) }).strict()) },
  responses: changingAnswers({ 201: json('Confirmed', z.object({ agreement_id: z.string() }).readonly()) }),
});

export const downloadLedgerWorkbook = createRoute({
  method: 'get', path: '/api/agreement-ledger/workbook', tags, summary: '三方协议签订台账 of a school’s new students as .xlsx',
  request: { query: asked.extend({ school_id: z.string().max(500) }) },
  responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadLedgerPaper = createRoute({
  method: 'get', path: '/api/agreement-ledger/paper', tags, summary: 'The same on A4',
  request: { query: asked.extend({ school_id: z.string().max(500) }) },
  responses: readingAnswers({ 200: file('PDF', 'application/pdf') }),
});
