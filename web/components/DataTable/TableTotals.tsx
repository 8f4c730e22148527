import { useMemo } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { tableWords } from '../../words/table.ts';
import type { Table } from './useTable.ts';

/** The last line: totals of the rows shown, and of how many. */
export function TableTotals<R>({ table }: { table: Table<R> }) {
  const say = useWords(tableWords);
  const { shown, shownColumns } = table;
  const totals = useMemo(() => shownColumns.map((column) => column.total?.(shown) ?? ''), [shown, shownColumns]);
  if (totals.every((total) => total === '')) return null;
  return (
    <div role="rowgroup" className="table-totals">
      <div role="row" className="table-row">
        {shownColumns.map((column, index) => (
          <div key={column.key} role="gridcell" className={`table-cell table-${column.kind}`}>
            {totals[index] === '' && index === 0 ? say.totals(groupDigits(String(shown.length))) : groupDigits(totals[index] ?? '')}
          </div>
        ))}
      </div>
    </div>
  );
}
