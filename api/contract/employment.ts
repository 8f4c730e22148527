import { createRoute, z } from '@hono/zod-openapi';
import { ANSWER_KINDS } from '../../core/employment/answers.ts';
import { INDUSTRY_CODES, type Industry } from '../../core/employment/industries.ts';
import { CONTRACT_KINDS, EVIDENCE_KINDS, MATCH_KINDS, type ContractKind, type EvidenceKind, type Match } from '../../core/employment/outcomes.ts';
import { GROUPS, RATE_DAYS } from '../../core/employment/rates.ts';
import { SERVICE_NAMES, type ServiceKind } from '../../core/employment/services.ts';
import { listOf } from './bilingual.ts';
import { day, dayQuery, dayText } from './day.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers, refusals } from './problem-document.ts';
import { XLSX } from './files.ts';

/** Destinations, the local rate, services, and what graduates say. */

const tags = ['employment'];
const count = z.number().int();
const id = z.string().min(1).max(500);
const words = z.string().trim().min(1);
const year = z.string().regex(/^\d{4}$/).transform(Number);
export const yuan = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/);
export const contractKind = z.enum(CONTRACT_KINDS as [ContractKind, ...ContractKind[]]);
const matchKind = z.enum(MATCH_KINDS as [Match, ...Match[]]);
const evidenceKind = z.enum(EVIDENCE_KINDS as [EvidenceKind, ...EvidenceKind[]]);
export const industry = z.enum(INDUSTRY_CODES as [Industry, ...Industry[]]);
const serviceKind = z.enum(SERVICE_NAMES as [ServiceKind, ...ServiceKind[]]);

const rate = z.object({ numerator: count, denominator: count, outcome: z.enum(['met', 'edge', 'unmet', 'undetermined', 'not_applicable']) }).readonly();
const threeRates = z.object({ without_set_aside: rate, all_graduates: rate, employed: rate }).readonly();
const ratesOnDay = z
  .object({
    key: z.enum(RATE_DAYS), day: dayText,
    /** False: the day is yet to come, and this is what is recorded so far. */
    come: z.boolean(),
    counts: z.object({ graduates: count, recorded: count, local: count, in_county: count, employed: count, set_aside: count }).readonly(),
    city: threeRates, county: threeRates,
  })
  .readonly()
  .openapi('LocalRatesOnDay');
const share = z.object({ yes: count, known: count, of: count }).readonly();

const employment = z
  .object({
    on: dayText, year: count, years: listOf(count), has_rules: z.boolean(),
    groups: listOf(z.object({ group: z.enum(GROUPS), id: z.string(), name: z.string(), days: listOf(ratesOnDay) }).readonly()),
    quality: z.object({
      minimum_wage_yuan: z.string(), contract: share, wage: share, match: share, city_industry: share, industries: listOf(z.object({ industry, many: count }).readonly()),
    }).readonly().nullable(),
    retention: listOf(z.object({ months: count, reached: count, known: count, local: count, unknown: count }).readonly()),
    /** M10-a: what each school did in the year. */
    services: listOf(z.object({ school_id: z.string(), name: z.string(), kind: serviceKind, many: count, attended: count }).readonly()),
  })
  .readonly()
  .openapi('Employment');

export const readEmployment = createRoute({
  method: 'get', path: '/api/employment', tags, summary: 'The graduates of a year in numbers: the three local rates, quality, who stays, services (1.2-k, 1.2-c, 1.2-n, M10-a)',
  request: { query: dayQuery.extend({ year: year.optional() }) },
  responses: readingAnswers({ 200: json('Numbers', employment) }),
});

const destination = z
  .object({
    record_id: z.string(), code: z.string(), employer_id: z.string().nullable(), employer: z.string(), employer_credit_code: z.string().nullable(), workplace_division: z.string().nullable(), industry: z.string().nullable(),
    position: z.string().nullable(), contract: z.string().nullable(), contract_kind: contractKind.nullable(), wage_yuan: z.string().nullable(), wage_band: z.string().nullable(), match: matchKind.nullable(),
    evidence: evidenceKind.nullable(), evidence_ref: z.string().nullable(), agreed_on: dayText.nullable(), insured_from: dayText.nullable(), late_reason: z.string().nullable(), recorded_on: dayText, recorded_by: z.string(),
  })
  .readonly()
  .openapi('Destination');

