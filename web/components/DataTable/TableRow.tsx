import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { tableWords } from '../../words/table.ts';
import { contains, rectangleOf, select } from './selection.ts';
import type { TableColumn } from './table-view.ts';
import type { GridKeys } from './useGridKeys.ts';
import type { Table } from './useTable.ts';

interface TableRowProps<R> {
  readonly table: Table<R>;
  readonly index: number;
  /** Null on paper, where rows follow each other. */
  readonly top_px: number | null;
  readonly keys: GridKeys;
}

export function TableRow<R>({ table, index, top_px, keys }: TableRowProps<R>) {
  const row = table.shown[index];
  if (row === undefined) return null;
  return (
    <div role="row" aria-rowindex={index + 2} className="table-row" style={top_px === null ? { position: 'static' } : { transform: `translateY(${top_px}px)` }}>
      {table.shownColumns.map((column, at) => (
        <Cell key={column.key} table={table} row={row} index={index} column={column} at={at} keys={keys} />
      ))}
    </div>
  );
}

interface CellProps<R> {
  readonly table: Table<R>;
  readonly row: R;
  readonly index: number;
  readonly column: TableColumn<R>;
  readonly at: number;
  readonly keys: GridKeys;
}

function Cell<R>({ table, row, index, column, at, keys }: CellProps<R>) {
  const say = useWords(tableWords);
  const { selection, edit } = table;
  const active = selection.active.row === index && selection.active.column === at;
  const problem = edit?.problem?.(table.rowKey(row), column.key);
  const writing = active && keys.writable;
  const text = column.text(row);
  const shown = column.show?.(row) ?? (column.kind === 'number' || column.kind === 'money' ? groupDigits(text) : text);
  const focusable = { 'data-at': `${index},${at}`, tabIndex: active ? 0 : -1 };
  return (
    <div
      role="gridcell"
      aria-colindex={at + 1}
      aria-selected={contains(rectangleOf(selection), index, at)}
      aria-invalid={problem === undefined ? undefined : true}
      className={`table-cell table-${column.kind}`}
      title={problem === undefined ? text : say.wrong(problem)}
      {...(writing ? {} : focusable)}
      onMouseDown={(event) => {
        // The box comes into the cell only now; the browser, which looks for something to focus, would find the page.
        if (edit !== undefined && !(event.target instanceof HTMLInputElement)) event.preventDefault();
        if (keys.typing !== null && !active) keys.write(null);
        keys.moved.current = true;
        table.setSelection(select({ row: index, column: at }, event.shiftKey, selection));
      }}
      onDoubleClick={() => (keys.writable ? keys.setTyping(text) : edit === undefined && table.onOpen?.(row))}
    >
      {problem !== undefined && <span className="table-wrong" aria-hidden="true">▲</span>}
      {writing && (
        <input
          {...focusable}
          className="table-input"
          data-typing={keys.typing !== null || undefined}
          aria-label={`${column.label} ${text === '' ? say.empty : text} ${problem === undefined ? '' : say.wrong(problem)}`}
          value={keys.typing ?? ''}
          onChange={(event) => keys.setTyping(event.currentTarget.value)}
          onBlur={() => keys.typing !== null && keys.write(null)}
        />
      )}
      {at === 0 && edit === undefined && table.onOpen !== undefined ? (
        <button type="button" className="table-text table-open" tabIndex={-1} onClick={() => table.onOpen?.(row)}>
          {shown}
        </button>
      ) : (
        <span className="table-text">{shown}</span>
      )}
    </div>
  );
}
