import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { registerWords } from '../../../words/registers.ts';
import { columnLabel } from '../sheet-words.ts';
import type { CellProblems } from './validate.ts';

const MOST_LISTED = 8;

interface WrongCellsProps {
  readonly sheet: SheetName;
  readonly problems: CellProblems;
  /** What a row is called, from its key. */
  readonly rowName: (key: string) => string;
}

/** What is wrong in the table above, in words: the marks in its cells alone do not say. */
export function WrongCells({ sheet, problems, rowName }: WrongCellsProps) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  if (problems.size === 0) return null;
  const listed = [...problems].slice(0, MOST_LISTED);
  return (
    <ul className="wrong-cells">
      {listed.map(([key, text]) => {
        const [row = '', column = ''] = key.split('\n');
        return <li key={key}>{say.wrongCell(rowName(row), columnLabel(sheet, column, language), text)}</li>;
      })}
      {problems.size > MOST_LISTED && <li>{say.moreWrong(groupDigits(String(problems.size - MOST_LISTED)))}</li>}
    </ul>
  );
}
