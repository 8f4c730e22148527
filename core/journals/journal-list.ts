import type { StaffList } from '../teachers/staff-lists.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { stateOfEntry, valuesNow, type JournalEntry } from './entry.ts';
import type { Choice, Field, FieldValue } from './field.ts';
import type { JournalKind } from './journal-kind.ts';

/** The names of what ids are of, for whoever has them at hand. */
export type Named = (of: Choice, id: string) => string;

/** A value in words. */
export function valueText(field: Field | undefined, value: FieldValue, language: 'zh' | 'en', named: Named = (_, id) => id): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'Yes' : 'No' }[language];
  if (field?.of !== undefined) return named(field.of, String(value));
  return field?.codes?.[String(value)]?.[language] ?? String(value);
}

/** Everything that an entry can say: its own fields and what its steps take. */
export function allFields({ fields, takes }: JournalKind): [string, Field][] {
  return [...Object.entries(fields), ...Object.values(takes).flatMap((taken) => Object.entries(taken))];
}

/** The entries of a kind as a table, the latest first, with what became of each. */
export function journalList(kind: JournalKind, entries: readonly JournalEntry[], { campus, on }: { readonly campus: string; readonly on: PlainDate }): StaffList {
  const fields = allFields(kind);
  const state = (entry: JournalEntry): string[] => (kind.way === null ? [] : [kind.way.states[stateOfEntry(entry) ?? '']?.label.zh ?? '']);
  return {
    title: `${campus}${kind.label.zh}`, on, basis: [kind.clause], note: `共 ${entries.length} 条。`,
    columns: [...fields.map(([, { label }]) => [label.zh, 3] as const), ...(kind.way === null ? [] : [['状态', 3] as const]), ['登记日期', 2.4] as const],
    rows: entries.map((entry) => [...fields.map(([name, field]) => valueText(field, valuesNow(entry)[name] ?? null, 'zh')), ...state(entry), entry.recorded_on]),
  };
}
