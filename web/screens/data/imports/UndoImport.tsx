import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../../client.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { Dialog } from '../../../components/Dialog/Dialog.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { componentWords } from '../../../words/components.ts';
import { dataWords } from '../../../words/data.ts';
import { groupDigits } from '../../../words/format.ts';
import type { ImportEntry } from '../import/answers.ts';
import { formatMoment } from '../moment.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';

/** Asks before an import is taken back; refused where later records stand on it, with the reason. */
export function UndoImport({ entry, onClose }: { entry: ImportEntry; onClose: (done: boolean) => void }) {
  const say = useWords(dataWords);
  const { cancel } = useWords(componentWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const undo = async () => {
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api.imports[':import_id'].undo.$post({ param: { import_id: entry.import_id } }, onceOnly()));
      await queries.invalidateQueries();
      onClose(true);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const sum = (kind: 'added' | 'corrected' | 'ended') => groupDigits(String(entry.sheets.reduce((total, counts) => total + counts[kind], 0)));
  const actions = (
    <>
      <Button kind="primary" aria-disabled={busy} onClick={() => void (busy || undo())}>
        {busy ? say.undoing : say.undoAct}
      </Button>
      <Button onClick={() => onClose(false)}>{cancel}</Button>
    </>
  );
  return (
    <Dialog title={say.undoTitle} open onClose={() => onClose(false)} actions={actions}>
      <p>{say.undoWhat(entry.files.join('、'), formatMoment(entry.at, language))}</p>
      <p>{say.undoCounts(sum('added'), sum('corrected'), sum('ended'))}</p>
      {fault !== null && <RefusalNotice title={say.undoFailed} error={fault} />}
    </Dialog>
  );
}
