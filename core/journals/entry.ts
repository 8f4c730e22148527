import type { Entry as TakenStep } from '../approvals/decide.ts';
import { whole, type ValueOf } from '../duties/declaration.ts';
import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import type { Values } from './field.ts';
import type { JournalKind } from './journal-kind.ts';

/** A step that was taken with an entry, on a day, with what was given beside its reason. */
export interface EntryStep extends TakenStep {
  readonly on: PlainDate;
  readonly details: Values;
}

/** An entry as it stands: one that was corrected is another entry's to tell. */
export interface JournalEntry {
  readonly entry_id: number;
  readonly kind: JournalKind;
  readonly campus_id: string;
  readonly values: Values;
  readonly recorded_on: PlainDate;
  /** Empty where nothing becomes of it. */
  readonly steps: readonly EntryStep[];
}

/** The state of an entry; null where nothing becomes of it. */
export function stateOfEntry({ kind: { way }, steps }: Pick<JournalEntry, 'kind' | 'steps'>): string | null {
  return way === null ? null : steps.at(-1)?.to ?? way.opens.state;
}

/** Whether somebody's next step is waited for, by working days or by a day of the entry. */
export function isWaiting(entry: Pick<JournalEntry, 'kind' | 'steps'>): boolean {
  const { kind: { way, dated } } = entry;
  const state = stateOfEntry(entry);
  return state !== null && (way?.states[state]?.workdays != null || dated.some((one) => one.state === state));
}

/** What an entry says, with what its steps said later; a later one takes the place of an earlier one. */
export function valuesNow({ values, steps }: Pick<JournalEntry, 'values' | 'steps'>): Values {
  return steps.reduce<Values>((now, { details }) => ({ ...now, ...details }), values);
}

/** The last day of the state that an entry is in, where it goes by a day of the entry; null where it does not, or no rule is in force. */
export function dueOf(entry: JournalEntry, value: ValueOf): PlainDate | null {
  const state = stateOfEntry(entry);
  const dated = entry.kind.dated.find((one) => one.state === state);
  if (dated === undefined) return null;
  const now = valuesNow(entry);
  const from = date(String(now[dated.field]));
  if ('before' in dated.days) {
    const before = whole(value(dated.days.before));
    return before === null ? null : addDays(from, -before);
  }
  const many = whole(value(dated.days.parameters[String(now[dated.days.by])] ?? ''));
  return many === null ? null : addDays(from, many);
}

export function dayAt({ values }: Pick<JournalEntry, 'values'>, field: string): PlainDate | null {
  const value = values[field];
  return typeof value === 'string' ? date(value) : null;
}
