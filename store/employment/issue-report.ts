import { mayTouch } from '../../core/access/reach.ts';
import { reportContent } from '../../core/employment/report.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { listScopes } from '../admission/student-lists.ts';
import { correctDocument, issueDocument } from '../documents.ts';
import type { Transaction } from '../transaction.ts';
import { destinationReport } from './report.ts';
import { schoolScopes } from './services.ts';

export interface AskedIssue {
  readonly school_id: string;
  readonly year: number;
  /** The day that the figures are about. */
  readonly on: PlainDate;
  /** The version that was looked at; 0 where none was issued. */
  readonly version: number;
  readonly filled_by: string;
  readonly reason: string;
}

export type IssuedReport =
  | { readonly outcome: 'done'; readonly value: { readonly document_id: string; readonly number: string; readonly version: number } }
  | { readonly outcome: 'unknown_organisation' | 'no_graduates' | 'changed_meanwhile' | 'reason_missing' };

/**
 * M10-b, 1.2-k: gives the statistics of a school and year their number. What is issued again while one holds is a new version under the
 * same number, with its reason. Read by those who keep or answer for the school's roll.
 */
export async function issueDestinationReport(tx: Transaction, { school_id, year, on, version, filled_by, reason }: AskedIssue, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<IssuedReport> {
  const scopes = await schoolScopes(tx, school_id);
  if (scopes === null || !mayTouch(tx.actor.reach, 'employment', 'write', scopes)) return { outcome: 'unknown_organisation' };
  const report = await destinationReport(tx, { school_id, year, on, pack });
  if (report === null) return { outcome: 'no_graduates' };
  const [before] = await tx.whole((whole) => standingReports(whole, [school_id], year));
  if ((before?.version ?? 0) !== version) return { outcome: 'changed_meanwhile' };
  if (before !== undefined && reason.trim() === '') return { outcome: 'reason_missing' };
  const content = reportContent(report, { dated: today, filled_by });
  return tx.decided(['documents'], (deciding) => deciding.whole(async (whole): Promise<IssuedReport> => {
    if (before === undefined) return issuedAs(await issueDocument(whole, 'destination_report', content, { object: objectOf(school_id, year), thing: { labels: listScopes([`org:${school_id}`]) } }));
    const corrected = await correctDocument(whole, before, content, reason.trim());
    return corrected.outcome === 'done' ? issuedAs(corrected.issued) : { outcome: 'changed_meanwhile' };
  }));
}

const issuedAs = ({ document_id, number, version }: StandingReport): IssuedReport => ({ outcome: 'done', value: { document_id: String(document_id), number, version } });
const objectOf = (school_id: string, year: number): string => `destinations/${school_id}/${year}`;

export interface StandingReport {
  readonly document_id: number;
  readonly number: string;
  readonly version: number;
}

/** The statistics of schools for a year that were given a number and hold, by their last version. To be called within `tx.whole`. */
export async function standingReports(whole: Transaction, schools: readonly string[], year: number): Promise<(StandingReport & { readonly school_id: string })[]> {
  const abouts = new Map(schools.map((school_id) => [objectOf(school_id, year), school_id]));
  const rows = await whole.query<{ about: string; document_id: bigint; number: string; version: number }>(
    `select d.about, d.document_id, d.number_text as number, max(e.version) as version from documents d join document_editions e on e.region_id = d.region_id and e.document_id = d.document_id
     where d.region_id = $1 and d.kind = 'destination_report' and d.about = any($2::text[])
       and not exists (select 1 from document_revocations r where r.region_id = d.region_id and r.document_id = d.document_id)
     group by d.about, d.document_id, d.number_text order by d.document_id`, [whole.actor.region_id, [...abouts.keys()]]);
  return rows.map(({ about, document_id, ...row }) => ({ ...row, document_id: Number(document_id), school_id: abouts.get(about) ?? '' }));
}
