import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { provenanceWords } from '../../words/provenance.ts';
import type { EvidenceRows, ReportLine } from './provenance-view.ts';
import { rowRanges } from './provenance-view.ts';
import { Section } from './Section.tsx';

/** The rows that were counted, by the number that the office sees in its workbook. */
export function Records({ tables }: { tables: readonly EvidenceRows[] }) {
  const say = useWords(provenanceWords);
  if (tables.length === 0) return null;
  return (
    <Section title={say.records}>
      {tables.map((table) => (
        <div key={table.sheet} className="provenance-records" role="group" aria-label={table.sheet} tabIndex={0}>
          <table>
            <caption>{say.recordCount(table.sheet, table.total)}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column.label} scope="col" className={column.number === true ? 'number' : undefined}>
                    {column.label}
                  </th>
                ))}
                <th scope="col" className="number">
                  {say.row}
                </th>
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.row}>
                  {row.cells.map((cell, index) => (
                    <td key={table.columns[index]?.label ?? index} className={table.columns[index]?.number === true ? 'number' : undefined}>
                      {cell}
                    </td>
                  ))}
                  <td className="number small">{row.row}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {table.total > table.rows.length && <p className="small">{say.more(table.total - table.rows.length)}</p>}
        </div>
      ))}
    </Section>
  );
}

export function Reports({ reports }: { reports: readonly ReportLine[] }) {
  const say = useWords(provenanceWords);
  const { language } = useSettings().settings;
  if (reports.length === 0) return null;
  return (
    <Section title={say.reported}>
      <ul className="provenance-list">
        {reports.map((report) => (
          <li key={report.by + report.on + report.sheet}>
            {say.reportLine(report.by, formatDate(report.on, language))}
            <br />
            <span className="small">
              {report.workbook !== null && `${say.workbook(report.workbook)} `}
              {say.rowList(report.sheet, rowRanges(report.rows, language === 'zh' ? '、' : ', '))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
