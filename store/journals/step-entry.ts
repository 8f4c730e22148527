import { decide, type Refusal } from '../../core/approvals/decide.ts';
import type { Problem } from '../../core/exchange/problem.ts';
import { stateOfEntry } from '../../core/journals/entry.ts';
import type { Values } from '../../core/journals/field.ts';
import { readValues, type FaultyField } from '../../core/journals/read-values.ts';
import { answersOf } from '../../core/journals/refusals.ts';
import type { JournalKind } from '../../core/journals/journal-kind.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { exceptionApproved } from './exception-approved.ts';
import { entryObject, type StoredEntry } from './entries.ts';
import { groundOf } from './ground.ts';
import { insertStep, rolesIn, writableEntry, type Given } from './record-entry.ts';

export interface AskedStep {
  readonly entry_id: number;
  readonly act: string;
  /** How many steps the asker has seen; another one meanwhile is a conflict. */
  readonly seen: number;
  readonly reason: string;
  readonly values: Values;
}

export type NotStepped =
  | { readonly outcome: 'unknown_journal_entry' | 'changed_meanwhile' }
  | { readonly outcome: 'values_wrong'; readonly kind: JournalKind; readonly act: string; readonly faults: readonly FaultyField[] }
  | { readonly outcome: 'step_refused'; readonly refusal: Refusal }
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] };
export type Stepped = { readonly outcome: 'done'; readonly entry_id: number } | NotStepped;

/** Takes a step with an entry, or says the first reason why not. */
export async function stepEntry(tx: Transaction, asked: AskedStep, given: Given): Promise<Stepped> {
  const stamp = await lockRegion(tx);
  const person = await actingPerson(tx);
  const entry = await writableEntry(tx, asked.entry_id);
  if (stamp === null || person === null || entry === null || entry.kind.way === null) return { outcome: 'unknown_journal_entry' };
  if (entry.steps.length !== asked.seen) return { outcome: 'changed_meanwhile' };
  const { kind, campus_id, scopes } = entry;
  const read = readValues(kind.takes[asked.act] ?? {}, asked.values, given.today);
  if ('faults' in read) return { outcome: 'values_wrong', kind, act: asked.act, faults: read.faults };
  const [ground, files] = await tx.whole(async (whole) => [await groundOf(whole, { area: kind.area, campus_id, today: given.today }), await freshFiles(whole, entry)] as const);
  if (ground === null) return { outcome: 'unknown_journal_entry' };
  const decided = decide({ kind: entry.kind.way, entries: entry.steps }, {
    act: asked.act, person: person.person, capacities: rolesIn(person, kind, scopes), reason: asked.reason, guards: answersOf(entry, read.values, ground, files),
  });
  if (decided.outcome === 'refused') return { outcome: 'step_refused', refusal: decided };
  await insertStep(tx, { entry_id: entry.entry_id, kind, scopes, step_no: entry.steps.length + 1 }, { ...decided.entry, details: read.values }, { stamp, on: given.today });
  await tx.audit({ action: 'journal.step', object: entryObject(entry.entry_id), detail: { kind: kind.id, act: asked.act, from: stateOfEntry(entry), to: decided.entry.to } });
  if (kind.id === 'overlap_exception' && asked.act === 'approve') {
    const brought = await exceptionApproved(tx, entry, given.today);
    if (brought !== null) return { outcome: 'problems', problems: brought };
  }
  return { outcome: 'done', entry_id: entry.entry_id };
}

/** How many files hang at an entry since it was last sent back: what was not enough then is no proof now. */
async function freshFiles(whole: Transaction, { entry_id, steps }: StoredEntry): Promise<number> {
  const returned = steps.findLast(({ act }) => act === 'return')?.recorded_at ?? null;
  const [row] = await whole.query<{ many: number }>(
    'select count(*)::int as many from attachments a where a.region_id = $1 and a.about = $2 and a.ended_at is null and ($3::timestamptz is null or a.recorded_at > $3)', [whole.actor.region_id, entryObject(entry_id), returned]);
  return row?.many ?? 0;
}
