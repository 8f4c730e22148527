import { mayTouch } from '../../core/access/reach.ts';
import { capacitiesIn } from '../../core/approvals/capacities.ts';
import { open, type Entry } from '../../core/approvals/decide.ts';
import type { Values } from '../../core/journals/field.ts';
import { readValues, type FaultyField } from '../../core/journals/read-values.ts';
import { refusalOfEntry, unknownPerson, type EntryRefusal } from '../../core/journals/refusals.ts';
import { KIND_OF_AREA, type JournalKind } from '../../core/journals/journal-kind.ts';
import { journalKind } from '../../core/journals/journals.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { actingPerson, type ActingPerson } from '../matters/acting.ts';
import { lockRegion, takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { strangerIn } from './choices.ts';
import { loadEntries, type StoredEntry } from './entries.ts';
import { campusLabels, groundOf } from './ground.ts';
import { columnOf, tableOf } from './journal-table.ts';

export interface Given {
  readonly pack: Pack;
  readonly today: PlainDate;
}

export type NotRecorded =
  | { readonly outcome: 'unknown_campus' | 'unknown_journal' | 'unknown_journal_entry' | 'not_your_role' | 'moved_already' | 'unchanged' }
  | { readonly outcome: 'values_wrong'; readonly kind: JournalKind; readonly faults: readonly FaultyField[] }
  | { readonly outcome: 'entry_refused'; readonly refusal: EntryRefusal };
export type Recorded = { readonly outcome: 'done'; readonly entries: readonly number[] } | NotRecorded;

/** Records the same entry at each of the campuses, or at none. */
export async function recordEntries(tx: Transaction, asked: { readonly kind: string; readonly campuses: readonly string[]; readonly values: Values }, given: Given): Promise<Recorded> {
  const kind = journalKind(asked.kind);
  if (kind === undefined) return { outcome: 'unknown_journal' };
  const stamp = await lockRegion(tx);
  const person = await actingPerson(tx);
  if (stamp === null || person === null) return { outcome: 'not_your_role' };
  const read = readValues(kind.fields, asked.values, given.today);
  const entries: number[] = [];
  for (const campus_id of new Set(asked.campuses)) {
    const scopes = await reachable(tx, kind, campus_id);
    if (scopes === null) return { outcome: 'unknown_campus' };
    if ('faults' in read) return { outcome: 'values_wrong', kind, faults: read.faults };
    const done = await recordAt(tx, { kind, campus_id, scopes, values: read.values, answers: null, reason: null, withdrawn: false }, { person, stamp, given });
    if (done.outcome !== 'done') return done;
    entries.push(...done.entries);
  }
  return { outcome: 'done', entries };
}

/** The labels of a campus at which the actor may record such entries; null where there is none, or it is not theirs. */
async function reachable(tx: Transaction, kind: JournalKind, campus_id: string): Promise<readonly string[] | null> {
  const scopes = await tx.whole((whole) => campusLabels(whole, campus_id));
  return scopes !== null && mayTouch(tx.actor.reach, KIND_OF_AREA[kind.area], 'write', scopes) ? scopes : null;
}

/** As what the actor may act in entries with these labels: by roles of their own only. */
export function rolesIn({ acting }: ActingPerson, { area }: JournalKind, scopes: readonly string[]) {
  return capacitiesIn(acting.filter(({ in_stead_of }) => in_stead_of === null), scopes, KIND_OF_AREA[area], 'write');
}

interface NewEntry {
  readonly kind: JournalKind;
  readonly campus_id: string;
  readonly scopes: readonly string[];
  readonly values: Values;
  readonly answers: number | null;
  readonly reason: string | null;
  readonly withdrawn: boolean;
}

interface Acting {
  readonly person: ActingPerson;
  readonly stamp: Stamp;
  readonly given: Given;
}

async function recordAt(tx: Transaction, entry: NewEntry, { person, stamp, given }: Acting): Promise<Recorded> {
  const { kind, campus_id, scopes, values, answers, withdrawn } = entry;
  const capacities = rolesIn(person, kind, scopes);
  if (!capacities.some(({ role }) => kind.by.includes(role))) return { outcome: 'not_your_role' };
  if (!withdrawn) {
    const ground = await tx.whole((whole) => groundOf(whole, { area: kind.area, campus_id, today: given.today }));
    if (ground === null) return { outcome: 'unknown_campus' };
    const stranger = await strangerIn(tx, kind, values, campus_id);
    const refusal = stranger !== null ? unknownPerson(kind, stranger) : refusalOfEntry(kind, values, { ...ground, standing: ground.standing.filter((one) => one.entry_id !== answers) });
    if (refusal !== null) return { outcome: 'entry_refused', refusal };
  }
  const entry_id = await insertEntry(tx, entry, { stamp, given });
  const first = kind.way === null || withdrawn ? null : open(kind.way, person.person, capacities);
  if (first !== null) await insertStep(tx, { entry_id, kind, scopes, step_no: 1 }, { ...first, details: {} }, { stamp, on: given.today });
  await tx.audit({ action: answers === null ? 'journal.record' : withdrawn ? 'journal.withdraw' : 'journal.correct', object: `journals/${entry_id}`, detail: { kind: kind.id, campus_id, ...(answers !== null && { answers, reason: entry.reason }) } });
  return { outcome: 'done', entries: [entry_id] };
}

async function insertEntry(tx: Transaction, { kind, campus_id, scopes, values, answers, reason, withdrawn }: NewEntry, { stamp, given }: Pick<Acting, 'stamp' | 'given'>): Promise<number> {
  const entry_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into journal_entries (region_id, entry_id, kind, area, campus_id, recorded_on, answers, reason, withdrawn, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.actor.region_id, entry_id, kind.id, kind.area, campus_id, given.today, answers, reason, withdrawn, scopes, stamp.at, tx.actor.account]);
  const fields = Object.keys(kind.fields);
  await tx.change(
    `insert into ${tableOf(kind)} (region_id, entry_id, scopes, ${fields.map(columnOf).join(', ')}) values ($1, $2, $3, ${fields.map((_, at) => `$${at + 4}`).join(', ')})`,
    [tx.actor.region_id, entry_id, scopes, ...fields.map((name) => values[name] ?? null)]);
  return entry_id;
}

