import { createRoute, z } from '@hono/zod-openapi';
import { SITE_LISTS } from '../../core/facts/site-lists.ts';
import { day } from './day.ts';
import { XLSX } from './files.ts';
import { file, readingAnswers } from './problem-document.ts';

const request = { params: z.object({ list: z.enum(SITE_LISTS) }), query: z.object({ campus_id: z.string().min(1).max(500), on: day.optional() }) };

export const downloadSiteWorkbook = createRoute({
  method: 'get', path: '/api/site-lists/{list}/workbook', tags: ['reports'], summary: '校区场地台账 (document 6) or 实训基地与设备清单 (document 7) of a campus, as a workbook',
  request, responses: readingAnswers({ 200: file('Workbook', XLSX) }),
});

export const downloadSitePaper = createRoute({
  method: 'get', path: '/api/site-lists/{list}/paper', tags: ['reports'], summary: 'The same on A4, to be signed', request, responses: readingAnswers({ 200: file('Paper', 'application/pdf') }),
});
