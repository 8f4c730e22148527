import { useState } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { Dialog } from '../../../components/Dialog/Dialog.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { kindOf } from '../../../../core/access/kinds.ts';
import { May } from '../../../shell/May.tsx';
import { registerWords } from '../../../words/registers.ts';
import { formatMoment } from '../moment.ts';
import { sheetLabel } from '../sheet-words.ts';
import { cellText, tableKind } from './cell-text.ts';
import { correctRecord } from './changes.ts';
import { withChanges, withoutRow } from './draft.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import { EndForm } from './EndForm.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { RevealValue } from './RevealValue.tsx';
import { declaredColumns } from './table-columns.ts';
import type { RegisterRecord } from './queries.ts';

interface RecordDialogProps {
  readonly sheet: SheetName;
  readonly record: RegisterRecord;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

/** One record: what it says, who said so, what it said before; corrected or ended from here. */
export function RecordDialog({ sheet, record, draft, change, onClose, onDone }: RecordDialogProps) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  const [mode, setMode] = useState<'read' | 'correct' | 'end'>('read');
  const standing = Object.fromEntries(declaredColumns(sheet).map(([name, column]) => [name, cellText(column, record.values[name], language)]));
  const edits = draft.edits[record.record_id];
  const title = { read: say.opened(sheetLabel(sheet, language)), correct: say.correctTitle, end: say.endTitle }[mode];
  const write = (column: string, text: string) =>
    change((now) => ({ edits: withChanges(now.edits, [{ row: record.record_id, column, text }], (_, name) => standing[name] ?? '') }));
  const save = async (reason: string) => {
    const answer = await correctRecord(sheet, record, edits ?? {}, reason);
    change((now) => ({ edits: withoutRow(now.edits, record.record_id) }));
    onDone(answer.record_id === record.record_id ? say.unchanged : say.savedCorrection);
  };
  return (
    <Dialog title={title} open onClose={onClose} place="side">
      {mode === 'correct' && (
        <>
          <p className="small">{say.correctHelp}</p>
          <RecordForm sheet={sheet} texts={{ ...standing, ...edits }} onChange={write} act={say.saveCorrection} asksReason save={save} onCancel={() => setMode('read')} />
        </>
      )}
      {mode === 'end' && <EndForm sheet={sheet} record={record} onCancel={() => setMode('read')} onDone={() => onDone(say.savedEnd)} />}
      {mode === 'read' && (
        <>
          <May do={`${kindOf(sheet)}.write`}>
            <div className="button-row">
              <Button kind="primary" onClick={() => setMode('correct')}>{say.correct}</Button>
              <Button onClick={() => setMode('end')}>{say.end}</Button>
            </div>
          </May>
          <RecordFacts sheet={sheet} record={record} texts={standing} />
          <RecordHistory sheet={sheet} record_id={record.record_id} />
        </>
      )}
    </Dialog>
  );
}

function RecordFacts({ sheet, record, texts }: { sheet: SheetName; record: RegisterRecord; texts: Readonly<Record<string, string>> }) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  const from = record.file === null ? say.byHand : say.fromFile(record.file, record.row === null ? '' : String(record.row));
  return (
    <section aria-labelledby="record-now">
      <h3 id="record-now">{say.current}</h3>
      <dl className="record-facts">
        {declaredColumns(sheet).map(([name, column]) => (
          <div key={name}>
            <dt>{column.label[language]}</dt>
            <dd>
              {texts[name] === '' ? (
                <span className="small">{say.blank}</span>
              ) : column.personal !== undefined ? (
                <RevealValue sheet={sheet} record_id={record.record_id} name={name} column={column} text={texts[name] ?? ''} />
              ) : tableKind(column) === 'number' || tableKind(column) === 'money' ? (
                groupDigits(texts[name] ?? '')
              ) : (
                texts[name]
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{say.origin}</dt>
          <dd>
            {from}
            {record.reported_by !== null && record.reported_at !== null && <span className="small"> {say.reportedBy(record.reported_by, formatMoment(record.reported_at, language))}</span>}
          </dd>
        </div>
      </dl>
    </section>
  );
}
