import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useWidth } from '../../shell/useWidth.ts';
import { verdictWords } from '../../words/verdict.ts';
import { StatusKey, StatusMark } from '../Status/Status.tsx';
import { moveIn } from '../grid-move.ts';
import { MatrixCards } from './MatrixCards.tsx';
import { groupsOf } from './matrix-view.ts';
import type { MatrixView } from './matrix-view.ts';
import './Matrix.css';

interface MatrixProps extends MatrixView {
  readonly title: string;
  /** A cell was chosen: open where its verdict comes from. */
  readonly onOpen: (row: number, column: number, button: HTMLElement) => void;
  readonly note?: string;
}

const CARDS_BELOW_REM = 44;

/** Campus × standard: one shape for each verdict. Arrow keys move, Enter opens; on a phone, a card for each campus. */
export function Matrix(props: MatrixProps) {
  const narrow = useWidth() < CARDS_BELOW_REM;
  return (
    <>
      {narrow ? <MatrixCards {...props} /> : <MatrixGrid {...props} />}
      <StatusKey {...(props.note !== undefined && { note: props.note })} />
    </>
  );
}

function MatrixGrid(props: MatrixProps) {
  const { title, rows, columns, cells, onOpen } = props;
  const say = useWords(verdictWords);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveIn(at, event.key, event.ctrlKey, rows.length, columns.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  };
  return (
    <div className="matrix-scroll">
      <table className="matrix" role="grid" aria-label={title} ref={table} onKeyDown={onKeyDown}>
        <MatrixHead {...props} />
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {columns.map((column, c) => {
                const cell = cells[r]?.[c];
                if (cell === undefined) return <td key={column.id} />;
                return (
                  <td key={column.id}>
                    <button
                      type="button"
                      data-at={`${r},${c}`}
                      tabIndex={at.row === r && at.column === c ? 0 : -1}
                      aria-label={`${row.label} ${column.label} ${say[cell.outcome]} ${cell.detail}`}
                      title={`${column.label}：${say[cell.outcome]} ${cell.detail}`}
                      onFocus={() => setAt({ row: r, column: c })}
                      onClick={(event) => onOpen(r, c, event.currentTarget)}
                    >
                      <StatusMark outcome={cell.outcome} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixHead({ columns, corner }: MatrixView) {
  return (
    <thead>
      <tr>
        <td />
        {groupsOf(columns).map((group) => (
          <th key={group.label} scope="colgroup" colSpan={group.span} className="matrix-group">
            <span>{group.label}</span>
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col">{corner}</th>
        {columns.map((column) => (
          <th key={column.id} scope="col" title={column.label}>
            {column.short}
            <span className="hidden-text"> {column.label}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
