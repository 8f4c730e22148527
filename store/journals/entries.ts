import { columnOf, tableOf } from './journal-table.ts';
import type { EntryStep, JournalEntry } from '../../core/journals/entry.ts';
import type { FieldValue, Values } from '../../core/journals/field.ts';
import { journalKind } from '../../core/journals/journals.ts';
import { KIND_OF_AREA, type Area, type JournalKind } from '../../core/journals/journal-kind.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** An entry as it is stored, with who recorded it and what it corrects. */
export interface StoredEntry extends JournalEntry {
  readonly answers: number | null;
  readonly reason: string | null;
  readonly scopes: readonly string[];
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly steps: readonly StoredStep[];
}

export interface StoredStep extends EntryStep {
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

/** What an entry's files are about: `journals/12`. */
export const entryObject = (entry_id: number): string => `journals/${entry_id}`;

interface HeadRow {
  readonly entry_id: bigint;
  readonly kind: string;
  readonly campus_id: string;
  readonly recorded_on: PlainDate;
  readonly answers: bigint | null;
  readonly reason: string | null;
  readonly scopes: string[];
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

/** Which entries: those of a page at campuses, of some kinds only, or one by its number. */
export interface Which {
  readonly area?: Area;
  readonly campuses?: readonly string[];
  readonly kinds?: readonly string[];
  readonly entry_id?: number;
}

/**
 * Entries in reach that stand, the latest first: what was corrected is told by the entry that answers it, what was withdrawn by none.
 */
export async function loadEntries(tx: Transaction, { area, campuses, kinds, entry_id }: Which): Promise<StoredEntry[]> {
  const heads = await tx.query<HeadRow>(
    `select e.entry_id, e.kind, e.campus_id, e.recorded_on, e.answers, e.reason, e.scopes, e.recorded_at, e.recorded_by from journal_entries e
     where e.region_id = $1 and ($2::text is null or e.area = $2 and e.campus_id = any($3::text[])) and ($4::bigint is null or e.entry_id = $4) and ($7::text[] is null or e.kind = any($7)) and not e.withdrawn
       and not exists (select 1 from journal_entries n where n.region_id = e.region_id and n.answers = e.entry_id)
       and (e.area = 'daily' and ($5::text[] is null or e.scopes && $5) or e.area <> 'daily' and ($6::text[] is null or e.scopes && $6)) order by e.entry_id desc`,
    [tx.actor.region_id, area ?? null, campuses ?? null, entry_id ?? null, labelsToRead(tx, KIND_OF_AREA.daily), labelsToRead(tx, KIND_OF_AREA.teachers), kinds ?? null]);
  const ids = heads.map((head) => Number(head.entry_id));
  const steps = await stepsOf(tx, ids);
  const values = new Map<number, Values>();
  for (const id of new Set(heads.map(({ kind }) => kind))) for (const [key, one] of await valuesOf(tx, known(id), ids)) values.set(key, one);
  return heads.map(({ kind, entry_id: id, answers, ...head }) => ({
    ...head, entry_id: Number(id), kind: known(kind), answers: answers === null ? null : Number(answers), values: values.get(Number(id)) ?? {}, steps: steps.get(Number(id)) ?? [],
  }));
}

function known(id: string): JournalKind {
  const kind = journalKind(id);
  if (kind === undefined) throw new Error(`an entry of a kind that is not there: ${id}`);
  return kind;
}

async function valuesOf(tx: Transaction, kind: JournalKind, ids: readonly number[]): Promise<Map<number, Values>> {
  const fields = Object.entries(kind.fields);
  const rows = await tx.query<Readonly<Record<string, FieldValue | bigint>>>(
    `select v.entry_id, ${fields.map(([name]) => `v.${columnOf(name)} as "${name}"`).join(', ')} from ${tableOf(kind)} v where v.region_id = $1 and v.entry_id = any($2::bigint[])`, [tx.actor.region_id, ids]);
  return new Map(rows.map((row) => [Number(row['entry_id']), Object.fromEntries(fields.map(([name]) => [name, plain(row[name] ?? null)]))]));
}

/** Counts are kept wide; none is beyond what a number holds. */
function plain(value: FieldValue | bigint): FieldValue {
  return typeof value === 'bigint' ? Number(value) : value;
}

async function stepsOf(tx: Transaction, ids: readonly number[]): Promise<Map<number, StoredStep[]>> {
  const rows = await tx.query<Omit<StoredStep, 'from' | 'to' | 'on' | 'person' | 'in_stead_of'> & { entry_id: bigint; from_state: string | null; to_state: string; on_date: PlainDate; person_id: bigint }>(
    `select s.entry_id, s.act, s.from_state, s.to_state, s.on_date, s.person_id, s.role, s.reason, s.details, s.recorded_at, s.recorded_by from journal_steps s
     where s.region_id = $1 and s.entry_id = any($2::bigint[]) order by s.entry_id, s.step_no`, [tx.actor.region_id, ids]);
  const steps = new Map<number, StoredStep[]>();
  for (const { entry_id, from_state, to_state, on_date, person_id, ...step } of rows) {
    steps.set(Number(entry_id), [...steps.get(Number(entry_id)) ?? [], { ...step, from: from_state, to: to_state, on: on_date, person: String(person_id), in_stead_of: null }]);
  }
  return steps;
}
