import { useCallback, useState } from 'react';
import type { CellChange } from '../../../components/DataTable/edit.ts';
import type { Texts } from './validate.ts';

/** What was typed and not yet saved: changes of standing records by their id, rows to be added, the open form. */
export interface Draft {
  readonly edits: Readonly<Record<string, Texts>>;
  readonly added: readonly Texts[];
  readonly form: Texts;
}

const NOTHING: Draft = { edits: {}, added: [], form: {} };

/** The draft of one register, kept in this browser until it is saved or dropped. */
export function useDraft(region: string, sheet: string) {
  const name = `guantong.draft.${region}.${sheet}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft(name));
  const change = useCallback(
    (part: (now: Draft) => Partial<Draft>) =>
      setDraft((now) => {
        const next = { ...now, ...part(now) };
        keepDraft(name, next);
        return next;
      }),
    [name],
  );
  return [draft, change] as const;
}

export type ChangeDraft = ReturnType<typeof useDraft>[1];

function readDraft(name: string): Draft {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Draft>) };
  } catch {
    return NOTHING;
  }
}

function keepDraft(name: string, draft: Draft): void {
  try {
    const empty = Object.keys(draft.edits).length === 0 && draft.added.length === 0 && Object.keys(draft.form).length === 0;
    if (empty) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still holds the draft while the page is open.
  }
}

/** Changed cells laid over the draft; a cell that is again as it stands is no change. */
export function withChanges(edits: Draft['edits'], changes: readonly CellChange[], standing: (row: string, column: string) => string): Draft['edits'] {
  const next: Record<string, Record<string, string>> = Object.fromEntries(Object.entries(edits).map(([row, texts]) => [row, { ...texts }]));
  for (const { row, column, text } of changes) {
    const texts = (next[row] ??= {});
    if (text === standing(row, column)) delete texts[column];
    else texts[column] = text;
    if (Object.keys(texts).length === 0) delete next[row];
  }
  return next;
}

/** The draft without one row. */
export function withoutRow(edits: Draft['edits'], row: string): Draft['edits'] {
  return Object.fromEntries(Object.entries(edits).filter(([key]) => key !== row));
}

/** Pasted rows laid over those waiting; blank rows at the end fall away. */
export function withAdded(added: readonly Texts[], changes: readonly CellChange[], further: readonly Texts[]): readonly Texts[] {
  const rows = added.map((texts) => ({ ...texts }) as Record<string, string>);
  for (const { row, column, text } of changes) {
    const at = Number(row);
    while (rows.length <= at) rows.push({});
    (rows[at] as Record<string, string>)[column] = text;
  }
  rows.push(...further.map((texts) => ({ ...texts })));
  while (rows.length > 0 && isBlankRow(rows.at(-1) ?? {})) rows.pop();
  return rows;
}

export function isBlankRow(texts: Texts): boolean {
  return Object.values(texts).every((text) => text.trim() === '');
}
