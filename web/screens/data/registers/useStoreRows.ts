import { useState } from 'react';
import { withGuard } from '../../../../core/exchange/formula-guard.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { date } from '../../../../core/values/plain-date.ts';
import type { Language } from '../../../../core/values/bilingual.ts';
import { ask, client, onceOnly } from '../../../client.ts';
import { useSettings } from '../../../settings/SettingsProvider.tsx';
import type { ListedProblem, Preview, Stored } from '../import/answers.ts';
import { sendFiles } from '../import/send-files.ts';
import { sheetOf, withoutPlace } from '../sheet-words.ts';
import type { TextRow } from './table-columns.ts';
import { cellKey } from './validate.ts';

type State =
  | { readonly at: 'idle' | 'working' }
  /** Something to look at first: rows that stand already, warnings. */
  | { readonly at: 'asks'; readonly corrected: number; readonly warnings: readonly string[] }
  | { readonly at: 'problems'; readonly problems: readonly ListedProblem[]; readonly keys: readonly string[] }
  | { readonly at: 'fault'; readonly error: unknown };

const FIRST_ROW = 2;

/** Stores many rows as one import: all of them or none, and to be undone as one. */
export function useStoreRows(sheet: SheetName) {
  const { on, language } = useSettings().settings;
  const [state, setState] = useState<State>({ at: 'idle' });
  const save = async (rows: readonly TextRow[], anyway: boolean): Promise<Stored | null> => {
    setState({ at: 'working' });
    try {
      const file = new File([csvOf(sheet, rows)], `${sheet}.csv`, { type: 'text/csv' });
      const preview = await sendFiles<Preview>(`/api/imports/preview?${new URLSearchParams({ on })}`, [file], () => undefined, new AbortController().signal);
      if (!preview.importable) {
        setState({ at: 'problems', problems: preview.problems, keys: rows.map(({ key }) => key) });
        return null;
      }
      const corrected = preview.sheets.reduce((sum, counts) => sum + counts.corrected, 0);
      if (!anyway && (corrected > 0 || preview.problems.length > 0)) {
        setState({ at: 'asks', corrected, warnings: preview.problems.map(({ text }) => text[language]) });
        return null;
      }
      const stored = await ask(client.api.imports.$post({ json: { upload_id: preview.upload_id, replace: [], on: date(on) } }, onceOnly()));
      setState({ at: 'idle' });
      return stored;
    } catch (error) {
      setState({ at: 'fault', error });
      return null;
    }
  };
  /** What the server found, by cell. */
  const wrong = (of: Language): ReadonlyMap<string, string> => {
    if (state.at !== 'problems') return new Map();
    const first = Object.keys(sheetOf(sheet)?.columns ?? {})[0] ?? '';
    return new Map(state.problems.filter(({ severity }) => severity === 'error').map(({ row, column, text }) =>
      [cellKey(state.keys[(row ?? FIRST_ROW) - FIRST_ROW] ?? '', column ?? first), withoutPlace(text[of], of)]));
  };
  return { state, save, wrong, forget: () => setState({ at: 'idle' }) };
}

/** The rows as the file that an office would have sent. */
function csvOf(sheet: SheetName, rows: readonly TextRow[]): string {
  const columns = Object.keys(sheetOf(sheet)?.columns ?? {});
  const quoted = (text: string) => `"${withGuard(text.replaceAll(/[\r\n]+/g, ' ')).replaceAll('"', '""')}"`;
  return [columns.join(','), ...rows.map(({ texts }) => columns.map((name) => quoted(texts[name] ?? '')).join(','))].join('\r\n');
}
