import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { benefitWords } from '../../words/benefits.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { Claim, ClaimAct } from './queries.ts';

interface ClaimDialogProps {
  readonly claim: Claim;
  readonly to: ClaimAct;
  readonly name: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** A claim, a grant, or a refusal with its reason. */
export function ClaimDialog({ claim, to, name, today, onClose, onDone }: ClaimDialogProps) {
  const say = useWords(benefitWords);
  const [on, setOn] = useState<PlainDate | null>(today as PlainDate);
  const [reason, setReason] = useState('');
  const problems = () => [...(on === null ? [{ field: 'claim-on', message: say.giveDay }] : []), ...(to === 'refused' && reason.trim() === '' ? [{ field: 'claim-reason', message: say.giveReason }] : [])];
  const act = async () => {
    await ask(client.api.benefits[':benefit_id'].claims.$post({ param: { benefit_id: claim.benefit_id }, json: { student_id: claim.student_id, to, on: String(on), reason: reason.trim() } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say[`to_${to}`]} act={say[`to_${to}`]} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{claim.name} {claim.student_id}　{name}</p>
          <DateField id="claim-on" label={say.onDay} value={on} onChange={setOn} error={wrong('claim-on')} />
          {to === 'refused' && <TextField id="claim-reason" label={say.reason} value={reason} onChange={setReason} error={wrong('claim-reason')} />}
        </>
      )}
    </TeamForm>
  );
}
