import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { inPath } from '../../provenance/asked.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { PairTable } from './PairList.tsx';
import { ADMISSION } from './queries.ts';
import type { Pair } from './queries.ts';

const CHOICES = {
  first: { verdict: 'same', stands: 'admission' }, other: { verdict: 'same', stands: 'other' }, different: { verdict: 'different' },
} as const;

/** One person or two, which record stands, and on what ground. One citizen id is never two persons. */
export function DecideDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const say = useWords(admissionWords);
  const queries = useQueryClient();
  const [choice, setChoice] = useState('');
  const [reason, setReason] = useState('');
  const options = [{ value: 'first', label: say.sameFirst }, { value: 'other', label: say.sameOther }, ...(pair.by_id ? [] : [{ value: 'different', label: say.different }])];
  const act = async () => {
    const json = { ...CHOICES[choice as keyof typeof CHOICES], reason: reason.trim() };
    await ask(client.api['admission-duplicates'][':duplicate_id'].decide.$post({ param: { duplicate_id: inPath(pair.duplicate_id) }, json }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [ADMISSION] });
    onClose();
  };
  const problems = () => [
    ...(choice === '' ? [{ field: 'pair-verdict', message: say.giveVerdict }] : []), ...(reason.trim() === '' ? [{ field: 'pair-reason', message: say.giveReason }] : []),
  ];
  return (
    <TeamForm title={say.decideTitle} act={say.submit} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <PairTable pair={pair} />
          <SelectField id="pair-verdict" label={say.verdict} value={choice} onChange={setChoice} options={options} error={wrong('pair-verdict')} />
          <TextField id="pair-reason" label={say.reason} help={say.reasonHelp} value={reason} onChange={setReason} error={wrong('pair-reason')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