const graduate = z
  .object({
    student_id: z.string(), name: z.string(), school_id: z.string(), programme: z.string(), class_id: z.string().nullable(), graduated_on: dayText, deadline: dayText.nullable(),
    /** Earliest first; the last one stands. */
    destinations: listOf(destination),
    signs: listOf(z.enum(['same_contact', 'many_at_one_employer', 'no_insurance', 'passed_partners'])),
    /** What the graduate said of the destination that stands. */
    said: z.enum(['confirm', 'object']).nullable(), objection: z.string().nullable(),
    consent: z.boolean().nullable(), asked_again: count.nullable(), answered_again: z.object({ on: dayText, code: z.string(), workplace_division: z.string().nullable() }).readonly().nullable(),
    may_write: z.boolean(),
  })
  .readonly()
  .openapi('Graduate');

const reportHead = z.object({ document_id: z.string(), number: z.string(), version: count }).readonly();

export const listGraduates = createRoute({
  method: 'get', path: '/api/employment/graduates', tags, summary: 'Graduates of a year with where they went, for those who keep or follow them (M10-b)',
  request: { query: dayQuery.pick({ on: true }).extend({ year: year.optional(), school_id: id.optional(), class_id: id.optional(), student_id: id.optional() }) },
  responses: readingAnswers({ 200: json('Graduates', z.object({
    on: dayText, year: count, years: listOf(count),
    /** `report`: the statistics of the year that were given a number and hold. */
    schools: listOf(z.object({ school_id: z.string(), name: z.string(), report: reportHead.nullable(), may_issue: z.boolean() }).readonly()),
    /** Classes with how many of them are recorded. */
    classes: listOf(z.object({ class_id: z.string(), graduates: count, recorded: count }).readonly()),
    graduates: listOf(graduate), may_write: z.boolean(),
  }).readonly().openapi('Graduates')) }),
});

const entry = z
  .object({
    student_id: id, code: z.string().max(10), employer_id: id.optional(), employer_credit_code: z.string().max(18).optional(), workplace_division: z.string().max(6).optional(), industry: industry.optional(),
    position: words.max(100).optional(), contract_kind: contractKind.optional(), wage_yuan: yuan.optional(), match: matchKind.optional(), agreed_on: day.optional(), insured_from: day.optional(),
    contact: words.max(40).optional(), evidence: evidenceKind, evidence_ref: z.string().max(200), reason: z.string().max(500).optional(),
  })
  .strict();

const MOST_AT_ONCE = 200;

export const recordDestinations = createRoute({
  method: 'post', path: '/api/employment/destinations', tags, summary: 'Record where graduates went, one or a class; all of them or none (M10-b)',
  request: { body: jsonBody(z.object({ entries: z.array(entry).min(1).max(MOST_AT_ONCE) }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ recorded: count }).readonly()) }),
});

const reportQuery = z.object({ year, school_id: id, on: day.optional() });

