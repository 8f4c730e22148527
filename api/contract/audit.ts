import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { day, momentText } from './day.ts';
import { json, readingAnswers } from './problem-document.ts';

const auditEntry = z
  .object({
    entry_id: z.string(),
    at: momentText,
    actor: z.string(),
    action: z.string().openapi({ example: 'import.commit' }),
    object: z.string().openapi({ example: 'imports/12' }),
    detail: z.record(z.string(), z.unknown()).readonly(),
    /** Its number in the region's chain; null for the second or two until it is sealed. */
    seq: z.number().int().nullable(),
    sealed_at: momentText.nullable(),
  })
  .readonly()
  .openapi('AuditEntry');

const word = z.string().min(1).max(200).optional();

export const listAudit = createRoute({
  method: 'get', path: '/api/audit', tags: ['audit'],
  summary: 'What was done, by whom and when, latest first; `action` may be the part before the dot, `object` the part before the slash',
  request: {
    query: z.object({
      action: word, actor: word, object: word, from: day.optional(), to: day.optional(),
      page: z.coerce.number().int().min(1).max(1_000_000).default(1),
      per_page: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: readingAnswers({ 200: json('Entries', z.object({
    total: z.number().int(), page: z.number().int(), per_page: z.number().int(), entries: listOf(auditEntry),
  }).readonly().openapi('AuditPage')) }),
});

const finding = z
  .object({
    what: z.string(), seq: z.number().int().nullable(), entry_id: z.string().nullable(), at: z.string().nullable(),
    action: z.string().nullable(), object: z.string().nullable(), about: z.string().nullable(),
  })
  .readonly()
  .openapi('AuditFinding');

export const readAuditState = createRoute({
  method: 'get', path: '/api/audit/state', tags: ['audit'], summary: 'How the chain stands: what waits, the last checkpoint, the last verification',
  responses: readingAnswers({ 200: json('State', z.object({
    links: z.number().int(),
    unsealed: z.number().int(),
    oldest_seconds: z.number().nullable(),
    last_checkpoint_at: momentText.nullable(),
    /** Why nothing is sealed; null while sealing works, or where this server does not seal. */
    stuck: z.string().nullable(),
    verified: z.object({ at: momentText, holds: z.boolean(), links: z.number().int(), found: z.number().int(), first: finding.nullable() }).readonly().nullable(),
  }).readonly().openapi('AuditState')) }),
});
