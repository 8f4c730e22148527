import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useRem } from '../../shell/useWidth.ts';
import { tableWords } from '../../words/table.ts';
import { rowWindow, scrollTo } from './row-window.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { TableTotals } from './TableTotals.tsx';
import { useGridKeys } from './useGridKeys.ts';
import { usePrinting } from './usePrinting.ts';
import type { Table } from './useTable.ts';

const PRINTED_ROWS = 1000;
const DEFAULT_WIDTH_REM = { text: 10, number: 8, money: 9, date: 9 };

/** The table for a screen wide enough: a grid of which only the rows near the view are drawn. */
export function TableGrid<R>({ table }: { table: Table<R> }) {
  const say = useWords(tableWords);
  const { shown, shownColumns, selection, height_rem = 30 } = table;
  const row_px = useRowHeight();
  const box = useRef<HTMLDivElement>(null);
  const [scroll_px, setScroll] = useState(0);
  const [body_px, setBody] = useState(400);
  const printing = usePrinting();
  useLayoutEffect(() => setBody(bodyHeight(box.current)), [height_rem, row_px, table.filtering, shown.length]);

  const view = rowWindow(scroll_px, body_px, shown.length, row_px);
  const drawn = printing ? { first: 0, end: Math.min(shown.length, PRINTED_ROWS) } : view;
  const indexes = Array.from({ length: drawn.end - drawn.first }, (_, i) => drawn.first + i);
  const { row: activeRow, column: activeColumn } = selection.active;
  // The row with the focus stays drawn wherever the table is scrolled, or the focus would be lost.
  if (activeRow >= 0 && activeRow < shown.length && !indexes.includes(activeRow)) indexes.push(activeRow);

  const keys = useGridKeys(table, Math.max(1, Math.floor(body_px / row_px) - 1));
  useEffect(() => {
    if (!keys.moved.current || box.current === null) return;
    keys.moved.current = false;
    const to = activeRow < 0 ? null : scrollTo(activeRow, box.current.scrollTop, body_px, shown.length, row_px);
    if (to !== null) box.current.scrollTop = to;
    const cell = box.current.querySelector<HTMLElement>(`[data-at="${activeRow},${activeColumn}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const widths = shownColumns.map((c) => c.width_rem ?? DEFAULT_WIDTH_REM[c.kind]);
  const style = {
    '--columns': widths.map((w) => `minmax(${w}rem, ${w}fr)`).join(' '),
    // Paper does not scroll: its columns share what width there is.
    '--columns-on-paper': widths.map((w) => `minmax(0, ${w}fr)`).join(' '),
    minWidth: `${widths.reduce((sum, w) => sum + w, 0)}rem`,
  } as CSSProperties;
  return (
    <>
      {/* The keys are the grid's own; the element that scrolls carries no role. */}
      <div className="table-scroll" ref={box} style={{ maxHeight: `${height_rem}rem` }} onScroll={(event) => setScroll(event.currentTarget.scrollTop)}>
        <div className="table-grid" role="grid" aria-label={table.label} aria-rowcount={shown.length + 1} aria-colcount={shownColumns.length} aria-multiselectable="true" style={style} {...keys.handlers}>
          <TableHead table={table} />
          <div role="rowgroup" className="table-body" style={{ height: printing ? 'auto' : view.height_px }}>
            {indexes.map((index) => (
              <TableRow key={index} table={table} index={index} top_px={printing ? null : view.top_px(index)} keys={keys} />
            ))}
          </div>
          <TableTotals table={table} />
        </div>
      </div>
      <p className="small no-print">{table.edit !== undefined ? say.editKeys : table.onOpen === undefined ? say.keys : say.openKeys}</p>
      {printing && shown.length > PRINTED_ROWS && <p>{say.printedRows(PRINTED_ROWS, shown.length)}</p>}
    </>
  );
}

/** Rows are as high as a target, so that they can be hit; the elder mode's are higher. */
function useRowHeight(): number {
  const rem = useRem();
  const target = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--target'));
  return Math.round(rem * (Number.isNaN(target) ? 2.25 : target));
}

/** What is left for rows between the head and the totals. */
function bodyHeight(box: HTMLDivElement | null): number {
  if (box === null) return 400;
  const most = parseFloat(getComputedStyle(box).maxHeight) || 480;
  const taken = [...box.querySelectorAll<HTMLElement>('.table-head, .table-totals')].reduce((sum, part) => sum + part.offsetHeight, 0);
  return Math.max(80, most - taken);
}
