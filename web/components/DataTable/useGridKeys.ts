import { useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { tableWords } from '../../words/table.ts';
import { layOver } from './edit.ts';
import { copyText } from './hand-over.ts';
import { pressed, rectangleOf } from './selection.ts';
import { parseTsv, toTsv } from './tsv.ts';
import type { Table } from './useTable.ts';

/** Keyboard and clipboard of a grid. `moved` says that the focus must follow the selection; `typing` is the text being written. */
export function useGridKeys<R>(table: Table<R>, page: number) {
  const say = useWords(tableWords);
  const moved = useRef(false);
  const [typing, setTyping] = useState<string | null>(null);
  const { shown, shownColumns, selection, setSelection, edit, rowKey, onOpen } = table;
  const { active } = selection;
  const column = shownColumns[active.column];
  const row = shown[active.row];
  const writable = edit !== undefined && row !== undefined && column !== undefined && column.readOnly !== true;

  const go = (event: { key: string; ctrlKey: boolean; shiftKey: boolean }) => {
    const next = pressed(selection, event, shown.length, shownColumns.length, page);
    if (next === null) return false;
    moved.current = true;
    setSelection(next);
    return true;
  };
  const write = (then: string | null) => {
    if (typing !== null && writable && typing !== column.text(row)) edit.onChange([{ row: rowKey(row), column: column.key, text: typing }]);
    setTyping(null);
    moved.current = true;
    if (then !== null) go({ key: then, ctrlKey: false, shiftKey: false });
  };
  const copy = () => {
    const area = rectangleOf(selection);
    const cells = shown.slice(area.top, area.bottom + 1).map((r) => shownColumns.slice(area.left, area.right + 1).map((c) => c.text(r)));
    table.setSaid(copyText(toTsv(cells)) ? say.copied(cells.length) : say.copyFailed);
  };
  const all = () => {
    // The focus stays where it is drawn: at the first cell.
    moved.current = true;
    setSelection({ active: { row: 0, column: 0 }, anchor: { row: shown.length - 1, column: shownColumns.length - 1 } });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || (event.target as HTMLElement).closest('.table-filter') !== null) return;
    const command = event.ctrlKey || event.metaKey;
    if (typing !== null) {
      const after = { Enter: 'ArrowDown', Tab: event.shiftKey ? 'ArrowLeft' : 'ArrowRight' }[event.key];
      if (after !== undefined) write(after);
      else if (event.key === 'Escape') {
        setTyping(null);
        moved.current = true;
      } else return;
    } else if (command && event.key.toLowerCase() === 'c') copy();
    else if (command && event.key.toLowerCase() === 'a') all();
    else if (writable && (event.key === 'Enter' || event.key === 'F2')) setTyping(column.text(row));
    else if (event.key === 'Enter' && row !== undefined && edit === undefined && onOpen !== undefined) onOpen(row);
    else if (writable && (event.key === 'Delete' || event.key === 'Backspace')) edit.onChange([{ row: rowKey(row), column: column.key, text: '' }]);
    else if (!go({ key: event.key, ctrlKey: command, shiftKey: event.shiftKey })) return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    if (edit === undefined || typing !== null || active.row < 0) return;
    event.preventDefault();
    const cells = parseTsv(event.clipboardData.getData('text/plain'));
    const pasted = layOver(cells, active, shown, shownColumns, rowKey, edit.onAdd !== undefined);
    if (pasted.changes.length > 0) edit.onChange(pasted.changes);
    if (pasted.added.length > 0) edit.onAdd?.(pasted.added);
    const taken = say.pasted(cells.flat().length - pasted.dropped);
    table.setSaid(pasted.dropped === 0 ? taken : `${taken}；${say.notPasted(pasted.dropped)}`);
  };
  return { moved, typing, setTyping, write, writable, handlers: { onKeyDown, onPaste } };
}

export type GridKeys = ReturnType<typeof useGridKeys>;
