import { useState } from 'react';
import type { Values } from '../../../core/journals/field.ts';
import type { JournalKind } from '../../../core/journals/journal-kind.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { workWords } from '../../words/work.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { FieldInputs, missingFields } from './FieldInputs.tsx';
import type { Entry, EntryAct } from './queries.ts';

interface StepDialogProps {
  readonly kind: JournalKind;
  readonly entry: Entry;
  readonly act: EntryAct;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** One step with an entry, with the clause that asks for it. */
export function StepDialog({ kind, entry, act, onClose, onDone }: StepDialogProps) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const [values, setValues] = useState<Values>({});
  const [reason, setReason] = useState('');
  const fields = kind.takes[act.act] ?? {};
  const problems = () => [...missingFields(fields, values, { give: say.give, language }), ...(act.reason && reason.trim() === '' ? [{ field: 'step-reason', message: say.giveReason }] : [])];
  const go = async () => {
    await ask(client.api['journal-entries'][':entry_id'].steps.$post({ param: { entry_id: entry.entry_id }, json: { act: act.act, seen: entry.steps.length, reason: reason.trim(), values } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={act.label[language]} act={act.label[language]} problems={problems} onAct={go} onClose={onClose}>
      {(wrong) => (
        <>
          <p className="small">{say.clause(act.clause)}</p>
          <FieldInputs fields={fields} values={values} onChange={(name, value) => setValues((now) => ({ ...now, [name]: value }))} wrong={wrong} />
          <TextField id="step-reason" label={say.reason} optional={!act.reason} value={reason} onChange={setReason} error={wrong('step-reason')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
