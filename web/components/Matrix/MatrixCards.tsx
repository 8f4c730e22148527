import { useWords } from '../../settings/SettingsProvider.tsx';
import type { OutcomeView } from '../../verdict-view.ts';
import { componentWords } from '../../words/components.ts';
import { verdictWords } from '../../words/verdict.ts';
import { Status, StatusMark } from '../Status/Status.tsx';
import type { MatrixView } from './matrix-view.ts';

interface MatrixCardsProps extends MatrixView {
  readonly title: string;
  readonly onOpen: (row: number, column: number, button: HTMLElement) => void;
}

const ORDER: readonly OutcomeView[] = ['met', 'unmet', 'undetermined', 'not_applicable'];

/** The matrix for a phone: for each campus the counts, and by name what is not met. */
export function MatrixCards({ title, rows, columns, cells, onOpen }: MatrixCardsProps) {
  const say = useWords(verdictWords);
  return (
    <ul className="matrix-cards" aria-label={title}>
      {rows.map((row, r) => {
        const line = cells[r] ?? [];
        return (
          <li key={row.id}>
            <h3>{row.label}</h3>
            <p className="matrix-counts">
              {ORDER.map((outcome) => ({ outcome, count: line.filter((cell) => cell.outcome === outcome).length }))
                .filter(({ count }) => count > 0)
                .map(({ outcome, count }) => (
                  <span key={outcome} className={`status-${outcome}`}>
                    <StatusMark outcome={outcome} /> {say[outcome]} {count}
                  </span>
                ))}
            </p>
            <OpenItems columns={columns} line={line} onOpen={(c, button) => onOpen(r, c, button)} />
          </li>
        );
      })}
    </ul>
  );
}

const SHOWN_AT_FIRST = 3;

/** What is not met, then what must be reported; the first of them at once, the rest behind a word. */
function OpenItems({ columns, line, onOpen }: { columns: MatrixView['columns']; line: MatrixView['cells'][number]; onOpen: (column: number, button: HTMLElement) => void }) {
  const say = useWords(componentWords);
  const open = (['unmet', 'undetermined'] as const).flatMap((outcome) =>
    columns.flatMap((column, at) => {
      const cell = line[at];
      return cell?.outcome === outcome ? [{ column, cell, at }] : [];
    }),
  );
  const items = open.map(({ column, cell, at }) => (
    <button key={column.id} type="button" className="matrix-card-item" onClick={(event) => onOpen(at, event.currentTarget)}>
      <span>{column.label}</span>
      <Status outcome={cell.outcome} detail={cell.detail} />
    </button>
  ));
  return (
    <>
      {items.slice(0, SHOWN_AT_FIRST)}
      {items.length > SHOWN_AT_FIRST && (
        <details className="matrix-card-rest">
          <summary>{say.moreItems(items.length - SHOWN_AT_FIRST)}</summary>
          {items.slice(SHOWN_AT_FIRST)}
        </details>
      )}
    </>
  );
}
