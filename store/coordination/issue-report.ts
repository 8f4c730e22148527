import type { DocumentContent } from '../../core/documents/kinds.ts';
import { correctDocument, issueDocument } from '../documents.ts';
import type { Transaction } from '../transaction.ts';

export type IssuedAnnual =
  | { readonly outcome: 'done'; readonly value: { readonly document_id: string; readonly number: string; readonly version: number } }
  | { readonly outcome: 'changed_meanwhile' | 'reason_missing' };

/** Document 25: gives the report of a year its number; while one holds, what is issued again is a version of it, with its reason. */
export async function issueAnnualReport(tx: Transaction, content: DocumentContent<'annual_report'>, { version, reason }: { readonly version: number; readonly reason: string }): Promise<IssuedAnnual> {
  const before = await standingAnnual(tx, content.year);
  if ((before?.version ?? 0) !== version) return { outcome: 'changed_meanwhile' };
  if (before !== null && reason.trim() === '') return { outcome: 'reason_missing' };
  if (before === null) return issuedAs(await issueDocument(tx, 'annual_report', content, { object: objectOf(content.year), thing: null }));
  const corrected = await correctDocument(tx, before, content, reason.trim());
  return corrected.outcome === 'done' ? issuedAs(corrected.issued) : { outcome: 'changed_meanwhile' };
}

const objectOf = (year: number): string => `annual_reports/${year}`;
const issuedAs = ({ document_id, number, version }: StandingAnnual): IssuedAnnual => ({ outcome: 'done', value: { document_id: String(document_id), number, version } });

export interface StandingAnnual {
  readonly document_id: number;
  readonly number: string;
  readonly version: number;
}

/** The report of a year that was given a number and holds, by its last version. */
export async function standingAnnual(tx: Transaction, year: number): Promise<StandingAnnual | null> {
  const [row] = await tx.query<{ document_id: bigint; number: string; version: number }>(
    `select d.document_id, d.number_text as number, max(e.version)::integer as version from documents d join document_editions e on e.region_id = d.region_id and e.document_id = d.document_id
     where d.region_id = $1 and d.kind = 'annual_report' and d.about = $2
       and not exists (select 1 from document_revocations r where r.region_id = d.region_id and r.document_id = d.document_id)
     group by d.document_id, d.number_text order by d.document_id desc limit 1`, [tx.actor.region_id, objectOf(year)]);
  return row === undefined ? null : { ...row, document_id: Number(row.document_id) };
}
