import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client } from '../../../client.ts';
import { Button, ButtonLink } from '../../../components/Button/Button.tsx';
import { EmptyState } from '../../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { dataWords } from '../../../words/data.ts';
import { groupDigits } from '../../../words/format.ts';
import { importWords } from '../../../words/import.ts';
import { May } from '../../../shell/May.tsx';
import { shellWords } from '../../../words/shell.ts';
import { DataPage } from '../DataPage.tsx';
import type { ImportEntry } from '../import/answers.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { sheetLabel } from '../sheet-words.ts';
import { formatMoment } from '../moment.ts';
import { UndoImport } from './UndoImport.tsx';

/** Who imported what and when; each can be taken back. */
export function ImportsPage() {
  const shell = useWords(shellWords);
  const say = useWords(dataWords);
  const imports = useQuery({ queryKey: ['imports'], queryFn: () => ask(client.api.imports.$get()) });
  const [undoing, setUndoing] = useState<ImportEntry | null>(null);
  const [done, setDone] = useState(false);
  return (
    <DataPage part="imports" title={shell.data} lead={say.importsLead}>
      {done && <Notice kind="done" title={say.undoDone} announce />}
      {imports.isPending && <p role="status">{say.loading}</p>}
      {imports.isError && <RefusalNotice title={say.notLoaded} error={imports.error} actions={<Button onClick={() => void imports.refetch()}>{say.again}</Button>} />}
      {imports.data?.imports.length === 0 && (
        <EmptyState title={say.noImports} actions={<May do="imports.write"><ButtonLink kind="primary" to="/data">{say.toImport}</ButtonLink></May>}>
          {say.noImportsHelp}
        </EmptyState>
      )}
      {imports.data !== undefined && imports.data.imports.length > 0 && <ImportsTable imports={imports.data.imports} onUndo={(entry) => { setDone(false); setUndoing(entry); }} />}
      {undoing !== null && <UndoImport entry={undoing} onClose={(was) => { setUndoing(null); setDone(was); }} />}
    </DataPage>
  );
}

function ImportsTable({ imports, onUndo }: { imports: readonly ImportEntry[]; onUndo: (entry: ImportEntry) => void }) {
  const say = useWords(dataWords);
  const { language } = useSettings().settings;
  const heads = [say.at, say.by, say.files, say.changes, say.state];
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.importsTable}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {imports.map((entry) => (
            <tr key={entry.import_id} data-undone={entry.undone_at !== null || undefined}>
              <th scope="row">{formatMoment(entry.at, language)}</th>
              <td data-label={say.by}>{entry.by}</td>
              <td data-label={say.files}>{entry.files.join('、')}</td>
              <td data-label={say.changes}>
                <Changes entry={entry} />
              </td>
              <td data-label={say.state}>
                {entry.undone_at === null ? (
                  <May do="imports.write">
                    <Button aria-label={say.undoOf(entry.files.join('、'), formatMoment(entry.at, language))} onClick={() => onUndo(entry)}>
                      {say.undo}
                    </Button>
                  </May>
                ) : (
                  say.undone(entry.undone_by ?? '', formatMoment(entry.undone_at, language))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KINDS = ['added', 'corrected', 'ended'] as const;

function Changes({ entry }: { entry: ImportEntry }) {
  const say = useWords(dataWords);
  const word = useWords(importWords);
  const { language } = useSettings().settings;
  const text = (counts: Readonly<Record<(typeof KINDS)[number], number>>) => KINDS.filter((kind) => counts[kind] > 0).map((kind) => `${word[kind]} ${groupDigits(String(counts[kind]))}`).join(' · ') || say.noChange;
  const total = { added: 0, corrected: 0, ended: 0 };
  for (const sheet of entry.sheets) for (const kind of KINDS) total[kind] += sheet[kind];
  return (
    <>
      {text(total)}
      {entry.sheets.length > 0 && (
        <details className="import-sheets">
          <summary>{say.bySheet}</summary>
          <ul>
            {entry.sheets.map((counts) => (
              <li key={counts.sheet}>
                {sheetLabel(counts.sheet, language)} <span className="small">{text(counts)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
