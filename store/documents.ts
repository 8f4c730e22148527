import { kindNamed, sheetOf, type AnyContent, type DocumentContent, type DocumentKindId } from '../core/documents/kinds.ts';
import { numberText } from '../core/documents/series.ts';
import { packs } from '../core/policy/packs.ts';
import { yearOf } from '../core/values/plain-date.ts';
import { printDocument } from '../paper/print-document.ts';
import { canonicalJson } from './canonical-json.ts';
import { statementOf } from './document-statement.ts';
import { keepFile, provenFile } from './files.ts';
import { hashOf, regionAlgorithm, type NamedHash } from './hashes.ts';
import type { Instant } from './known-time.ts';
import { takeNumber } from './number-series.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import { readRegion, type Region } from './regions.ts';
import { newCode, sha256 } from './secret-codes.ts';
import type { Transaction } from './transaction.ts';
import { FOR_EVERYBODY } from './within-reach.ts';

/** What a document is about, and so who may read it. */
export interface About {
  /** What it belongs to: `campuses/C1`, `matters/12`. */
  readonly object: string;
  /** The thing whose people may read it, `campus:C1` or `school:S1`, null where it is the region's alone; or their labels. */
  readonly thing: string | null | { readonly labels: readonly string[] };
}

/** A version of a document as it was issued. */
export interface Issued {
  readonly document_id: number;
  readonly version: number;
  /** `衢贯通认〔2026〕12号`. */
  readonly number: string;
  /** By which anybody can ask whether it is genuine. */
  readonly code: string;
  readonly content_hash: NamedHash;
  /** Of the PDF. */
  readonly file_hash: NamedHash;
}

/**
 * Issues a document in the transaction of what it is about: gives it the next number of its series, prints, signs and
 * keeps it. It is there when that transaction is, and takes no number when it is not.
 * @throws Error on a content that its kind does not declare so; check with `problemsOf` where people typed it.
 */
