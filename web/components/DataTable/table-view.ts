import type { ReactNode } from 'react';
import { typedNumber } from '../Field/typed.ts';

export interface TableColumn<R> {
  readonly key: string;
  readonly label: string;
  /** Stands in the head, not in every cell. */
  readonly unit?: string;
  readonly kind: 'text' | 'number' | 'money' | 'date';
  /** Plain text of the cell: what is sorted, filtered, copied, exported and edited. */
  readonly text: (row: R) => string;
  /** How it is shown, where that differs from the text. */
  readonly show?: (row: R) => ReactNode;
  /** Text of the total over the rows shown. */
  readonly total?: (rows: readonly R[]) => string;
  /** One of the two columns that matter on a phone. */
  readonly main?: boolean;
  readonly readOnly?: boolean;
  readonly width_rem?: number;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export type Filters = Readonly<Record<string, string>>;

/** The rows that pass every filter, in the order asked for; rows that compare equal keep their order. */
export function arrange<R>(rows: readonly R[], columns: readonly TableColumn<R>[], filters: Filters, sort: Sort | null): readonly R[] {
  const tests = columns.flatMap((column) => {
    const wanted = filters[column.key]?.trim() ?? '';
    return wanted === '' ? [] : [{ column, passes: filterOf(wanted, column.kind) }];
  });
  const kept = tests.length === 0 ? rows : rows.filter((row) => tests.every((t) => t.passes(t.column.text(row))));
  const by = columns.find((column) => column.key === sort?.column);
  return by === undefined || sort === null ? kept : sorted(kept, by, sort.descending);
}

function filterOf(wanted: string, kind: TableColumn<unknown>['kind']): (text: string) => boolean {
  if (kind === 'number' || kind === 'money') {
    const range = /^(.+)\.\.(.+)$/.exec(wanted);
    if (range !== null) {
      const [low, high] = [Number(range[1]), Number(range[2])];
      return (text) => text !== '' && Number(text) >= low && Number(text) <= high;
    }
    const bound = /^(>=|<=|>|<|=|≥|≤)(.+)$/.exec(wanted);
    const limit = Number(typedNumber(bound?.[2] ?? ''));
    if (bound !== null) return (text) => text !== '' && COMPARE[bound[1] as keyof typeof COMPARE](Number(text), limit);
  }
  const part = wanted.toLowerCase();
  return (text) => text.toLowerCase().includes(part);
}

const COMPARE = {
  '>=': (a: number, b: number) => a >= b,
  '≥': (a: number, b: number) => a >= b,
  '<=': (a: number, b: number) => a <= b,
  '≤': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '<': (a: number, b: number) => a < b,
  '=': (a: number, b: number) => a === b,
};

/** Each distinct text is ranked once: comparing ranks keeps half a million rows sortable at once. */
function sorted<R>(rows: readonly R[], column: TableColumn<R>, descending: boolean): readonly R[] {
  const texts = rows.map(column.text);
  const numeric = column.kind === 'number' || column.kind === 'money';
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const compare = numeric ? (a: string, b: string) => Number(a) - Number(b) : column.kind === 'date' ? plainOrder : collator.compare;
  const ranks = new Map([...new Set(texts)].sort(compare).map((text, rank) => [text, rank]));
  // Cells not reported come last, whichever way the column is sorted.
  const last = ranks.size;
  const keys = Int32Array.from(texts, (text) => (text === '' ? last : descending ? last - 1 - (ranks.get(text) ?? 0) : (ranks.get(text) ?? 0)));
  const order = Int32Array.from(rows.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  return Array.from(order, (index) => rows[index] as R);
}

function plainOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
