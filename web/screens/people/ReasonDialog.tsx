import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { grantWords } from '../../words/grants.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { purposeProblem } from '../data/registers/purpose.ts';

interface ReasonDialogProps {
  readonly title: string;
  /** The field's id, label and help, and what is said where it was left empty. */
  readonly field: { readonly id: string; readonly label: string; readonly help: string; readonly missing: string };
  readonly act: string;
  /** Does it and says so; what it is refused for is shown, and the reason stays as typed. */
  readonly onAct: (reason: string) => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** An act that says why: others read it in the record. */
export function ReasonDialog({ title, field, act, onAct, onClose, children }: ReasonDialogProps) {
  const grants = useWords(grantWords);
  const { cancel } = useWords(componentWords);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = purposeProblem(reason, { givePurpose: field.missing, noNumbers: grants.noNumbers });
    setWrong(problem);
    if (problem !== undefined) {
      document.getElementById(field.id)?.focus();
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      await onAct(reason.trim());
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        {fault !== null && <RefusalNotice title={grants.failed} error={fault} />}
        {children}
        <TextField id={field.id} label={field.label} help={field.help} value={reason} onChange={setReason} error={wrong} autoComplete="off" />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? grants.working : act}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
