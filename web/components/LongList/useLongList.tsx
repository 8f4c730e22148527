import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { tableWords } from '../../words/table.ts';
import { Button } from '../Button/Button.tsx';
import { usePrinting } from '../DataTable/usePrinting.ts';

const STEP = 100;

/** The first rows of a list that may be long, and the button that shows more of them. On paper stands everybody. */
export function useLongList<R>(rows: readonly R[]): readonly [shown: readonly R[], more: ReactNode] {
  const say = useWords(tableWords);
  const [many, setMany] = useState(STEP);
  const printing = usePrinting();
  if (printing || rows.length <= many) return [rows, null];
  const more = (
    <div className="button-row no-print">
      <Button onClick={() => setMany(many + STEP)}>{say.more(Math.min(STEP, rows.length - many))}</Button>
      <span className="small" role="status">{say.shownOf(many, rows.length)}</span>
    </div>
  );
  return [rows.slice(0, many), more];
}
