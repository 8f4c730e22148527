import { useWords } from '../../../settings/SettingsProvider.tsx';
import { mappingWords } from '../../../words/mapping.ts';
import { columnLetter } from './mapping-draft.ts';
import type { TabDraft } from './mapping-draft.ts';

const SHOWN_BELOW = 3;
const SHOWN_AT_LEAST = 8;

/** The tab as its file shows it, the heading marked. */
export function FirstRows({ name, draft: { tab, sheet, heading_rows: [first, last] } }: { name: string; draft: TabDraft }) {
  const say = useWords(mappingWords);
  const rows = tab.first.slice(0, Math.max(SHOWN_AT_LEAST, tab.first.findIndex(({ row }) => row === last) + 1 + SHOWN_BELOW));
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  return (
    <div className="wide-table first-rows" role="region" aria-label={say.firstRows(name)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.rowNumber}</th>
            {Array.from({ length: width }, (_, position) => (
              <th key={position} scope="col">
                {columnLetter(position)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => {
            const heading = sheet !== null && row >= first && row <= last;
            return (
              <tr key={row} className={heading ? 'first-rows-heading' : sheet !== null && row < first ? 'first-rows-above' : undefined}>
                <th scope="row">
                  {row}
                  {heading && <span className="first-rows-word">{say.headingWord}</span>}
                </th>
                {Array.from({ length: width }, (_, position) => (
                  <td key={position}>{cells[position] ?? ''}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
