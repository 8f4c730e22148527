import { useState } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { tableWords } from '../../words/table.ts';
import { Button } from '../Button/Button.tsx';
import { TextField } from '../Field/TextField.tsx';
import type { TableColumn } from './table-view.ts';
import type { Table } from './useTable.ts';

const AT_ONCE = 20;

/** The table for a phone: a card for each row with the two columns that matter, the others on request. */
export function TableCards<R>({ table }: { table: Table<R> }) {
  const say = useWords(tableWords);
  const { shown, shownColumns, rowKey, filtering, filters } = table;
  const [count, setCount] = useState(AT_ONCE);
  const named = shownColumns.filter((column) => column.main === true);
  const main = named.length > 0 ? named.slice(0, 2) : shownColumns.slice(0, 2);
  const rest = shownColumns.filter((column) => !main.includes(column));
  return (
    <>
      {filtering &&
        main.map((column) => (
          <TextField key={column.key} optional label={say.filterBy(column.label)} value={filters[column.key] ?? ''} onChange={(text) => table.setFilters({ ...filters, [column.key]: text })} />
        ))}
      <ul className="table-cards" aria-label={table.label}>
        {shown.slice(0, count).map((row) => (
          <li key={rowKey(row)}>
            <Facts columns={main} row={row} />
            {rest.length > 0 && (
              <details>
                <summary>{say.details}</summary>
                <Facts columns={rest} row={row} />
              </details>
            )}
            {table.onOpen !== undefined && (
              <Button aria-label={`${say.open} ${main[0]?.text(row) ?? ''}`} onClick={() => table.onOpen?.(row)}>
                {say.open}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length > count && <Button onClick={() => setCount(count + AT_ONCE)}>{say.moreCards(Math.min(AT_ONCE, shown.length - count))}</Button>}
    </>
  );
}

function Facts<R>({ columns, row }: { columns: readonly TableColumn<R>[]; row: R }) {
  return (
    <dl>
      {columns.map((column) => {
        const text = column.text(row);
        return (
          <div key={column.key}>
            <dt>
              {column.label}
              {column.unit !== undefined && ` ${column.unit}`}
            </dt>
            <dd>{column.show?.(row) ?? (column.kind === 'number' || column.kind === 'money' ? groupDigits(text) : text)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
