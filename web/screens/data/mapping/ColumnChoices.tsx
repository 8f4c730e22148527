import { sheets } from '../../../../core/exchange/sheets.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { Column } from '../../../../core/exchange/column.ts';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { mappingWords } from '../../../words/mapping.ts';
import { columnLetter, examplesOf, withColumn } from './mapping-draft.ts';
import type { DraftColumn, TabDraft } from './mapping-draft.ts';

interface ColumnChoicesProps {
  readonly name: string;
  readonly sheet: SheetName;
  readonly draft: TabDraft;
  readonly onChange: (draft: TabDraft) => void;
}

/** Each column of the file, what it holds, and where it goes: the device's own list, so that keys suffice. */
export function ColumnChoices({ name, sheet, draft, onChange }: ColumnChoicesProps) {
  const say = useWords(mappingWords);
  return (
    <table className="ledger ledger-cards column-choices">
      <caption className="hidden-text">{say.columns(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{say.source}</th>
          <th scope="col">{say.examples}</th>
          <th scope="col">
            {say.target} <span className="small">{say.required}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {draft.columns.map((column) => (
          <tr key={column.position}>
            <th scope="row">
              <span className="small column-letter">{columnLetter(column.position)}</span> {column.heading}
            </th>
            <td data-label={say.examples}>{examplesOf(draft, column.position)}</td>
            <td data-label={say.target}>
              <Target sheet={sheet} column={column} onChange={(to) => onChange(withColumn(draft, column.position, to))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Target({ sheet, column, onChange }: { sheet: SheetName; column: DraftColumn; onChange: (column: string | null) => void }) {
  const say = useWords(mappingWords);
  const { language } = useSettings().settings;
  const unsure = column.by === 'guess' && column.column !== null;
  const word = column.column === null ? null : unsure ? say.unsure : column.by === 'sure' ? say.sure : say.chosen;
  return (
    <span className="column-target">
      <select className={unsure ? 'field-box column-unsure' : 'field-box'} aria-label={say.targetOf(column.heading)} value={column.column ?? ''} onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}>
        <option value="">{say.ignore}</option>
        {Object.entries<Column>(sheets[sheet].columns).map(([name, { label, optional }]) => (
          <option key={name} value={name}>
            {optional ? label[language] : `${label[language]} *`}
          </option>
        ))}
      </select>
      {word !== null && <span className={unsure ? 'column-word column-word-unsure' : 'column-word small'}>{word}</span>}
    </span>
  );
}
