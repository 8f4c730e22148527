import { useState } from 'react';
import type { FormEvent } from 'react';
import { kindNamed } from '../../../core/documents/kinds.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { documentWords } from '../../words/documents.ts';
import { grantWords } from '../../words/grants.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { purposeProblem } from '../data/registers/purpose.ts';
import { fieldLabel } from './field-labels.ts';
import type { DocumentAnswer } from './queries.ts';

interface ActProps {
  readonly document: DocumentAnswer;
  readonly onClose: () => void;
  /** Says what was done. */
  readonly onDone: (what: string) => Promise<void>;
}

const documents = client.api.documents[':document_id'];

/** A new version under the same number. Figures of a report are taken anew; of a decision its texts can be changed. */
export function CorrectDialog({ document, onClose, onDone }: ActProps) {
  const say = useWords(documentWords);
  const { document_id, version, kind, content } = document;
  const texts = kind === 'conditions_report' ? [] : Object.entries(kindNamed(kind).fields).flatMap(([name, field]) => (typeof field === 'string' && field !== 'count' ? [name] : []));
  const [said, setSaid] = useState<Readonly<Record<string, unknown>>>(content);
  const correct = async (reason: string) => {
    await ask(documents.versions.$post({ param: { document_id }, json: { version, reason, ...(texts.length > 0 && { content: said }) } }, onceOnly()));
    await onDone(say.corrected(version + 1));
  };
  return (
    <ReasonDialog title={say.correctTitle} act={say.correct} onAct={correct} onClose={onClose}>
      <p>{say.correctWhat}</p>
      {texts.map((name) => (
        <TextField key={name} id={`document-${name}`} label={fieldLabel(name)} value={String(said[name] ?? '')} onChange={(value) => setSaid({ ...said, [name]: value })} autoComplete="off" />
      ))}
    </ReasonDialog>
  );
}

export function RevokeDialog({ document: { document_id, number }, onClose, onDone }: ActProps) {
  const say = useWords(documentWords);
  const revoke = async (reason: string) => {
    await ask(documents.revocation.$post({ param: { document_id }, json: { reason } }, onceOnly()));
    await onDone(say.revokedDone);
  };
  return (
    <ReasonDialog title={say.revokeTitle} act={say.revoke} onAct={revoke} onClose={onClose}>
      <p>{say.revokeWhat(number)}</p>
    </ReasonDialog>
  );
}

interface ReasonDialogProps {
  readonly title: string;
  readonly act: string;
  readonly onAct: (reason: string) => Promise<void>;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Both say why: it stands on paper and in the record. */
function ReasonDialog({ title, act, onAct, onClose, children }: ReasonDialogProps) {
  const say = useWords(documentWords);
  const grants = useWords(grantWords);
  const { cancel } = useWords(componentWords);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = purposeProblem(reason, { givePurpose: say.giveReason, noNumbers: grants.noNumbers });
    setWrong(problem);
    if (problem !== undefined) {
      window.document.getElementById('document-reason')?.focus();
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
        <TextField id="document-reason" label={say.reason} help={say.reasonHelp} value={reason} onChange={setReason} error={wrong} autoComplete="off" />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? grants.working : act}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
