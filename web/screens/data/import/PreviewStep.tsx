import { useState } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { importWords } from '../../../words/import.ts';
import type { AgreedTab } from '../mapping/mapping-draft.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { sheetLabel } from '../sheet-words.ts';
import type { Preview } from './answers.ts';
import { CountsTable } from './CountsTable.tsx';
import { ProblemList } from './ProblemList.tsx';
import { Replaced } from './Replaced.tsx';
import { Unread } from './Unread.tsx';
import type { Import } from './useImport.ts';
import { useReplaced } from './useReplaced.ts';
import { VerdictChanges } from './VerdictChanges.tsx';

interface PreviewStepProps {
  readonly run: Import;
  readonly preview: Preview;
  readonly agreed: readonly AgreedTab[] | null;
  readonly fault: unknown;
}

/** What the files would change, before anything is stored. */
export function PreviewStep({ run, preview, agreed, fault }: PreviewStepProps) {
  const say = useWords(importWords);
  const [replace, setReplace] = useState<ReadonlySet<string>>(new Set());
  const replaced = useReplaced(preview, replace);
  // What the choice of sheets to replace leads to; while it is being judged, the preview without it stands.
  const shown = replace.size > 0 && replaced.data !== undefined ? replaced.data : preview;
  const { problems, problem_count: count } = shown;
  const changed = shown.sheets.reduce((sum, { added, corrected, ended }) => sum + added + corrected + ended, 0);
  const storing = changed > 0 && shown.importable && (replace.size === 0 || replaced.isSuccess);
  const commit = () => void run.commit(preview, agreed, [...replace] as SheetName[]);
  const act = changed > 0 ? say.commit(groupDigits(String(changed))) : say.commitPlain;
  return (
    <div className="preview">
      {fault !== null && <RefusalNotice title={say.notStored} error={fault} />}
      <Verdict run={run} preview={preview} changed={changed} />
      {!preview.importable && agreed === null && <Unread run={run} problems={problems} />}
      {preview.importable && (
        <>
          {changed > 0 && <VerdictChanges preview={shown} />}
          <Changes preview={shown.importable ? shown : preview} replace={replace} onReplace={setReplace} />
          {replace.size > 0 && <Replaced replaced={replaced} replace={replace} />}
          <div className="button-row preview-acts">
            {storing && <Button kind="primary" onClick={commit}>{act}</Button>}
            <Button onClick={run.restart}>{say.otherFile}</Button>
          </div>
        </>
      )}
      {problems.length > 0 && <ProblemList problems={problems} all={count.errors + count.warnings} />}
    </div>
  );
}

/** Whether it can be stored, said first. */
function Verdict({ run, preview, changed }: { run: Import; preview: Preview; changed: number }) {
  const say = useWords(importWords);
  const { errors, warnings } = preview.problem_count;
  const files = <p>{say.chosenFiles(preview.files.join('、'))}</p>;
  if (!preview.importable) {
    return (
      <Notice kind="fault" title={say.errorsTitle(groupDigits(String(errors)))} announce actions={<Button kind="primary" onClick={run.restart}>{say.againSame}</Button>}>
        {files}
        <p>{say.errorsHelp}</p>
      </Notice>
    );
  }
  if (changed === 0) {
    return (
      <Notice kind="info" title={say.nothingTitle} announce>
        {files}
        <p>{say.nothingHelp}</p>
      </Notice>
    );
  }
  return (
    <Notice kind={warnings > 0 ? 'warning' : 'info'} title={warnings > 0 ? say.warningsTitle(groupDigits(String(warnings))) : say.cleanTitle} announce>
      {files}
    </Notice>
  );
}

interface ChangesProps {
  readonly preview: Preview;
  readonly replace: ReadonlySet<string>;
  readonly onReplace: (replace: ReadonlySet<string>) => void;
}

function Changes({ preview, replace, onReplace }: ChangesProps) {
  const say = useWords(importWords);
  const { language } = useSettings().settings;
  const set = (sheet: string, chosen: boolean) => {
    const next = new Set(replace);
    if (chosen) next.add(sheet);
    else next.delete(sheet);
    onReplace(next);
  };
  return (
    <section aria-labelledby="changes-title" className="preview-changes">
      <h2 id="changes-title">{say.sheetsTitle}</h2>
      <CountsTable
        sheets={preview.sheets}
        choice={{
          label: say.replace,
          of: (sheet) => (
            <label className="replace-choice">
              <input type="checkbox" checked={replace.has(sheet)} aria-label={say.replaceOf(sheetLabel(sheet, language))} onChange={(event) => set(sheet, event.currentTarget.checked)} />
              <span aria-hidden="true" className="replace-word">{say.replace}</span>
            </label>
          ),
        }}
      />
      <p className="small">{say.replaceHelp}</p>
    </section>
  );
}
