import type { FactsByKind, RowKind } from './facts.ts';
import { fieldOf, IDENTIFYING, type NationalField } from './fields.ts';
import type { NationalTable } from './layout.ts';

/** A row that lacks what the registers should say and the system asks for. */
export interface LackingRow {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table with what its columns hold. */
export interface FilledTable {
  readonly table: NationalTable;
  readonly count: number;
  /** Of each column, in how many rows it is empty. */
  readonly empty: readonly number[];
  readonly lacking: readonly LackingRow[];
  /** Whether ids or phones in it are masked is told by whoever read them; rows are told again and again. */
  readonly rows: () => Iterable<readonly string[]>;
}

/** Takes rows in, page by page. */
export interface Filling<K extends RowKind> {
  readonly add: (facts: FactsByKind[K]) => void;
  readonly done: () => FilledTable;
}

/** Fills the columns of a table; `keep` is false where only what is lacking is asked. Cells of columns that nothing fills are never stored. */
export function filling<K extends RowKind>(table: NationalTable & { readonly rows: K }, keep: boolean): Filling<K> {
  const fields = table.columns.map(({ field }) => (field === null ? null : fieldOf(table.rows, field) ?? null));
  const filled = fields.flatMap((field, at) => (field === null ? [] : [{ field, at }]));
  const { id, name } = IDENTIFYING[table.rows];
  const cellOf = (of: string, facts: FactsByKind[K]): string => (fieldOf(table.rows, of) as NationalField<FactsByKind[K]>).cell(facts);
  const blank = table.columns.map(() => '');
  const empty = table.columns.map(() => 0);
  const kept: (readonly string[])[] = [];
  const lacking: LackingRow[] = [];
  let count = 0;
  return {
    add: (facts) => {
      count += 1;
      const cells = filled.map(({ field }) => field.cell(facts));
      const columns: string[] = [];
      for (const [nth, { at }] of filled.entries()) {
        if (cells[nth] !== '') continue;
        empty[at] = (empty[at] ?? 0) + 1;
        const column = table.columns[at];
        if (column?.required === true) columns.push(column.heading);
      }
      if (columns.length > 0) lacking.push({ id: cellOf(id, facts), name: cellOf(name, facts), columns });
      if (keep) kept.push(cells);
    },
    done: () => ({
      table, count, lacking,
      empty: empty.map((many, at) => (fields[at] === null ? count : many)),
      rows: function* () {
        for (const cells of kept) {
          const row = [...blank];
          for (const [nth, { at }] of filled.entries()) row[at] = cells[nth] ?? '';
          yield row;
        }
      },
    }),
  };
}
