import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { momentText } from './day.ts';
import { changingAnswers, file, json, readingAnswers } from './problem-document.ts';

const fileParam = z.object({ attachment_id: z.string().max(64) });

const attachment = z
  .object({
    attachment_id: z.string(), file: z.string(), type: z.string(), bytes: z.number().int(), hash: z.string(), about: z.string(), purpose: z.string(),
    at: momentText, by: z.string(), ended_at: momentText.nullable(),
    /** Whether whoever asks may say that it counts no more. */
    may_end: z.boolean(),
  })
  .readonly()
  .openapi('Attachment');

export const listAttachments = createRoute({
  method: 'get', path: '/api/files', tags: ['documents'], summary: 'Files that are attached to something',
  request: { query: z.object({ about: z.string().max(200).optional() }) },
  responses: readingAnswers({ 200: json('Files', z.object({ files: listOf(attachment), /** Whether whoever asks may attach to what was asked about. */ may_attach: z.boolean() }).readonly()) }),
});

export const attachFile = createRoute({
  method: 'post', path: '/api/files', tags: ['documents'], summary: 'Attach a file: PDF, PNG, JPEG, DOCX, XLSX or OFD of at most 20 MiB; of photos what their camera wrote about place, time and device is not kept',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: z.object({
    file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
    /** `campuses/C1`, `schools/S1`, `documents/5`, `matters/12`, `supervision/7`, `journals/9`. */
    about: z.string().min(1).max(200),
    purpose: z.string().trim().max(200).default(''),
  }) } } } },
  responses: changingAnswers({ 201: json('Attached', attachment) }),
});

export const downloadAttachment = createRoute({
  method: 'get', path: '/api/files/{attachment_id}/content', tags: ['documents'], summary: 'An attached file, to be saved',
  request: { params: fileParam },
  responses: readingAnswers({ 200: file('The file', 'application/octet-stream') }),
});

export const endAttachment = createRoute({
  method: 'post', path: '/api/files/{attachment_id}/end', tags: ['documents'], summary: 'Say that an attached file counts no more',
  request: { params: fileParam },
  responses: changingAnswers({ 200: json('Ended', attachment) }),
});
