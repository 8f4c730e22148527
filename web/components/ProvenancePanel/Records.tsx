import { useState } from 'react';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { provenanceWords } from '../../words/provenance.ts';
import { Button } from '../Button/Button.tsx';
import type { EvidenceRow, EvidenceRows } from './provenance-view.ts';
import { reportsOf, rowRanges } from './provenance-view.ts';
import { Section } from './Section.tsx';

/** The rows that were counted, by the number that the office sees in its workbook, and who reported them. */
export function Records({ tables }: { tables: readonly EvidenceRows[] }) {
  const say = useWords(provenanceWords);
  if (tables.length === 0) return <Section title={say.records}>{say.noRecords}</Section>;
  return (
    <Section title={say.records}>
      {tables.map((table) => (
        <RecordsOfSheet key={table.sheet} table={table} />
      ))}
    </Section>
  );
}

function RecordsOfSheet({ table }: { table: EvidenceRows }) {
  const say = useWords(provenanceWords);
  const [further, setFurther] = useState<readonly EvidenceRow[]>([]);
  const [state, setState] = useState<'ready' | 'asking' | 'failed'>('ready');
  const rows = [...table.rows, ...further];
  const left = table.total - rows.length;
  const { more } = table;
  const askForMore = () => {
    setState('asking');
    more?.(rows.length).then(
      (next) => {
        setFurther((listed) => [...listed, ...next]);
        setState('ready');
      },
      () => setState('failed'),
    );
  };
  return (
    <div>
      <div className="provenance-records" role="group" aria-label={table.sheet} tabIndex={0}>
        <RecordTable table={table} rows={rows} />
      </div>
      {left > 0 && more === undefined && <p className="small">{say.more(left)}</p>}
      {left > 0 && more !== undefined && (
        <Button kind="quiet" disabled={state === 'asking'} onClick={askForMore}>
          {state === 'failed' ? say.moreFailed : say.listMore(left)}
        </Button>
      )}
      <Reports sheet={table.sheet} rows={rows} />
    </div>
  );
}

function RecordTable({ table, rows }: { table: EvidenceRows; rows: readonly EvidenceRow[] }) {
  const say = useWords(provenanceWords);
  const numbered = rows.some((row) => row.row !== null);
  const look = (index: number) => (table.columns[index]?.number === true ? 'number' : undefined);
  return (
    <table>
      <caption>{say.recordCount(table.sheet, table.total)}</caption>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={column.label} scope="col" className={look(index)}>
              {column.label}
            </th>
          ))}
          {numbered && (
            <th scope="col" className="number">
              {say.row}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.cells.map((cell, index) => (
              <td key={table.columns[index]?.label ?? index} className={look(index)}>
                {cell}
              </td>
            ))}
            {numbered && <td className="number small">{row.row}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reports({ sheet, rows }: { sheet: string; rows: readonly EvidenceRow[] }) {
  const say = useWords(provenanceWords);
  const { language } = useSettings().settings;
  const reports = reportsOf(rows);
  if (reports.length === 0) return null;
  return (
    <ul className="provenance-list small" aria-label={say.reported}>
      {reports.map(({ report, rows: numbers }, at) => (
        <li key={at}>
          {say.reportLine(report.by, formatDate(report.on, language))}
          {report.workbook !== null && ` · ${say.workbook(report.workbook)}`}
          {numbers.length > 0 && ` ${say.rowList(sheet, rowRanges(numbers, language === 'zh' ? '、' : ', '))}`}
        </li>
      ))}
    </ul>
  );
}
