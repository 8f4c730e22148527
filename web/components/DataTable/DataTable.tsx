import { useWords } from '../../settings/SettingsProvider.tsx';
import { useWidth } from '../../shell/useWidth.ts';
import { tableWords } from '../../words/table.ts';
import { EmptyState } from '../EmptyState/EmptyState.tsx';
import { Button } from '../Button/Button.tsx';
import { TableCards } from './TableCards.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TableTools } from './TableTools.tsx';
import { useTable } from './useTable.ts';
import type { DataTableProps } from './useTable.ts';
import './DataTable.css';

const CARDS_BELOW_REM = 40;

/**
 * The table that carries the work: head that stays, sort, filter, choice of columns, totals, copying to and
 * pasting from a spreadsheet, export of what is seen; half a million rows scroll. On a phone, cards.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const table = useTable(props);
  const say = useWords(tableWords);
  const narrow = useWidth() < CARDS_BELOW_REM;
  if (props.rows.length === 0 && props.edit?.onAdd === undefined) return props.empty;
  return (
    <div className="data-table">
      <TableTools table={table} />
      {narrow ? <TableCards table={table} /> : <TableGrid table={table} />}
      {table.shown.length === 0 && props.rows.length > 0 && (
        <EmptyState title={say.noMatch} actions={<Button onClick={() => table.setFilters({})}>{say.clear}</Button>}>
          {say.noMatchHelp}
        </EmptyState>
      )}
      <p className="data-table-said small" role="status">
        {table.said}
      </p>
    </div>
  );
}
