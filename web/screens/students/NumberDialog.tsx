import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { studentWords } from '../../words/students.ts';
import { ReasonDialog } from '../people/ReasonDialog.tsx';

interface NumberDialogProps {
  readonly student_id: string;
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

/** Gives the lasting roll number in place of a temporary one. */
export function NumberDialog({ student_id, onClose, onDone }: NumberDialogProps) {
  const say = useWords(studentWords);
  const [form, setForm] = useState<'G' | 'J'>('J');
  const [serial, setSerial] = useState('');
  const act = async (reason: string) => {
    await ask(client.api.roll[':student_id'].number.$post({ param: { student_id }, json: { form, reason, ...(form === 'J' && { serial: serial.trim() }) } }, onceOnly()));
    await onDone(say.gaveNumber);
  };
  return (
    <ReasonDialog title={say.toLasting} field={{ id: 'number-reason', label: say.numberReason, help: '', missing: say.giveReason }} act={say.toLasting} onAct={act} onClose={onClose}>
      <p>{say.toLastingLead}</p>
      <SelectField id="number-form" label={say.numberForm} value={form} onChange={(next) => setForm(next === 'G' ? 'G' : 'J')} options={[{ value: 'J', label: say.byAuthority }, { value: 'G', label: say.byId }]} />
      {form === 'J' && <TextField id="number-serial" label={say.serial} inputMode="numeric" value={serial} onChange={setSerial} autoComplete="off" />}
    </ReasonDialog>
  );
}
