import { useMemo, useState } from 'react';
import type { ClipboardEvent } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { readHeading } from '../../../../core/exchange/heading.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { DataTable } from '../../../components/DataTable/DataTable.tsx';
import { parseTsv } from '../../../components/DataTable/tsv.ts';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { Progress } from '../../../components/Progress/Progress.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { registerWords } from '../../../words/registers.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { sheetLabel, sheetOf } from '../sheet-words.ts';
import { useSeconds } from '../useSeconds.ts';
import { isBlankRow, withAdded } from './draft.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import { tableColumns } from './table-columns.ts';
import type { TextRow } from './table-columns.ts';
import { useStoreRows } from './useStoreRows.ts';
import { cellKey, validateRows } from './validate.ts';
import type { Texts } from './validate.ts';
import { WrongCells } from './WrongCells.tsx';

interface PasteRowsProps {
  readonly sheet: SheetName;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

const ENOUGH_HEADINGS = 2;

/** New rows from a spreadsheet: pasted into a table, judged cell by cell, then stored all at once. */
export function PasteRows({ sheet, draft, change, onClose, onDone }: PasteRowsProps) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  const label = sheetLabel(sheet, language);
  const store = useStoreRows(sheet);
  const [said, setSaid] = useState('');
  const seconds = useSeconds(store.state.at === 'working');
  const columns = useMemo(() => tableColumns(sheet, language), [sheet, language]);
  // One blank row stands below what is there, to type or paste into.
  const rows = useMemo((): readonly TextRow[] => [...draft.added, {}].map((texts, index) => ({ key: String(index), texts })), [draft.added]);
  const filled = rows.filter(({ texts }) => !isBlankRow(texts));
  const here = useMemo(() => validateRows(sheet, rows, language), [sheet, rows, language]);
  const wrong = new Map([...store.wrong(language), ...here]);
  const set = (added: readonly Texts[]) => {
    store.forget();
    change(() => ({ added }));
  };
  const onPaste = (event: ClipboardEvent) => {
    const placed = byHeadings(sheet, event.clipboardData.getData('text/plain'));
    if (placed === null) return;
    event.preventDefault();
    event.stopPropagation();
    set(withAdded(draft.added, [], placed));
    setSaid(say.pasteHeadings(placed.length));
  };
  const save = async (anyway: boolean) => {
    const done = await store.save(filled, anyway);
    if (done === null) return;
    change(() => ({ added: [] }));
    onDone(say.pasteDone(done.added, done.corrected, done.unchanged));
    onClose();
  };
  return (
    <section className="paste-rows" aria-labelledby="paste-title">
      <h2 id="paste-title">{say.pasteTitle(label)}</h2>
      <p className="small">{say.pasteHelp}</p>
      {store.state.at === 'fault' && <RefusalNotice title={say.failed} error={store.state.error} />}
      {store.state.at === 'problems' && <Notice kind="fault" title={say.pasteKept} announce />}
      {store.state.at === 'asks' && <Asks asks={store.state} onGoOn={() => void save(true)} />}
      <div onPasteCapture={onPaste}>
        <DataTable
          key={language} label={say.pasteTable(label)} rows={rows} rowKey={(row) => row.key} columns={columns} empty={null} height_rem={18}
          edit={{
            onChange: (changes) => set(withAdded(draft.added, changes, [])),
            onAdd: (added) => change((now) => ({ added: withAdded(now.added, [], added) })),
            problem: (row, column) => wrong.get(cellKey(row, column)),
          }}
        />
      </div>
      <p role="status" className="small">{said}</p>
      {store.state.at === 'working' ? (
        <Progress label={say.pasteSaving} done={seconds} of={null} unit="s" />
      ) : (
        <>
          {filled.length > 0 && <p className={wrong.size > 0 ? 'field-error' : undefined}>{wrong.size > 0 ? say.pasteWrong(groupDigits(String(filled.length)), groupDigits(String(wrong.size))) : say.pasteReady(groupDigits(String(filled.length)))}</p>}
          <WrongCells sheet={sheet} problems={wrong} rowName={(key) => say.rowNumber(Number(key) + 1)} />
          <div className="button-row">
            <Button kind="primary" disabled={filled.length === 0 || here.size > 0} onClick={() => void save(false)}>{say.pasteSave(groupDigits(String(filled.length)))}</Button>
            {filled.length > 0 && <Button onClick={() => set([])}>{say.pasteDrop}</Button>}
            <Button kind="quiet" onClick={onClose}>{say.close}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Asks({ asks, onGoOn }: { asks: { readonly corrected: number; readonly warnings: readonly string[] }; onGoOn: () => void }) {
  const say = useWords(registerWords);
  return (
    <Notice kind="warning" announce title={asks.corrected > 0 ? say.pasteExisting(groupDigits(String(asks.corrected))) : say.pasteWarnings} actions={<Button kind="primary" onClick={onGoOn}>{say.pasteGoOn}</Button>}>
      <ul>
        {asks.warnings.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Pasted rows whose first line names columns go by those names; null for rows without a heading. */
function byHeadings(sheet: SheetName, text: string): readonly Texts[] | null {
  const [head, ...body] = parseTsv(text);
  const declared = sheetOf(sheet);
  if (head === undefined || declared === undefined || body.length === 0) return null;
  const { positions } = readHeading(declared, head);
  if (positions.size < ENOUGH_HEADINGS) return null;
  return body.map((cells) => Object.fromEntries([...positions].map(([column, at]) => [column, (cells[at] ?? '').trim()])));
}
