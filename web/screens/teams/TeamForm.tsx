import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { teamWords } from '../../words/teams.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';

interface TeamFormProps {
  readonly title: string;
  readonly act: string;
  /** What is missing before the server is asked. */
  readonly problems: () => readonly FieldProblem[];
  readonly onAct: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: (wrong: (field: string) => string | undefined) => ReactNode;
}

/** A form beside the page: names what is missing, does one act, and says why where it was refused. */
export function TeamForm({ title, act, problems, onAct, onClose, children }: TeamFormProps) {
  const say = useWords(teamWords);
  const { cancel } = useWords(componentWords);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = problems();
    setFound(missing);
    setFault(null);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      await onAct();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={found} />
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        {children((field) => found.find((problem) => problem.field === field)?.message)}
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : act}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
