import { createRoute, z } from '@hono/zod-openapi';
import { listOf } from './bilingual.ts';
import { day, dayText, momentText } from './day.ts';
import { changingAnswers, json, jsonBody, readingAnswers } from './problem-document.ts';
import { schoolVerdicts, shownVerdict, summary, target } from './verdict.ts';

const snapshotHead = z
  .object({ snapshot_id: z.string(), on: dayText, taken_at: momentText, taken_by: z.string(), pack: z.string(), label: z.string(), summary })
  .readonly()
  .openapi('SnapshotHead');

const snapshot = z
  .object({
    ...snapshotHead.unwrap().shape,
    campuses: listOf(z.object({ campus_id: z.string(), name: z.string(), students: z.number().int().nullable(), verdicts: listOf(shownVerdict) }).readonly()),
    schools: listOf(schoolVerdicts),
    targets: listOf(target),
    /** False when the stored text is no longer what was written. */
    intact: z.boolean(),
    /** Values in force when it was taken. */
    parameters: listOf(z.object({ key: z.string(), value: z.string(), unit: z.string() }).readonly()),
  })
  .readonly()
  .openapi('Snapshot');

export const listSnapshots = createRoute({
  method: 'get', path: '/api/snapshots', tags: ['snapshots'], summary: 'Snapshots, latest day first',
  responses: readingAnswers({ 200: json('Snapshots', z.object({ snapshots: listOf(snapshotHead) }).readonly()) }),
});

export const takeSnapshot = createRoute({
  method: 'post', path: '/api/snapshots', tags: ['snapshots'], summary: 'Freeze facts, parameters, readings and verdicts of a day',
  request: { body: jsonBody(z.object({ on: day, label: z.string().trim().max(100).default('') }).strict()) },
  responses: changingAnswers({ 201: json('Taken', snapshotHead) }),
});

export const readSnapshot = createRoute({
  method: 'get', path: '/api/snapshots/{snapshot_id}', tags: ['snapshots'], summary: 'What was frozen',
  request: { params: z.object({ snapshot_id: z.string().max(64) }) },
  responses: readingAnswers({ 200: json('Snapshot', snapshot) }),
});
