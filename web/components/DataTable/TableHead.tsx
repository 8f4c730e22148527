import { useWords } from '../../settings/SettingsProvider.tsx';
import { tableWords } from '../../words/table.ts';
import { select } from './selection.ts';
import type { Table } from './useTable.ts';

/** Heads that sort; below them, when asked for, boxes that filter. */
export function TableHead<R>({ table }: { table: Table<R> }) {
  const say = useWords(tableWords);
  const { shownColumns, sort, selection, filtering, filters } = table;
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" aria-rowindex={1} className="table-row">
        {shownColumns.map((column, index) => {
          const way = sort?.column !== column.key ? 'none' : sort.descending ? 'descending' : 'ascending';
          const at = selection.active.row === -1 && selection.active.column === index;
          return (
            <div key={column.key} role="columnheader" aria-sort={way} aria-colindex={index + 1} className={`table-cell table-${column.kind}`}>
              <button
                type="button"
                data-at={`-1,${index}`}
                tabIndex={at ? 0 : -1}
                onFocus={() => table.setSelection(select({ row: -1, column: index }, false, selection))}
                onClick={() => table.turn(column.key)}
              >
                <span className="table-head-label">
                  {column.label}
                  {column.unit !== undefined && <span className="table-unit"> {column.unit}</span>}
                </span>
                <span aria-hidden="true" className="table-arrow">
                  {{ none: '', ascending: '↑', descending: '↓' }[way]}
                </span>
              </button>
            </div>
          );
        })}
      </div>
      {filtering && (
        <div role="row" className="table-row table-filters no-print">
          {shownColumns.map((column) => (
            <div key={column.key} role="gridcell" className="table-cell table-filter">
              <input
                className="field-box"
                aria-label={say.filterBy(column.label)}
                value={filters[column.key] ?? ''}
                onChange={(event) => table.setFilters({ ...filters, [column.key]: event.currentTarget.value })}
              />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
