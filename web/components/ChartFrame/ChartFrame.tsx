import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import './ChartFrame.css';

export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[];
  readonly rows: readonly (readonly ReactNode[])[];
}

interface ChartFrameProps {
  readonly title: string;
  /** The chart in a sentence. */
  readonly summary?: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
  readonly level?: 2 | 3;
}

/** A chart with its title and, one key away, the same data as a table. On paper both stand. */
export function ChartFrame({ title, summary, table, children, level = 2 }: ChartFrameProps) {
  const say = useWords(componentWords);
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <figure className="chart-frame" aria-labelledby={id}>
      <div className="chart-frame-head">
        <Title id={id}>{title}</Title>
        <button type="button" className="chart-frame-switch" onClick={() => setAsTable(!asTable)}>
          {asTable ? say.showChart : say.showTable}
          <span className="hidden-text"> {title}</span>
        </button>
      </div>
      {summary !== undefined && <figcaption className="small">{summary}</figcaption>}
      {asTable ? <DataOfChart title={title} table={table} /> : children}
    </figure>
  );
}

function DataOfChart({ title, table }: { title: string; table: ChartTable }) {
  return (
    <div className="chart-frame-data" role="group" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" className={column.number === true ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={table.columns[at]?.label ?? at} className={table.columns[at]?.number === true ? 'number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
