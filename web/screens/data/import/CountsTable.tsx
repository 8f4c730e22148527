import type { ReactNode } from 'react';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { importWords } from '../../../words/import.ts';
import { sheetLabel } from '../sheet-words.ts';
import type { SheetCounts } from './answers.ts';

const KINDS = ['added', 'corrected', 'unchanged', 'ended'] as const;

interface CountsTableProps {
  readonly sheets: readonly SheetCounts[];
  /** A further column, by sheet. */
  readonly choice?: { readonly label: string; readonly of: (sheet: string) => ReactNode };
}

/** Rows by sheet: added, corrected, unchanged, ended. */
export function CountsTable({ sheets, choice }: CountsTableProps) {
  const say = useWords(importWords);
  const { language } = useSettings().settings;
  const number = (n: number) => (n === 0 ? <span className="quiet-zero">0</span> : groupDigits(String(n)));
  return (
    <div className="wide-table" role="region" aria-label={say.sheetsCaption} tabIndex={0}>
      <table className="ledger">
        <caption className="hidden-text">{say.sheetsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.sheet}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="number">
                {say[kind]}
              </th>
            ))}
            {choice !== undefined && <th scope="col">{choice.label}</th>}
          </tr>
        </thead>
        <tbody>
          {sheets.map((counts) => (
            <tr key={counts.sheet}>
              <th scope="row">{sheetLabel(counts.sheet, language)}</th>
              {KINDS.map((kind) => (
                <td key={kind} className="number" data-label={say[kind]}>
                  {number(counts[kind])}
                </td>
              ))}
              {choice !== undefined && <td className="ledger-choice">{choice.of(counts.sheet)}</td>}
            </tr>
          ))}
        </tbody>
        {sheets.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{say.total}</th>
              {KINDS.map((kind) => (
                <td key={kind} className="number" data-label={say[kind]}>
                  {number(sheets.reduce((sum, counts) => sum + counts[kind], 0))}
                </td>
              ))}
              {choice !== undefined && <td />}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
