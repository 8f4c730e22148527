import { createRoute, z } from '@hono/zod-openapi';
import { CERTIFICATE_STANDINGS } from '../../core/graduation/certificate-standing.ts';
import { bilingual, listOf } from './bilingual.ts';
import { day, dayText } from './day.ts';
import { XLSX } from './files.ts';
import { changingAnswers, file, json, jsonBody, readingAnswers } from './problem-document.ts';

const tags = ['certificates'];
const kind = z.enum(['skill', 'x']);
const level = z.enum(['1', '2', '3', '4', '5', 'primary', 'intermediate', 'advanced']);
const count = z.number().int();
const MOST_AT_ONCE = 1000;
const PER_PAGE = 200;
const pages = { page: z.coerce.number().int().min(1).max(1_000_000).default(1), per_page: z.coerce.number().int().min(1).max(PER_PAGE).default(50) };

const certificate = z
  .object({
    record_id: z.string(), student_id: z.string(), student: z.string().nullable(), class_id: z.string().nullable(), kind, name: z.string(), level, number: z.string(), issued_on: dayText, verified: z.boolean(),
    entered_by: z.string().nullable(), verified_by: z.string().nullable(), verified_on: dayText.nullable(), source: z.string().nullable(), valid_until: dayText.nullable(),
    /** Its validity is over on the day that is asked about; the day of issue alone decides on graduation. */
    expired: z.boolean(),
    may_verify: z.boolean(), may_withdraw: z.boolean(),
  })
  .readonly()
  .openapi('Certificate');

export const listCertificates = createRoute({
  method: 'get', path: '/api/certificates', tags, summary: 'Certificates in reach, those that wait for verification first (M9-e)',
  request: { query: z.object({ verified: z.enum(['yes', 'no']).optional(), school_id: z.string().max(200).optional(), find: z.string().min(1).max(100).optional(), ...pages }) },
  responses: readingAnswers({ 200: json('Certificates', z.object({ on: dayText, total: count, page: count, per_page: count, may_enter: z.boolean(), certificates: listOf(certificate) }).readonly()) }),
});

const entry = z.object({
  student_id: z.string().trim().min(1).max(200), kind, name: z.string().trim().max(200), level, number: z.string().trim().min(1).max(64), issued_on: day, valid_until: day.nullable(),
}).strict();

export const enterCertificates = createRoute({
  method: 'post', path: '/api/certificates', tags, summary: 'Enter certificates, to be verified by another person; all or none',
  request: { body: jsonBody(z.object({ certificates: z.array(entry).min(1).max(MOST_AT_ONCE) }).strict()) },
  responses: changingAnswers({ 201: json('Entered', z.object({ entered: count }).readonly()) }),
});

export const decideCertificate = createRoute({
  method: 'post', path: '/api/certificates/{record_id}/decision', tags, summary: 'Verify a certificate against a source, refuse it, or withdraw it later',
  request: {
    params: z.object({ record_id: z.string().max(64) }),
    body: jsonBody(z.object({ act: z.enum(['verify', 'refuse', 'withdraw']), on: day, source: z.string().trim().max(300).default(''), reason: z.string().trim().max(2000).default('') }).strict()),
  },
  responses: changingAnswers({ 201: json('Decided', z.object({ record_id: z.string() }).readonly()) }),
});

const standing = z.enum(CERTIFICATE_STANDINGS);
const counts = { students: count, held: count, exempted: count, unverified: count, lacking: count, not_reported: count };

export const readCertificateStanding = createRoute({
  method: 'get', path: '/api/certificates/standing', tags, summary: 'Who of the higher stage still lacks a certificate, by class and programme, with the days to graduation (M9-e)',
  request: { query: z.object({ on: day.optional(), school_id: z.string().max(200).optional() }) },
  responses: readingAnswers({ 200: json('Standing', z.object({
    on: dayText, has_rules: z.boolean(),
    /** Of the final grade: holders over all of whom something is known; null where that is nobody. */
    rate: z.object({ held: count, of: count, value: z.string() }).readonly().nullable(),
    final: z.object(counts).readonly(),
    groups: listOf(z.object({
      school_id: z.string(), school: z.string(), programme_id: z.string(), programme: z.string(), class_id: z.string().nullable(), grade: count, ...counts,
      graduates_on: dayText, days: count,
      open: listOf(z.object({ student_id: z.string(), name: z.string(), standing, said: bilingual, may_exempt: z.boolean() }).readonly()),
    }).readonly()),
  }).readonly()) }),
});

const sheetAsked = { query: z.object({ school_id: z.string().min(1).max(200), on: day.optional() }) };

export const downloadCertificateWorkbook = createRoute({
  method: 'get', path: '/api/certificates/workbook', tags, summary: '技能/X证书取得情况表 of a school as .xlsx', request: sheetAsked, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadCertificatePaper = createRoute({
  method: 'get', path: '/api/certificates/paper', tags, summary: 'The same on A4', request: sheetAsked, responses: readingAnswers({ 200: file('Paper', 'application/pdf') }),
});
