import { mayTouch } from '../core/access/reach.ts';
import { kindNamed, problemsOf, type AnyContent } from '../core/documents/kinds.ts';
import type { ContentProblem } from '../core/documents/field.ts';
import { numberText, SERIES } from '../core/documents/series.ts';
import { parsePlainDate } from '../core/values/plain-date.ts';
import { labelsOfObject } from '../store/attachments.ts';
import { correctDocument, issueDocument, revokeDocument, type Corrected } from '../store/documents.ts';
import { listDocuments, readDocument, standingOf, type DocumentHead, type DocumentRecord } from '../store/documents-read.ts';
import { readFile } from '../store/files.ts';
import { seriesStates, type SeriesState } from '../store/number-series.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { conditionsContent } from './conditions-document.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse, type Particulars } from './refuse.ts';
import { idOf } from './registers.ts';

type DocumentHandlers = Pick<Handlers,
  'listDocuments' | 'readDocument' | 'downloadDocument' | 'issueConditions' | 'correctDocument' | 'revokeDocument' | 'listNumberSeries'>;
type View = ReturnType<typeof documentView>;

export function documentHandlers(deps: Deps): DocumentHandlers {
  return {
    listDocuments: (c) => storeOf(deps, c).read(async (tx) => {
      const { kind = null, about = null, filter, page, per_page } = c.req.valid('query');
      const { total, documents } = await listDocuments(tx, { kind, about, filter, page, per_page });
      return c.json({ total, documents: documents.map(headView) }, 200);
    }),
    readDocument: (c) => storeOf(deps, c).read(async (tx) => {
      const found = await viewOf(tx, idOf(c.req.valid('param').document_id));
      return found === null ? refuse(c, 'unknown_document') : c.json(found, 200);
    }),
    downloadDocument: async (c) => {
      const { document_id, version } = c.req.valid('param');
      const found = await storeOf(deps, c).disclose(async (tx) => {
        const document = await readDocument(tx, idOf(document_id));
        const edition = document?.editions.find((one) => one.version === idOf(version));
        const file = edition === undefined ? null : await readFile(tx, edition.file_hash);
        if (document === null || edition === undefined || file === null) {
          tx.discard();
          return null;
        }
        await tx.audit({ action: 'document.download', object: `documents/${document.document_id}`, detail: { version: edition.version } });
        return { name: fileNameOf(document, edition.version), bytes: file.bytes };
      });
      return found === null ? refuse(c, 'unknown_document') : attachment(c, found.name, 'application/pdf', found.bytes);
    },
    issueConditions: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx): Promise<Change<View> | { outcome: 'unknown_campus' }> => {
        const place = await placeOf(tx);
        const day = dayOf(deps, place, asked);
        const labels = await labelsOfObject(tx, `campuses/${asked.campus_id}`);
        if (labels === null || !mayTouch(tx.actor.reach, 'documents', 'approve', labels)) return { outcome: 'unknown_campus' };
        const content = await conditionsContent(tx, place, asked.campus_id, day, { dated: deps.today(), filled_by: asked.filled_by });
        if (content === null) return { outcome: 'unknown_campus' };
        const about = { object: `campuses/${asked.campus_id}`, thing: `campus:${asked.campus_id}` };
        const { document_id } = await issueDocument(tx, 'conditions_report', content, about);
        return { outcome: 'done', value: await viewOf(tx, document_id) as View };
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    correctDocument: async (c) => {
      const asked = c.req.valid('json');
      const document_id = idOf(c.req.valid('param').document_id);
      const answer = await once(deps, c, asked, (tx) => corrected(deps, tx, { document_id, ...asked }));
      if (isDone(answer)) return c.json(answer.value, 201);
      return refuse(c, answer.outcome, answer.outcome === 'bad_request' ? { errors: worded(answer.problems) } : {});
    },
    revokeDocument: async (c) => {
      const document_id = idOf(c.req.valid('param').document_id);
      const { reason } = c.req.valid('json');
      const answer = await once(deps, c, { document_id, reason }, async (tx): Promise<Change<View> | { outcome: 'unknown_document' | 'revoked_already' }> => {
        if (await changeable(tx, document_id) === null) return { outcome: 'unknown_document' };
        const { outcome } = await revokeDocument(tx, document_id, reason);
        return outcome === 'done' ? { outcome, value: await viewOf(tx, document_id) as View } : { outcome };
      });
      return isDone(answer) ? c.json(answer.value, 200) : refuse(c, answer.outcome);
    },
    listNumberSeries: (c) => storeOf(deps, c).read(async (tx) => {
      const { pack } = await placeOf(tx);
      const states = await tx.whole(seriesStates);
      return c.json({ series: states.map((state) => seriesView(state, pack.header.short_name)) }, 200);
    }),
  };
}

