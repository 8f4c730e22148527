import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { ErrorSummary, type FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { RefusalNotice } from './RefusalNotice.tsx';

interface DraftDialogProps {
  readonly title: string;
  readonly say: { readonly save: string; readonly saving: string; readonly failed: string };
  /** What is wrong with the draft, field by field; it is sent where nothing is. */
  readonly check: () => readonly FieldProblem[];
  /** Closes the dialog when it is fulfilled; where it is refused, the dialog says why and stays. */
  readonly send: () => Promise<void>;
  readonly onClose: () => void;
  /** The fields, with what is wrong with them. */
  readonly children: (problems: readonly FieldProblem[]) => ReactNode;
}

/** A draft beside the page: looked at when it is handed in, sent once, and kept when it is refused. */
export function DraftDialog({ title, say, check, send, onClose, children }: DraftDialogProps) {
  const { cancel } = useWords(componentWords);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = check();
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={problems} />
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        {children(problems)}
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.save}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
