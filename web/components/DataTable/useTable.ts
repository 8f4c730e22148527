import { useDeferredValue, useMemo, useState } from 'react';
import type { TableEdit } from './edit.ts';
import { START } from './selection.ts';
import type { Selection } from './selection.ts';
import { arrange } from './table-view.ts';
import type { Filters, Sort, TableColumn } from './table-view.ts';

export interface DataTableProps<R> {
  /** What the table is: read out as its name, and the name of exported files. */
  readonly label: string;
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly columns: readonly TableColumn<R>[];
  /** Stands in place of a table without rows: says what to do next. */
  readonly empty: React.ReactNode;
  readonly edit?: TableEdit;
  /** Opens one row: by its first cell, by Enter or by a double click; on a phone by a button on its card. */
  readonly onOpen?: (row: R) => void;
  /** Columns hidden at first, by key. */
  readonly hidden?: readonly string[];
  /** Height of the table on the page; its rows scroll inside. */
  readonly height_rem?: number;
}

/** The state of one table on the screen: filters, order, columns, selection, and what follows from them. */
export function useTable<R>(props: DataTableProps<R>) {
  const { rows, columns } = props;
  const [filters, setFilters] = useState<Filters>({});
  const [sort, setSort] = useState<Sort | null>(null);
  const [filtering, setFiltering] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(props.hidden));
  const [selection, setSelection] = useState<Selection>(START);
  const [said, setSaid] = useState('');
  const shownColumns = useMemo(() => columns.filter((column) => !hidden.has(column.key)), [columns, hidden]);
  const wanted = useDeferredValue(filters);
  const shown = useMemo(() => arrange(rows, columns, wanted, sort), [rows, columns, wanted, sort]);
  const turn = (column: string) =>
    setSort(sort?.column !== column ? { column, descending: false } : sort.descending ? null : { column, descending: true });
  return {
    ...props, shown, shownColumns, filters, setFilters, sort, turn, filtering, setFiltering,
    hidden, setHidden, selection, setSelection, said, setSaid,
  };
}

export type Table<R> = ReturnType<typeof useTable<R>>;
