import { MADE_PNG } from '../../workbook/made-attachments.ts';
import { difference, done, mayWith, refused, RELATIONS, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { openTo } from './policy-oracle.ts';
import { thingId, type Unit } from './units.ts';
import { DAY } from './world.ts';
import type { WorldDocument } from './world-documents.ts';

const get = (path: string) => ({ method: 'GET', path });
const post = (path: string, json: unknown) => ({ method: 'POST', path, json });
const campusOf = (unit: Unit): string => thingId('campus', unit.name, 'standing');

/** The document about the campus that a cell is about; null when there is none. */
const documentOf = ({ world, unit }: Where): WorldDocument | null => world.documents.find((one) => one.unit === unit.name) ?? null;
const documentId = (where: Where): string => documentOf(where)?.document_id ?? '999999999';
const fileId = (where: Where): string => documentOf(where)?.attachment_id ?? '999999999';
const absent = (problem: string): Expected => refused(404, problem, { asAbsent: true });

/** A document that everybody of the pilot may read stands beside those of the campuses. */
const mayRead = ({ cell: { asking } }: Where, { labels, everybody }: Pick<WorldDocument, 'labels' | 'everybody'>): boolean =>
  everybody ? openTo(asking, 'documents', 'r') !== null : mayWith(asking, 'documents', 'r', labels);

function seen(where: Where, pick: (document: WorldDocument) => string | null, list: (body: never) => string[]): Expected {
  const wanted = where.world.documents.filter((one) => mayRead(where, one)).flatMap((one) => pick(one) ?? []);
  return done(200, { keeps: false, contents: ({ text }) => difference(list(JSON.parse(text) as never), wanted) });
}

const readable = (where: Where, problem: string, keeps: boolean): Expected => {
  const found = documentOf(where);
  return found !== null && mayRead(where, found) ? done(200, { keeps }) : absent(problem);
};

function changed(where: Where, status: number): Expected {
  const found = documentOf(where);
  const mine = found !== null && mayRead(where, found) && mayWith(where.cell.asking, 'documents', 'a', found.labels);
  return mine ? done(status, { keeps: true }) : absent('unknown_document');
}

/** Whoever issues a report reads its campus; whoever may read it may not always give it a number. */
function issued(where: Where): Expected {
  const { cell: { asking, relation }, world, unit } = where;
  const labels = world.documents.find((one) => one.unit === unit.name)?.labels ?? [];
  if (relation === 'absent' || !mayWith(asking, 'conditions', 'r', labels)) return absent('unknown_campus');
  return mayWith(asking, 'documents', 'a', labels) ? done(201, { keeps: true }) : absent('unknown_campus');
}

function attached(where: Where): Expected {
  const found = documentOf(where);
  return found !== null && mayWith(where.cell.asking, 'documents', 'w', found.labels) ? done(201, { keeps: true }) : absent('unknown_object');
}

function ended(where: Where): Expected {
  const found = documentOf(where);
  return found !== null && mayWith(where.cell.asking, 'documents', 'w', found.labels) ? done(200, { keeps: true }) : absent('unknown_file');
}

function form({ unit }: Where): FormData {
  const data = new FormData();
  data.append('file', new File([MADE_PNG], 'photo.png', { type: 'image/png' }));
  data.append('about', `campuses/${campusOf(unit)}`);
  return data;
}

export const documentCases = {
  listDocuments: {
    asks: ['documents', 'r'], ask: () => get('/api/documents'),
    expected: (where) => seen(where, ({ document_id }) => document_id, ({ documents }: { documents: { document_id: string }[] }) => documents.map(({ document_id }) => document_id)),
  },
  readDocument: { asks: ['documents', 'r'], relations: RELATIONS, ask: (where) => get(`/api/documents/${documentId(where)}`), expected: (where) => readable(where, 'unknown_document', false) },
  downloadDocument: {
    asks: ['documents', 'r'], relations: RELATIONS, ask: (where) => get(`/api/documents/${documentId(where)}/versions/1/file`), expected: (where) => readable(where, 'unknown_document', false),
  },
  downloadDocumentWorkbook: {
    asks: ['documents', 'r'], relations: RELATIONS, ask: (where) => get(`/api/documents/${documentId(where)}/workbook`), expected: (where) => readable(where, 'unknown_document', false),
  },
  issueConditions: {
    asks: ['documents', 'a'], relations: RELATIONS, ask: ({ unit }) => post('/api/documents', { kind: 'conditions_report', campus_id: campusOf(unit), on: DAY }), expected: issued,
  },
  correctDocument: {
    asks: ['documents', 'a'], relations: RELATIONS,
    ask: (where) => post(`/api/documents/${documentId(where)}/versions`, { version: 1, reason: '有误', content: documentOf(where)?.content ?? {} }), expected: (where) => changed(where, 201),
  },
  revokeDocument: { asks: ['documents', 'a'], relations: RELATIONS, ask: (where) => post(`/api/documents/${documentId(where)}/revocation`, { reason: '停办' }), expected: (where) => changed(where, 200) },
  listNumberSeries: { asks: ['documents', 'r'], ask: () => get('/api/number-series'), expected: () => done(200, { keeps: false }) },
  listAttachments: {
    asks: ['documents', 'r'], ask: () => get('/api/files'),
    expected: (where) => seen(where, ({ attachment_id }) => attachment_id, ({ files }: { files: { attachment_id: string }[] }) => files.map(({ attachment_id }) => attachment_id)),
  },
  downloadAttachment: { asks: ['documents', 'r'], relations: RELATIONS, ask: (where) => get(`/api/files/${fileId(where)}/content`), expected: (where) => readable(where, 'unknown_file', false) },
  attachFile: { asks: ['documents', 'w'], relations: RELATIONS, ask: (where) => ({ method: 'POST', path: '/api/files', form: form(where) }), expected: attached },
  endAttachment: { asks: ['documents', 'w'], relations: RELATIONS, ask: (where) => post(`/api/files/${fileId(where)}/end`, {}), expected: ended },
} as const satisfies Record<string, RouteCase>;
