import { kindOf } from '../core/access/kinds.ts';
import { mayTouch } from '../core/access/reach.ts';
import type { Problem } from '../core/exchange/problem.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { recordAnswers } from './answering.ts';
import type { Database } from './database.ts';
import { findDangling } from './import-check.ts';
import type { CountsBySheet } from './import.ts';
import type { Instant } from './known-time.ts';
import { refreshLabels } from './labels.ts';
import { lockFacts, takeNumbers } from './record-stamp.ts';
import type { Stamp } from './record-stamp.ts';
import { registerNamed } from './register-columns.ts';
import { rangesOf } from './register-digest.ts';
import type { Actor, Transaction } from './transaction.ts';

/** What one import brought, and whether it was taken back. */
export interface ImportEntry {
  readonly import_id: number;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly as_of: PlainDate;
  readonly replaced: readonly SheetName[];
  readonly counts: CountsBySheet;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly undone_at: Instant | null;
  readonly undone_by: string | null;
}

const ENTRY = 'import_id, file_name, file_sha256, as_of, replaced, counts, recorded_at, recorded_by, undone_at, undone_by';

/** All imports in the actor's reach, latest first. */
export async function listImports(tx: Transaction): Promise<ImportEntry[]> {
  const labels = tx.actor.reach.get('imports.read') ?? [];
  const rows = await tx.query<ImportEntry>(
    `select ${ENTRY} from imports where region_id = $1 and ($2::text[] is null or scopes && $2::text[]) order by import_id desc`,
    [tx.actor.region_id, labels === '*' ? null : labels]);
  return rows.map((row) => ({ ...row, import_id: Number(row.import_id) }));
}

export type UndoReply =
  | { readonly outcome: 'done'; readonly restored: number; readonly withdrawn: number }
  | { readonly outcome: 'not_found' }
  | { readonly outcome: 'already_undone' }
  /** It brought records that are not the actor's to write. */
  | { readonly outcome: 'out_of_reach' }
  /** Somebody corrected a row of it since; taking it back would take that back too. */
  | { readonly outcome: 'answered_later'; readonly sheet: SheetName; readonly record_ids: readonly number[] }
  /** New students were registered by it: their admissions say so, and the roll goes on from there. */
  | { readonly outcome: 'part_of_registration' }
  /** Other records refer to what it brought. */
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] };

/**
 * Takes an import back by corrections: what it added is withdrawn, what it corrected or ended stands again as it
 * was. Its records stay in their histories.
 */
export function undoImport(db: Database, asked: { readonly actor: Actor; readonly import_id: number; readonly reason?: string }): Promise<UndoReply> {
  return db.as(asked.actor).write((tx) => undoImportIn(tx, asked.import_id, asked.reason));
}

/** The same within a transaction that does more; it is let go when the import cannot be taken back. */
export async function undoImportIn(tx: Transaction, import_id: number, reason: string | null = null): Promise<UndoReply> {
  const reply = await tx.whole((whole) => undo(whole, import_id, reason));
  if (reply.outcome !== 'done') tx.discard();
  return reply;
}

interface Found {
  readonly counts: CountsBySheet;
  readonly first: bigint;
  readonly last: bigint;
  readonly undone: boolean;
}

async function undo(tx: Transaction, import_id: number, reason: string | null): Promise<UndoReply> {
  const stamp = await lockFacts(tx);
  const labels = tx.actor.reach.get('imports.write') ?? [];
  const [found] = await tx.query<Found>(
    `select counts, first_record_id as first, last_record_id as last, undone_at is not null as undone from imports
     where region_id = $1 and import_id = $2 and ($3::text[] is null or scopes && $3::text[])`,
    [tx.actor.region_id, import_id, labels === '*' ? null : labels]);
  if (stamp === null || found === undefined) return { outcome: 'not_found' };
  if (found.undone) return { outcome: 'already_undone' };
  const [registered] = await tx.arrays('select 1 from admission_entries where region_id = $1 and import_id = $2 limit 1', [tx.actor.region_id, import_id]);
  if (registered !== undefined) return { outcome: 'part_of_registration' };
  const changed = (Object.keys(found.counts) as SheetName[]).filter((sheet) => {
    const counts = found.counts[sheet];
    return counts !== undefined && counts.added + counts.corrected + counts.ended > 0;
  });
  const sums = { restored: 0, withdrawn: 0 };
  const first = await takeNumbers(tx, 'next_record_id', 0);
  for (const sheet of changed) {
    const step = await undoSheet(tx, { sheet, import_id, found, stamp, reason });
    if (step.outcome !== 'done') return step;
    sums.restored += step.restored;
    sums.withdrawn += step.withdrawn;
  }
  const dangling = await findDangling(tx, new Set(changed));
  if (dangling.length > 0) return { outcome: 'problems', problems: dangling };
  await tx.change('update imports set undone_at = $3, undone_by = $4 where region_id = $1 and import_id = $2',
    [tx.actor.region_id, import_id, stamp.at, tx.actor.account]);
  const last = await takeNumbers(tx, 'next_record_id', 0) - 1;
  await tx.audit({ action: 'import.undo', object: `imports/${import_id}`, detail: { ...sums, records: await rangesOf(tx, changed.map(registerNamed), first, last) } });
  return { outcome: 'done', ...sums };
}

interface Step {
  readonly sheet: SheetName;
  readonly import_id: number;
  readonly found: Found;
  readonly stamp: Stamp;
  readonly reason: string | null;
}

async function undoSheet(tx: Transaction, { sheet, import_id, found, stamp, reason }: Step): Promise<UndoReply> {
  const register = registerNamed(sheet);
  // The numbers of one import are in one range: its records are found by key, without an index of their own.
  const range = [tx.actor.region_id, found.first, found.last, import_id];
  const rows = await tx.query<{ record_id: bigint; answers: bigint | null; later: boolean; scopes: readonly string[] }>(
    `select record_id, answers, superseded_at is not null as later, scopes from ${register.table}
     where region_id = $1 and record_id between $2 and $3 and import_id = $4 order by record_id`, range);
  const later = rows.filter((row) => row.later).map(({ record_id }) => Number(record_id));
  if (later.length > 0) return { outcome: 'answered_later', sheet, record_ids: later };
  if (!rows.every(({ scopes }) => mayTouch(tx.actor.reach, kindOf(sheet), 'write', scopes))) return { outcome: 'out_of_reach' };
  const taken = await tx.change(
    `update ${register.table} set superseded_at = $5 where region_id = $1 and record_id between $2 and $3 and import_id = $4`, [...range, stamp.at]);
  if (taken < rows.length) return { outcome: 'out_of_reach' };
  const answers = rows.map(({ record_id, answers: before }) => (before === null
    ? { answers: Number(record_id), valuesOf: Number(record_id), withdrawn: true }
    : { answers: Number(record_id), valuesOf: Number(before) }));
  if (answers.length > 0) await refreshLabels(tx, register, await recordAnswers(tx, register, answers, { stamp, act: 'undone', reason }));
  const withdrawn = answers.filter((answer) => 'withdrawn' in answer).length;
  return { outcome: 'done', restored: answers.length - withdrawn, withdrawn };
}
