import type { AnsweredLine } from '../../core/supervision/answers.ts';
import type { ChecklistLine } from '../../core/supervision/checklist.ts';
import type { VisitKind, VisitPeriod } from '../../core/supervision/visit.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead, readableDocuments } from '../within-reach.ts';

/** A line as it was found, with the finding that it opened. */
export interface StoredLine extends AnsweredLine {
  readonly matter_id: number | null;
}

/** A visit as it was recorded. */
export interface StoredVisit extends VisitPeriod {
  readonly visit_id: number;
  readonly kind: VisitKind;
  readonly college_id: string;
  readonly school_id: string;
  readonly on: PlainDate;
  readonly visitors: string;
  readonly note: string;
  readonly checklist: readonly ChecklistLine[];
  readonly checklist_hash: string;
  /** The visit that this one corrects, and why; the one that corrects this. */
  readonly answers: number | null;
  readonly reason: string | null;
  readonly answered_by: number | null;
  readonly scopes: readonly string[];
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly lines: readonly StoredLine[];
}

interface VisitRow extends Omit<StoredVisit, 'visit_id' | 'answers' | 'answered_by' | 'checklist' | 'lines'> {
  readonly visit_id: bigint;
  readonly answers: bigint | null;
  readonly answered_by: bigint | null;
  readonly checklist: string;
}

/** What its document and its files are about. */
export const visitObject = (visit_id: number): string => `supervision/${visit_id}`;

const MOST = 500;

/** Visits in reach, latest first: one of them, or all. */
export async function loadVisits(tx: Transaction, visit_id: number | null = null): Promise<StoredVisit[]> {
  const rows = await tx.query<VisitRow>(
    `select v.visit_id, v.kind, v.college_id, v.school_id, v.year, v.term, v.on_date as "on", v.visitors, v.note, v.checklist, v.checklist_hash, v.answers, v.reason, c.visit_id as answered_by, v.scopes, v.recorded_at, v.recorded_by
     from supervision_visits v left join supervision_visits c on c.region_id = $1 and c.answers = v.visit_id
     where v.region_id = $1 and ($2::bigint is null or v.visit_id = $2) and ($3::text[] is null or v.scopes && $3) order by v.on_date desc, v.visit_id desc limit ${MOST}`,
    [tx.actor.region_id, visit_id, labelsToRead(tx, 'supervision')]);
  const lines = await linesOf(tx, rows.map((row) => row.visit_id));
  return rows.map((row) => ({
    ...row, visit_id: Number(row.visit_id), answers: numbered(row.answers), answered_by: numbered(row.answered_by),
    checklist: JSON.parse(row.checklist) as ChecklistLine[], lines: lines.get(Number(row.visit_id)) ?? [],
  }));
}

const numbered = (id: bigint | null): number | null => (id === null ? null : Number(id));

/** One of them; null where none is in reach. */
export async function loadVisit(tx: Transaction, visit_id: number): Promise<StoredVisit | null> {
  return (await loadVisits(tx, visit_id))[0] ?? null;
}

async function linesOf(tx: Transaction, visits: readonly bigint[]): Promise<Map<number, StoredLine[]>> {
  const rows = await tx.query<AnsweredLine & { readonly visit_id: bigint; readonly matter_id: bigint | null }>(
    `select visit_id, line, answer, remark, severity, matter_id from supervision_lines
     where region_id = $1 and visit_id = any($2::bigint[]) and ($3::text[] is null or scopes && $3)`, [tx.actor.region_id, visits, labelsToRead(tx, 'supervision')]);
  const lines = new Map<number, StoredLine[]>();
  for (const { visit_id, matter_id, ...line } of rows) lines.set(Number(visit_id), [...lines.get(Number(visit_id)) ?? [], { ...line, matter_id: numbered(matter_id) }]);
  return lines;
}

/** The document of a visit, as far as it is in reach. */
export async function documentOfVisit(tx: Transaction, visit_id: number): Promise<string | null> {
  const [row] = await tx.query<{ document_id: bigint | null }>(
    'select max(d.document_id) as document_id from documents d where d.region_id = $1 and d.about = $2 and ($3::text[] is null or d.scopes && $3)',
    [tx.actor.region_id, visitObject(visit_id), readableDocuments(tx)]);
  return row?.document_id == null ? null : String(row.document_id);
}
