import type { ReactNode } from 'react';

interface YearTableProps {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly head: readonly { readonly label: string; readonly number?: boolean }[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** A table of the pages that look ahead: it scrolls in itself, never the page. */
export function YearTable({ id, title, note, head, rows }: YearTableProps) {
  if (rows.length === 0) return null;
  return (
    <section className="forecast-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note !== undefined && <p className="small">{note}</p>}
      <div className="forecast-scroll" role="group" aria-labelledby={id} tabIndex={0}>
        <table className="forecast-table">
          <thead>
            <tr>{head.map(({ label, number }) => <th key={label} scope="col" className={number === true ? 'number' : ''}>{label}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th>
                  : <td key={column} className={head[column]?.number === true ? 'number' : ''}>{cell}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
