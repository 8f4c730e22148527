import { useWords } from '../../settings/SettingsProvider.tsx';
import type { OutcomeView } from '../../verdict-view.ts';
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
            {columns.map((column, c) => {
              const cell = line[c];
              if (cell === undefined || cell.outcome === 'met' || cell.outcome === 'not_applicable') return null;
              return (
                <button key={column.id} type="button" className="matrix-card-item" onClick={(event) => onOpen(r, c, event.currentTarget)}>
                  <span>{column.label}</span>
                  <Status outcome={cell.outcome} detail={cell.detail} />
                </button>
              );
            })}
          </li>
        );
      })}
    </ul>
  );
}