interface AskedCorrection {
  readonly document_id: number;
  readonly version: number;
  readonly reason: string;
  readonly content?: AnyContent | undefined;
}

type NotCorrected = { readonly outcome: Exclude<Corrected['outcome'], 'done'> } | { readonly outcome: 'bad_request'; readonly problems: readonly ContentProblem[] };

async function corrected(deps: Deps, tx: Transaction, { document_id, version, reason, content }: AskedCorrection): Promise<Change<View> | NotCorrected> {
  const found = await changeable(tx, document_id);
  if (found === null) return { outcome: 'unknown_document' };
  const said = content ?? await takenAnew(deps, tx, found);
  const problems = said === null ? [{ path: 'content', code: 'missing' as const }] : problemsOf(found.kind, said);
  if (said === null || problems.length > 0) return { outcome: 'bad_request', problems };
  const reply = await correctDocument(tx, { document_id, version }, said, reason);
  return reply.outcome === 'done' ? { outcome: 'done', value: await viewOf(tx, document_id) as View } : reply;
}

/** The figures of the same campus and day as they are now; null for what is not made of figures. */
async function takenAnew(deps: Deps, tx: Transaction, { kind, content }: DocumentRecord): Promise<AnyContent | null> {
  const on = parsePlainDate(String(content['judged_on']));
  if (kind !== 'conditions_report' || on === null) return null;
  return conditionsContent(tx, await placeOf(tx), String(content['campus_id']), { on }, { dated: deps.today(), filled_by: String(content['filled_by']) });
}

/** A document that the asker may put right or revoke; one that they may only read is for this not there. */
async function changeable(tx: Transaction, document_id: number): Promise<DocumentRecord | null> {
  const found = await readDocument(tx, document_id);
  return found !== null && await isMine(tx, document_id) ? found : null;
}

/** What a matter decided is the region's to put right: an institution that it concerns issues papers of its own, and does not undo a decision. */
async function isMine(tx: Transaction, document_id: number): Promise<boolean> {
  const [row] = await tx.query<{ about: string; scopes: string[] }>('select about, scopes from documents where region_id = $1 and document_id = $2', [tx.actor.region_id, document_id]);
  return row !== undefined && mayTouch(tx.actor.reach, 'documents', 'approve', row.about.startsWith(OF_MATTERS) ? [] : row.scopes);
}

const OF_MATTERS = 'matters/';

async function viewOf(tx: Transaction, document_id: number): Promise<View | null> {
  const found = await readDocument(tx, document_id);
  return found === null ? null : documentView(found, { mine_to_change: await isMine(tx, document_id), matter_id: await matterOf(tx, found) }, tx.press.verify_page);
}

/** The matter that decided it, for whoever may read that. */
async function matterOf(tx: Transaction, { about }: DocumentHead): Promise<string | null> {
  return about.startsWith(OF_MATTERS) && await labelsOfObject(tx, about) !== null ? about.slice(OF_MATTERS.length) : null;
}

function documentView(document: DocumentRecord, asker: { readonly mine_to_change: boolean; readonly matter_id: string | null }, verify_page: string | null) {
  const { editions, content, revocation, kind } = document;
  return {
    ...headView(document), ...asker, content, revocation, verify_page, correctable: kindNamed(kind).correctable,
    editions: editions.map((edition) => ({ ...edition, standing: standingOf(document, edition) })),
  };
}

function headView(head: DocumentHead) {
  const { document_id, kind, number, about, version, title, issuer, dated, issued_at, issued_by } = head;
  const { label, clause } = kindNamed(kind);
  return { document_id: String(document_id), kind, kind_label: label, clause, number, about, version, title, issuer, dated, issued_at, issued_by, standing: standingOf(head, head) };
}

/** `衢贯通认〔2026〕12号 第2版.pdf`. */
const fileNameOf = ({ number }: DocumentHead, version: number): string => `${number}${version === 1 ? '' : ` 第${version}版`}.pdf`;

function seriesView({ series, year, last_number, documents, gaps, beyond }: SeriesState, place: string) {
  const { label, mark } = SERIES[series];
  return { series, label, mark, year, last_number, last_number_text: numberText(place, series, year, last_number), documents, gaps, beyond };
}

function worded(problems: readonly ContentProblem[]): NonNullable<Particulars['errors']> {
  return problems.map(({ path, code }) => ({ path, code, text: { zh: '内容与该类文书的要求不符。', en: 'This is not what a document of the kind says.' } }));
}
