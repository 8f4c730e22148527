import { useState } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { tableWords } from '../../words/table.ts';
import { Button } from '../Button/Button.tsx';
import { Dialog } from '../Dialog/Dialog.tsx';
import { CheckboxField } from '../Field/CheckboxField.tsx';
import { copyText, saveText } from './hand-over.ts';
import { toCsv, toTsv } from './tsv.ts';
import type { Table } from './useTable.ts';

/** How many rows, and what can be done with all of them. */
export function TableTools<R>({ table }: { table: Table<R> }) {
  const say = useWords(tableWords);
  const { shown, rows, filters, filtering } = table;
  const count = (n: number) => groupDigits(String(n));
  const filtered = Object.values(filters).some((text) => text.trim() !== '');
  return (
    <div className="table-tools">
      <p className="table-count">{say.rows(count(shown.length), count(rows.length))}</p>
      <div className="table-acts no-print">
        <Button aria-pressed={filtering} onClick={() => table.setFiltering(!filtering)}>
          {say.filter}
        </Button>
        {filtered && <Button onClick={() => table.setFilters({})}>{say.clear}</Button>}
        <ColumnChoice table={table} />
        <Button onClick={() => table.setSaid(copyText(toTsv(textsOf(table))) ? say.copied(count(shown.length)) : say.copyFailed)}>{say.copy}</Button>
        <Button title={say.exportHelp} onClick={() => saveText(`${table.label}.csv`, toCsv(textsOf(table)), 'text/csv')}>
          {say.export}
        </Button>
      </div>
      {filtering && <p className="small no-print">{say.filterHelp}</p>}
    </div>
  );
}

function textsOf<R>({ shown, shownColumns }: Table<R>): string[][] {
  const head = shownColumns.map((column) => (column.unit === undefined ? column.label : `${column.label}（${column.unit}）`));
  return [head, ...shown.map((row) => shownColumns.map((column) => column.text(row)))];
}

function ColumnChoice<R>({ table }: { table: Table<R> }) {
  const say = useWords(tableWords);
  const [open, setOpen] = useState(false);
  const { hidden, setHidden } = table;
  const toggle = (key: string, shown: boolean) => {
    const next = new Set(hidden);
    if (shown) next.delete(key);
    else next.add(key);
    // A table keeps at least one column.
    if (next.size < table.columns.length) setHidden(next);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say.columns}</Button>
      <Dialog title={say.columnsTitle} open={open} onClose={() => setOpen(false)}>
        <div className="table-column-choice">
          {table.columns.map((column) => (
            <CheckboxField key={column.key} label={column.label} checked={!hidden.has(column.key)} onChange={(shown) => toggle(column.key, shown)} />
          ))}
        </div>
      </Dialog>
    </>
  );
}