/** A step of an entry, in the name of the actor; it is never touched again. */
export async function insertStep(
  tx: Transaction, { entry_id, kind, scopes, step_no }: { readonly entry_id: number; readonly kind: JournalKind; readonly scopes: readonly string[]; readonly step_no: number },
  { act, from, to, person, role, reason, details }: Entry & { readonly details: Values }, { stamp, on }: { readonly stamp: Stamp; readonly on: PlainDate },
): Promise<void> {
  await tx.change(
    `insert into journal_steps (region_id, entry_id, step_no, kind, area, act, from_state, to_state, on_date, person_id, role, reason, details, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [tx.actor.region_id, entry_id, step_no, kind.id, kind.area, act, from, to, on, person, role, reason, JSON.stringify(details), scopes, stamp.at, tx.actor.account]);
}

/** One entry that the actor may write; null where there is none. */
export async function writableEntry(tx: Transaction, entry_id: number): Promise<StoredEntry | null> {
  const [entry] = await loadEntries(tx, { entry_id });
  return entry !== undefined && mayTouch(tx.actor.reach, KIND_OF_AREA[entry.kind.area], 'write', entry.scopes) ? entry : null;
}

/** Answers an entry that was recorded wrongly by another one, or by one that takes it back; what went on already is not corrected this way. */
export async function correctEntry(tx: Transaction, asked: { readonly entry_id: number; readonly values: Values | null; readonly reason: string }, given: Given): Promise<Recorded> {
  const stamp = await lockRegion(tx);
  const person = await actingPerson(tx);
  const entry = await writableEntry(tx, asked.entry_id);
  if (stamp === null || person === null || entry === null) return { outcome: 'unknown_journal_entry' };
  const { kind, campus_id, scopes } = entry;
  if (entry.steps.length > 1) return { outcome: 'moved_already' };
  const read = asked.values === null ? { values: entry.values } : readValues(kind.fields, asked.values, given.today);
  if ('faults' in read) return { outcome: 'values_wrong', kind, faults: read.faults };
  if (asked.values !== null && Object.keys(kind.fields).every((name) => (read.values[name] ?? null) === (entry.values[name] ?? null))) return { outcome: 'unchanged' };
  return recordAt(tx, { kind, campus_id, scopes, values: read.values, answers: entry.entry_id, reason: asked.reason, withdrawn: asked.values === null }, { person, stamp, given });
}
