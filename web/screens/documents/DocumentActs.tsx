import { useState } from 'react';
import { kindNamed } from '../../../core/documents/kinds.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { documentWords } from '../../words/documents.ts';
import { ReasonDialog } from '../people/ReasonDialog.tsx';
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
    <ReasonDialog title={say.correctTitle} field={useReasonField()} act={say.correct} onAct={correct} onClose={onClose}>
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
    <ReasonDialog title={say.revokeTitle} field={useReasonField()} act={say.revoke} onAct={revoke} onClose={onClose}>
      <p>{say.revokeWhat(number)}</p>
    </ReasonDialog>
  );
}

/** Why, as it stands on paper and in the record. */
function useReasonField() {
  const say = useWords(documentWords);
  return { id: 'document-reason', label: say.reason, help: say.reasonHelp, missing: say.giveReason };
}
