import type { AnyContent, DocumentKindId } from '../core/documents/kinds.ts';
import type { SeriesId } from '../core/documents/series.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { NamedHash } from './hashes.ts';
import type { Instant } from './known-time.ts';
import type { Transaction } from './transaction.ts';
import { readableDocuments } from './within-reach.ts';

/** How a version of a document stands: it holds, a later one took its place, or the document was revoked. */
export type Standing = 'valid' | 'replaced' | 'revoked';

/** A document by its last version. */
export interface DocumentHead {
  readonly document_id: number;
  readonly kind: DocumentKindId;
  readonly series: SeriesId;
  readonly year: number;
  readonly number: string;
  readonly about: string;
  readonly version: number;
  readonly title: string;
  readonly issuer: string;
  readonly dated: PlainDate;
  readonly issued_at: Instant;
  readonly issued_by: string;
  readonly revoked: boolean;
}

export interface Edition {
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly dated: PlainDate;
  readonly content_hash: NamedHash;
  readonly file_hash: NamedHash;
  readonly reason: string;
  readonly issued_at: Instant;
  readonly issued_by: string;
}

export interface DocumentRecord extends DocumentHead {
  /** The last version first. */
  readonly editions: readonly Edition[];
  /** What the last version says. */
  readonly content: AnyContent;
  readonly revocation: { readonly reason: string; readonly at: Instant; readonly by: string } | null;
}

const HEAD = `d.document_id, d.kind, d.series, d.year, d.number_text as number, d.about, e.version, e.title, e.issuer, e.dated, e.recorded_at as issued_at,
  e.recorded_by as issued_by, exists (select 1 from document_revocations r where r.region_id = $1 and r.document_id = d.document_id) as revoked`;
const LAST = `documents d join document_editions e on e.region_id = $1 and e.document_id = d.document_id
  and not exists (select 1 from document_editions l where l.region_id = $1 and l.document_id = d.document_id and l.version > e.version)`;

export interface AskedDocuments {
  readonly kind: DocumentKindId | null;
  readonly about: string | null;
  /** What stands in the number or the title. */
  readonly filter: string;
  readonly page: number;
  readonly per_page: number;
}

/** Documents in reach, the last issued first, with how many there are in all. */
export async function listDocuments(tx: Transaction, { kind, about, filter, page, per_page }: AskedDocuments): Promise<{ readonly total: number; readonly documents: DocumentHead[] }> {
  const rows = await tx.query<DocumentHead & { total: bigint }>(
    `select ${HEAD}, count(*) over () as total from ${LAST}
     where d.region_id = $1 and ($2::text is null or d.kind = $2) and ($3::text is null or d.about = $3)
       and ($4 = '' or position($4 in d.number_text) > 0 or position($4 in e.title) > 0) and ($7::text[] is null or d.scopes && $7::text[])
     order by d.document_id desc limit $5 offset $6`, [tx.actor.region_id, kind, about, filter, per_page, (page - 1) * per_page, readableDocuments(tx)]);
  return { total: Number(rows[0]?.total ?? 0), documents: rows.map(({ total: _, ...row }) => ({ ...row, document_id: Number(row.document_id) })) };
}

/** Documents about something that hold, of these kinds, the first issued first. */
export async function standingDocuments(
  tx: Transaction, about: string, kinds: readonly DocumentKindId[],
): Promise<{ readonly document_id: number; readonly kind: DocumentKindId; readonly number: string }[]> {
  const rows = await tx.query<{ document_id: bigint; kind: DocumentKindId; number: string }>(
    `select d.document_id, d.kind, d.number_text as number from documents d
     where d.region_id = $1 and d.about = $2 and d.kind = any($3::text[]) and ($4::text[] is null or d.scopes && $4::text[])
       and not exists (select 1 from document_revocations r where r.region_id = $1 and r.document_id = d.document_id)
     order by d.document_id`, [tx.actor.region_id, about, kinds, readableDocuments(tx)]);
  return rows.map((row) => ({ ...row, document_id: Number(row.document_id) }));
}

/** One document with all its versions; null when there is none in reach. */
export async function readDocument(tx: Transaction, document_id: number): Promise<DocumentRecord | null> {
  const values = [tx.actor.region_id, document_id];
  const [head] = await tx.query<DocumentHead & { content: string }>(`select ${HEAD}, e.content from ${LAST} where d.region_id = $1 and d.document_id = $2 and ($3::text[] is null or d.scopes && $3::text[])`, [...values, readableDocuments(tx)]);
  if (head === undefined) return null;
  const editions = await tx.query<Edition>(
    `select version, code, title, dated, content_hash, file_hash, reason, recorded_at as issued_at, recorded_by as issued_by
     from document_editions where region_id = $1 and document_id = $2 order by version desc`, values);
  const [revocation] = await tx.query<{ reason: string; at: Instant; by: string }>(
    'select reason, recorded_at as at, recorded_by as by from document_revocations where region_id = $1 and document_id = $2', values);
  return { ...head, document_id: Number(head.document_id), editions, content: JSON.parse(head.content) as AnyContent, revocation: revocation ?? null };
}

export function standingOf({ version, revoked }: Pick<DocumentHead, 'version' | 'revoked'>, edition: Pick<Edition, 'version'>): Standing {
  if (revoked) return 'revoked';
  return edition.version === version ? 'valid' : 'replaced';
}
