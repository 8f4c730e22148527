import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { benefitWords } from '../../words/benefits.ts';
import { TeamForm } from '../teams/TeamForm.tsx';

export function AddBenefitDialog({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(benefitWords);
  const [name, setName] = useState('');
  const [basis, setBasis] = useState('');
  const [from, setFrom] = useState<PlainDate | null>(null);
  const problems = () => [
    ...(name.trim() === '' ? [{ field: 'benefit-name', message: say.giveName }] : []), ...(basis.trim() === '' ? [{ field: 'benefit-basis', message: say.giveBasis }] : []), ...(from === null ? [{ field: 'benefit-from', message: say.giveDay }] : []),
  ];
  const act = async () => {
    await ask(client.api.benefits.$post({ json: { name: name.trim(), basis: basis.trim(), from: String(from) } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say.add} act={say.add} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField id="benefit-name" label={say.name} value={name} onChange={setName} error={wrong('benefit-name')} />
          <TextField id="benefit-basis" label={say.basis} value={basis} onChange={setBasis} error={wrong('benefit-basis')} />
          <DateField id="benefit-from" label={say.from} value={from} onChange={setFrom} error={wrong('benefit-from')} />
        </>
      )}
    </TeamForm>
  );
}