export const downloadDestinationWorkbook = createRoute({
  method: 'get', path: '/api/employment/report/workbook', tags, summary: '毕业去向与本地就业统计 of a school and year as .xlsx',
  request: { query: reportQuery }, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadDestinationPaper = createRoute({
  method: 'get', path: '/api/employment/report/paper', tags, summary: 'The same on A4',
  request: { query: reportQuery }, responses: readingAnswers({ 200: file('PDF', 'application/pdf') }),
});

export const issueDestinationReport = createRoute({
  method: 'post', path: '/api/employment/report', tags, summary: 'Give the statistics of a school and year their number; while one holds, a new version of it (M10-b)',
  request: { body: jsonBody(z.object({
    school_id: id, year: z.number().int().min(2000).max(2999), on: day.optional(),
    /** The version that was looked at; 0 where none was issued. */
    version: z.number().int().min(0), filled_by: z.string().trim().max(50).default(''), reason: z.string().trim().max(500).default(''),
  }).strict()) },
  responses: changingAnswers({ 201: json('Issued', reportHead) }),
});

const service = z
  .object({
    service_id: z.string(), school_id: z.string(), kind: serviceKind, on: dayText, title: z.string(), class_id: z.string().nullable(), student_id: z.string().nullable(), attended: count, hours: count.nullable(), firms: count.nullable(),
    note: z.string(), reason: z.string().nullable(), recorded_by: z.string(), may_write: z.boolean(),
  })
  .readonly()
  .openapi('EmploymentService');

export const listEmploymentServices = createRoute({
  method: 'get', path: '/api/employment/services', tags, summary: 'Careers courses, fairs and guidance of a year (M10-a)',
  request: { query: dayQuery.pick({ on: true }).extend({ year: year.optional() }) },
  responses: readingAnswers({ 200: json('Services', z.object({ on: dayText, year: count, services: listOf(service), may_write_at: listOf(z.object({ school_id: z.string(), name: z.string() }).readonly()) }).readonly()) }),
});

const MOST_ATTENDING = 100_000;
const serviceDraft = z
  .object({
    kind: serviceKind, on: day, title: words.max(200), class_id: id.optional(), student_id: id.optional(), attended: z.number().int().min(1).max(MOST_ATTENDING), hours: z.number().int().min(1).max(1000).optional(),
    firms: z.number().int().min(1).max(10_000).optional(), note: z.string().max(2000).default(''),
  })
  .strict();

export const recordEmploymentService = createRoute({
  method: 'post', path: '/api/employment/services', tags, summary: 'Record a service; answering an earlier one puts it right, without a draft it is withdrawn',
  request: { body: jsonBody(z.object({ school_id: id, draft: serviceDraft.optional(), answers: z.string().max(20).optional(), reason: z.string().trim().max(500).optional() }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ service_id: z.string() }).readonly()) }),
});

export const readFollowUps = createRoute({
  method: 'get', path: '/api/employment/follow-ups', tags, summary: 'Who of a school’s graduates is to be asked again, and who answered (1.2-c)',
  request: { query: dayQuery.pick({ on: true }).extend({ school_id: id, year }) },
  responses: readingAnswers({ 200: json('The list', z.object({
    on: dayText, school_id: z.string(), year: count, months: count, digest: z.string(), students: listOf(z.object({ student_id: z.string(), name: z.string(), graduated_on: dayText }).readonly()),
    asked: count, answered: count, open_matter: z.string().nullable(), may_propose: z.boolean(),
  }).readonly().openapi('FollowUps')), 422: refusals[422] }),
});

export const readOwnEmployment = createRoute({
  method: 'get', path: '/api/employment/mine', tags, summary: 'Where the school says that one went, or one’s child',
  responses: readingAnswers({ 200: json('Own', z.object({
    on: dayText, graduates: listOf(graduate),
    /** Of the final grade: whether firms may be shown them. */
    finalists: listOf(z.object({ student_id: z.string(), name: z.string(), consent: z.boolean().nullable() }).readonly()),
  }).readonly()) }),
});

export const recordEmploymentAnswer = createRoute({
  method: 'post', path: '/api/employment/answers', tags, summary: 'Consent to being shown to firms, confirm or object to what was recorded, answer a follow-up; by the graduate, consent on paper by the school',
  request: { body: jsonBody(z.object({
    student_id: id, kind: z.enum(ANSWER_KINDS), destination_record: z.string().max(20).optional(), reason: z.string().max(500).optional(), code: z.string().max(10).optional(), workplace_division: z.string().max(6).optional(),
    satisfied: z.number().int().min(1).max(5).optional(),
  }).strict()) },
  responses: changingAnswers({ 201: json('Recorded', z.object({ answer_id: z.string() }).readonly()), 422: refusals[422] }),
});
