import { schemeInForce, type ApprovedScheme } from '../../core/schemes/in-force.ts';
import { inOrder, type SchemeContent } from '../../core/schemes/scheme.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf } from '../hashes.ts';
import type { Transaction } from '../transaction.ts';

/** A version that was approved, with the revision that its content is of. */
export interface StoredScheme extends ApprovedScheme {
  readonly revision: number;
}

/** The content of one revision in reach; null where there is none. */
export async function contentOf(tx: Transaction, matter_id: number, revision: number): Promise<SchemeContent | null> {
  const [row] = await tx.query<{ content: string }>(
    'select content from scheme_revisions where region_id = $1 and matter_id = $2 and revision = $3', [tx.actor.region_id, matter_id, revision]);
  return row === undefined ? null : JSON.parse(row.content) as SchemeContent;
}

/** Versions in reach that were approved, of one programme or of all. */
export async function approvedSchemes(tx: Transaction, programme_id?: string): Promise<StoredScheme[]> {
  const rows = await tx.query<Omit<StoredScheme, 'matter_id'> & { matter_id: bigint }>(
    `select matter_id, revision, programme_id, from_cohort, decided_on from approved_schemes
     where region_id = $1 and ($2::text is null or programme_id = $2) order by matter_id`, [tx.actor.region_id, programme_id ?? null]);
  return rows.map((row) => ({ ...row, matter_id: Number(row.matter_id) }));
}

/** M9-b: what a cohort is taught by on a day, whoever asks. To be called within `tx.whole`. */
export async function schemeOf(whole: Transaction, programme_id: string, cohort: number, on: PlainDate): Promise<{ readonly scheme: StoredScheme; readonly content: SchemeContent } | null> {
  const scheme = schemeInForce(await approvedSchemes(whole, programme_id), programme_id, cohort, on);
  const content = scheme === null ? null : await contentOf(whole, scheme.matter_id, scheme.revision);
  return scheme === null || content === null ? null : { scheme, content };
}

export interface NewRevision {
  readonly matter_id: number;
  readonly revision: number;
  readonly programme_id: string;
  readonly content: SchemeContent;
  readonly scopes: readonly string[];
}

/** Adds the content of a revision; it is never touched again. */
export async function addRevision(tx: Transaction, { matter_id, revision, programme_id, content, scopes }: NewRevision): Promise<void> {
  const text = canonicalJson(inOrder(content));
  await tx.change(
    `insert into scheme_revisions (region_id, matter_id, revision, programme_id, content, content_hash, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8)`,
    [tx.actor.region_id, matter_id, revision, programme_id, text, hashOf('sha256', text), scopes, tx.actor.account]);
}
