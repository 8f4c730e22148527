import { useState } from 'react';
import type { FormEvent } from 'react';
import type { SheetName } from '../../../core/exchange/sheets.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { FileField } from '../../components/Field/FileField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { matterWords } from '../../words/matters.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { sheetLabel } from '../data/sheet-words.ts';
import { fingerprint } from './documents.ts';
import { actText, kindOfMatter, subjectText } from './matter-text.ts';
import type { Matter, Prospect } from './queries.ts';
import { useStepDetails } from './StepDetails.tsx';

const VOTES = ['members', 'present', 'for', 'against', 'abstained'] as const;
type VoteDraft = Readonly<Record<(typeof VOTES)[number], string>>;

interface StepDialogProps {
  readonly matter: Matter;
  readonly step: Prospect;
  readonly onClose: () => void;
  readonly onDone: (what: string) => Promise<void>;
}

/** What a step takes: a reason, votes, documents, and what only this step asks. */
export function StepDialog({ matter, step, onClose, onDone }: StepDialogProps) {
  const say = useWords(matterWords);
  const { cancel } = useWords(componentWords);
  const { language } = useSettings().settings;
  const declared = kindOfMatter(matter)?.steps[matter.state]?.find(({ act }) => act === step.act);
  const [reason, setReason] = useState('');
  const [votes, setVotes] = useState<VoteDraft>({ members: '', present: '', for: '', against: '', abstained: '' });
  const [none, setNone] = useState<readonly SheetName[]>([]);
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const act = actText(matter.kind, step.act, say, language);
  const unsettled = step.act === 'freeze' ? (matter.returns ?? []).filter(({ state }) => state !== 'verified') : [];
  const given = useStepDetails(matter, step.act);
  const details = given.details !== undefined ? given.details : step.act === 'freeze' && unsettled.length > 0 ? { missing: unsettled.map(({ subject }) => subject) } : none.length > 0 ? { none: [...none] } : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const lacks = declared?.reason === true && reason.trim() === '';
    setWrong(lacks ? say.giveReason : undefined);
    if (!given.complete()) return;
    if (lacks) return document.getElementById('step-reason')?.focus();
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api.matters[':matter_id'].steps.$post({
        param: { matter_id: matter.matter_id },
        json: {
          act: step.act, version: matter.version, ...(reason.trim() !== '' && { reason: reason.trim() }), ...(details !== undefined && { details }),
          ...(declared?.votes != null && { votes: Object.fromEntries(VOTES.map((key) => [key, Number(votes[key])])) as Record<(typeof VOTES)[number], number> }),
          ...(file !== null && { documents: [await fingerprint(file)] }),
        },
      }, onceOnly()));
      await onDone(act);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={say.of(act, subjectText(matter, language))} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        {unsettled.length > 0 && <p>{say.namesMissing(unsettled.map((one) => subjectText(one, language)).join('、'))}</p>}
        {matter.kind === 'collection_return' && step.act === 'submit' && (
          <fieldset className="matter-sheets">
            <legend>{say.confirmNone}</legend>
            {(matter.round?.details.sheets ?? []).map((sheet) => (
              <CheckboxField
                key={sheet} label={sheetLabel(sheet, language)} checked={none.includes(sheet)}
                onChange={(checked) => setNone((now) => (checked ? [...now, sheet] : now.filter((one) => one !== sheet)))}
              />
            ))}
          </fieldset>
        )}
        {declared?.votes != null && <VoteFields votes={votes} onChange={(part) => setVotes((now) => ({ ...now, ...part }))} />}
        {given.fields}
        <TextField id="step-reason" label={say.reason} help={say.reasonHelp} value={reason} onChange={setReason} error={wrong} optional={declared?.reason !== true} autoComplete="off" />
        <FileField label={say.document} help={say.documentHelp} optional file={file} onChange={setFile} />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : act}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function VoteFields({ votes, onChange }: { votes: VoteDraft; onChange: (part: Partial<VoteDraft>) => void }) {
  const say = useWords(matterWords);
  const labels = { members: say.members, present: say.present, for: say.votesFor, against: say.votesAgainst, abstained: say.votesAbstained };
  return VOTES.map((key) => <NumberField key={key} label={labels[key]} value={votes[key]} onChange={(value) => onChange({ [key]: value })} />);
}
