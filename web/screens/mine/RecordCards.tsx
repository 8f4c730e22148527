import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SheetName } from '../../../core/exchange/sheets.ts';
import { ask, client } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, formatMoney, groupDigits } from '../../words/format.ts';
import { mineWords } from '../../words/mine.ts';
import { cellText, tableKind } from '../data/registers/cell-text.ts';
import type { RegisterRecord } from '../data/registers/queries.ts';
import { declaredColumns } from '../data/registers/table-columns.ts';
import { sheetLabel } from '../data/sheet-words.ts';
import { useNames } from './useNames.ts';

/** The latest of each; the roll alone may hold one for each year. */
const AT_ONCE = 3;
/** The most that the server gives in one page. */
const MOST = 1000;

/** The records of one register that are in reach, each as a card: no table to scroll sideways. */
export function RecordCards({ sheet, total }: { sheet: SheetName; total: number }) {
  const say = useWords(mineWords);
  const { language } = useSettings().settings;
  const [shown, setShown] = useState(AT_ONCE);
  const records = useQuery({
    queryKey: ['records', sheet, 'mine', shown],
    queryFn: () => ask(client.api.registers[':sheet'].$get({ param: { sheet }, query: { ...latestFirst(sheet), page: '1', per_page: String(Math.min(shown, MOST)) } })),
    placeholderData: (before) => before,
  });
  const left = Math.min(total, MOST) - shown;
  return (
    <section className="mine-records" aria-labelledby={`mine-${sheet}`}>
      <h2 id={`mine-${sheet}`}>
        {sheetLabel(sheet, language)} <span className="small">{say.count(groupDigits(String(total)))}</span>
      </h2>
      <Answer query={records}>
        {(answer) => (
          <ul className="mine-cards">
            {answer.records.map((record) => (
              <li key={record.record_id}>
                <RecordCard sheet={sheet} record={record} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {left > 0 && <Button onClick={() => setShown(shown + AT_ONCE)}>{say.more(Math.min(left, AT_ONCE))}</Button>}
    </section>
  );
}

/** The latest first, by the first day that a register states of itself. */
function latestFirst(sheet: SheetName): { order: 'asc' | 'desc'; sort?: string } {
  const day = declaredColumns(sheet).find(([name, { kind, optional }]) => kind === 'date' && !optional && name !== 'birth_date');
  return day === undefined ? { order: 'asc' } : { order: 'desc', sort: day[0] };
}

/** What is filled in; of an id that leads elsewhere the name. */
function RecordCard({ sheet, record }: { sheet: SheetName; record: RegisterRecord }) {
  const { language } = useSettings().settings;
  const names = useNames();
  const lines = declaredColumns(sheet).flatMap(([name, column]) => {
    const text = cellText(column, record.values[name], language);
    if (text === '') return [];
    const kind = tableKind(column);
    const said = kind === 'money' ? formatMoney(text, language) : kind === 'number' ? groupDigits(text) : kind === 'date' ? formatDate(text, language) : column.references === undefined ? text : named(text, column.references, names.get(text));
    return [{ name, label: column.references === undefined || said === text ? column.label[language] : withoutId(column.label[language]), said }];
  });
  return (
    <dl>
      {lines.map(({ name, label, said }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** People are called by their name and id, everything else by its name. */
function named(id: string, sheets: readonly string[], name: string | undefined): string {
  if (name === undefined) return id;
  return sheets.includes('students') ? `${name} ${id}` : name;
}

/** A column that holds an id is called by what the id names, once the name stands there. */
function withoutId(label: string): string {
  return label.replace(/编号$| id$/, '');
}