export async function issueDocument<K extends DocumentKindId>(tx: Transaction, kind: K, content: DocumentContent<K>, about: About): Promise<Issued> {
  const { at, region } = await begin(tx);
  const { series, readers } = kindNamed(kind);
  const said: AnyContent = content;
  const year = yearOf(sheetOf(kind, said).closing.dated);
  const number = await takeNumber(tx, series, year);
  const number_text = numberText(placeOf(region), series, year, number);
  const document_id = await takeNumbers(tx, 'next_number', 1);
  const scopes = await scopesOf(tx, about, readers);
  await tx.change(
    `insert into documents (region_id, document_id, kind, series, year, number, number_text, about, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [region.region_id, document_id, kind, series, year, number, number_text, about.object, scopes, at, tx.actor.account]);
  return addEdition(tx, { document_id, version: 1, kind, number_text, content: said, scopes, reason: '', at, region, act: 'document.issue' });
}

/** What a correction came to. */
export type Corrected =
  | { readonly outcome: 'done'; readonly issued: Issued }
  | { readonly outcome: 'unknown_document' | 'changed_meanwhile' | 'revoked_already' | 'not_correctable' };

/** Puts a mistake right: a new version under the same number, which names the one that it replaces and says why. */
export async function correctDocument(
  tx: Transaction, { document_id, version }: { readonly document_id: number; readonly version: number }, content: AnyContent, reason: string,
): Promise<Corrected> {
  const { at, region } = await begin(tx);
  const [row] = await tx.query<{ kind: DocumentKindId; number_text: string; scopes: string[]; last: number; revoked: boolean }>(
    `select d.kind, d.number_text, d.scopes, max(e.version) as last, exists (select 1 from document_revocations r where r.region_id = $1 and r.document_id = $2) as revoked
     from documents d join document_editions e on e.region_id = $1 and e.document_id = d.document_id
     where d.region_id = $1 and d.document_id = $2 group by d.kind, d.number_text, d.scopes`, [region.region_id, document_id]);
  if (row === undefined) return { outcome: 'unknown_document' };
  const { kind, number_text, scopes } = row;
  if (row.revoked) return { outcome: 'revoked_already' };
  if (!kindNamed(kind).correctable) return { outcome: 'not_correctable' };
  if (row.last !== version) return { outcome: 'changed_meanwhile' };
  const issued = await addEdition(tx, { document_id, version: version + 1, kind, number_text, content, scopes, reason, at, region, act: 'document.correct' });
  return { outcome: 'done', issued };
}

/** Says that a document holds no more; its number stays its own. */
export async function revokeDocument(tx: Transaction, document_id: number, reason: string): Promise<{ readonly outcome: 'done' | 'unknown_document' | 'revoked_already' }> {
  const { at, region } = await begin(tx);
  const [row] = await tx.query<{ scopes: string[]; revoked: boolean }>(
    `select scopes, exists (select 1 from document_revocations r where r.region_id = $1 and r.document_id = $2) as revoked
     from documents where region_id = $1 and document_id = $2`, [region.region_id, document_id]);
  if (row === undefined) return { outcome: 'unknown_document' };
  if (row.revoked) return { outcome: 'revoked_already' };
  await tx.change('insert into document_revocations (region_id, document_id, reason, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6)',
    [region.region_id, document_id, reason, row.scopes, at, tx.actor.account]);
  await tx.audit({ action: 'document.revoke', object: `documents/${document_id}`, detail: { reason } });
  return { outcome: 'done' };
}

async function begin(tx: Transaction): Promise<{ readonly at: Instant; readonly region: Region }> {
  const stamp = await lockRegion(tx);
  const region = await readRegion(tx);
  if (stamp === null || region === null) throw new Error('a document is issued in a region that is not there');
  return { at: stamp.at, region };
}

/** The character that the region goes by in its numbers. */
function placeOf({ pack }: Region): string {
  const found = packs.get(pack);
  if (found === undefined) throw new Error(`no pack ${pack}`);
  return found.header.short_name;
}

/** Labels of whoever may read a document: those of its thing, and of everybody where it is for everybody. */
async function scopesOf(tx: Transaction, { thing }: About, readers: 'concerned' | 'everybody'): Promise<string[]> {
  const own = thing === null ? [] : typeof thing === 'object' ? thing.labels : [thing, ...await tx.whole(async (whole) =>
    (await whole.query<{ scopes: string[] }>('select scopes from labels where region_id = $1 and thing = $2', [tx.actor.region_id, thing])).flatMap(({ scopes }) => scopes))];
  return [...new Set([...own, ...(readers === 'everybody' ? [FOR_EVERYBODY] : [])])].sort();
}

interface Edition {
  readonly document_id: number;
  readonly version: number;
  readonly kind: DocumentKindId;
  readonly number_text: string;
  readonly content: AnyContent;
  readonly scopes: readonly string[];
  readonly reason: string;
  readonly at: Instant;
  readonly region: Region;
  readonly act: 'document.issue' | 'document.correct';
}

async function addEdition(tx: Transaction, edition: Edition): Promise<Issued> {
  const { document_id, version, kind, number_text, content, scopes, reason, at, region } = edition;
  const sheet = sheetOf(kind, content);
  const code = newCode();
  const issuer = region.office_name;
  const bytes = printDocument(sheet, {
    issuer, number: number_text, version, code, verify_page: tx.press.verify_page, sample: region.sample, issued_at: at,
    replaces: version === 1 ? null : { version: version - 1, reason }, wide: kindNamed(kind).wide ?? false,
  });
  const file = await keepFile(tx, { bytes, media_type: 'application/pdf', scopes, at });
  const text = canonicalJson(content);
  const content_hash = hashOf(await regionAlgorithm(tx), text);
  const issued: Issued = { document_id, version, number: number_text, code, content_hash, file_hash: file.hash };
  const statement = statementOf({ region: region.code, kind, issuer, dated: sheet.closing.dated, issued_at: at, ...issued });
  const { key, sign } = tx.press.signer();
  await tx.change(
    `insert into document_editions (region_id, document_id, version, code, title, dated, issuer, content, content_hash, file_hash, statement, signature, key_fingerprint, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [region.region_id, document_id, version, code, sheet.title, sheet.closing.dated, issuer, text, content_hash, file.hash,
      statement, sign(statement), key.fingerprint, reason, scopes, at, tx.actor.account]);
  await tx.audit({
    action: edition.act, object: `documents/${document_id}`,
    detail: { kind, number: number_text, version, ...(reason !== '' && { reason }), contents: { ...provenFile(file, bytes), [`documents/${document_id}.${version}`]: sha256(text + statement).toString('hex') } },
  });
  return issued;
}
