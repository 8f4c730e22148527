import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { Dialog } from '../../../components/Dialog/Dialog.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { registerWords } from '../../../words/registers.ts';
import { sheetLabel } from '../sheet-words.ts';
import { addRecord } from './changes.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import { RecordForm } from './RecordForm.tsx';

interface AddDialogProps {
  readonly sheet: SheetName;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly onClose: () => void;
  readonly onDone: (what: string) => void;
}

/** One new record; closed without saving, what was typed is there again the next time. */
export function AddDialog({ sheet, draft, change, onClose, onDone }: AddDialogProps) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  const save = async () => {
    await addRecord(sheet, draft.form);
    change(() => ({ form: {} }));
    onDone(say.savedAdd);
  };
  return (
    <Dialog title={say.addTitle(sheetLabel(sheet, language))} open onClose={onClose} place="side">
      <RecordForm sheet={sheet} texts={draft.form} act={say.saveAdd} asksReason={false} save={save} onCancel={onClose} onChange={(column, text) => change((now) => ({ form: { ...now.form, [column]: text } }))} />
    </Dialog>
  );
}
