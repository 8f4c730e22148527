import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { organisationWords } from '../../words/organisations.ts';
import { DraftDialog } from '../data/DraftDialog.tsx';
import { draftOf, draftProblems } from './agreement-draft.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import { PartiesField, ProgrammesField } from './ChosenFields.tsx';
import type { Agreement } from './queries.ts';

interface AgreementDialogProps {
  /** The agreement that is to be corrected; null: a new one. */
  readonly corrected: Agreement | null;
  /** Who is party to a new one to begin with. */
  readonly party: string | null;
  readonly onClose: () => void;
  readonly onDone: (agreement_id: string) => Promise<void>;
}

const agreements = client.api['partner-agreements'];

/** Who agreed what, for which programmes, from when to when. */
export function AgreementDialog({ corrected, party, onClose, onDone }: AgreementDialogProps) {
  const say = useWords(organisationWords);
  const [draft, setDraft] = useState(() => draftOf(corrected, party));
  const said = { save: say.submit, saving: say.working, failed: say.failed };
  const send = async () => onDone((await sent(draft, corrected)).agreement_id);
  return (
    <DraftDialog title={corrected === null ? say.recordTitle : say.correctTitle} say={said} check={() => draftProblems(draft, corrected !== null, say)} send={send} onClose={onClose}>
      {(problems) => (
        <>
          {corrected !== null && <p>{say.correctLead}</p>}
          <Fields draft={draft} corrects={corrected !== null} problems={problems} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />
        </>
      )}
    </DraftDialog>
  );
}

function sent({ number, parties, programmes, signed_on, from, to, terms, reason }: AgreementDraft, corrected: Agreement | null) {
  const json = { number: number.trim(), parties: [...parties], programmes: [...programmes], signed_on: String(signed_on), from: String(from), terms: terms.trim(), ...(to !== null && { to }), ...(corrected?.document_sha256 != null && { document_sha256: corrected.document_sha256 }) };
  return corrected === null ? ask(agreements.$post({ json }, onceOnly()))
    : ask(agreements[':agreement_id'].correct.$post({ param: { agreement_id: corrected.agreement_id }, json: { ...json, reason: reason.trim() } }, onceOnly()));
}

interface FieldsProps {
  readonly draft: AgreementDraft;
  readonly corrects: boolean;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (part: Partial<AgreementDraft>) => void;
}

function Fields({ draft, corrects, problems, onChange }: FieldsProps) {
  const say = useWords(organisationWords);
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <>
      <TextField id="agreement-number" label={say.number} value={draft.number} onChange={(number) => onChange({ number })} error={wrong('agreement-number')} autoComplete="off" />
      <PartiesField parties={draft.parties} onChange={(parties) => onChange({ parties })} error={wrong('agreement-party')} />
      <ProgrammesField programmes={draft.programmes} parties={draft.parties} onChange={(programmes) => onChange({ programmes })} error={wrong('agreement-programme')} />
      <DateField id="agreement-signed" label={say.signedOn} value={draft.signed_on} onChange={(signed_on) => onChange({ signed_on })} error={wrong('agreement-signed')} />
      <DateField id="agreement-from" label={say.from} value={draft.from} onChange={(from) => onChange({ from })} error={wrong('agreement-from')} />
      <DateField id="agreement-to" label={say.to} help={say.toHelp} optional value={draft.to} onChange={(to) => onChange({ to })} error={wrong('agreement-to')} />
      <TextField id="agreement-terms" label={say.terms} value={draft.terms} onChange={(terms) => onChange({ terms })} error={wrong('agreement-terms')} autoComplete="off" />
      {corrects && <TextField id="agreement-reason" label={say.reason} value={draft.reason} onChange={(reason) => onChange({ reason })} error={wrong('agreement-reason')} autoComplete="off" />}
    </>
  );
}
