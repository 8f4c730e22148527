import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { insuranceWords } from '../../words/insurance.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { coveringOf, type Whom } from './covering.ts';
import type { Uncovered } from './queries.ts';
import { WhomFields } from './WhomFields.tsx';

const KINDS = ['school_liability', 'internship_liability'] as const;

/** A policy as it was bought, and whom it covers. */
export function PolicyDialog({ school_id, uncovered, onClose, onDone }: { school_id: string; uncovered: readonly Uncovered[]; onClose: () => void; onDone: (many: number) => Promise<void> }) {
  const say = useWords(insuranceWords);
  const [given, setGiven] = useState({ policy_no: '', kind: '', insurer: '', heads: '', premium: '', proof: '' });
  const [days, setDays] = useState<{ readonly from: PlainDate | null; readonly to: PlainDate | null }>({ from: null, to: null });
  const [whom, setWhom] = useState<{ readonly whom: Whom; readonly class_id: string }>({ whom: 'listed', class_id: '' });
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const { policy_no, kind, insurer, heads, premium, proof } = given;
  const empty = (field: string, text: string, message: string) => (text.trim() === '' ? [{ field, message }] : []);
  const problems = () => [
    ...empty('policy-number', policy_no, say.giveNumber), ...empty('policy-kind', kind, say.giveKind), ...empty('policy-insurer', insurer, say.giveInsurer),
    ...(days.from === null || days.to === null ? [{ field: 'policy-from', message: say.giveDays }] : []), ...(/^[1-9]\d*$/.test(heads) ? [] : [{ field: 'policy-heads', message: say.giveHeads }]),
    ...empty('policy-premium', premium, say.givePremium), ...empty('policy-proof', proof, say.giveProof), ...(whom.whom === 'class' ? empty('whom-class', whom.class_id, say.giveClass) : []),
  ];
  const act = async () => {
    const chosen = kind as (typeof KINDS)[number];
    const { covered } = await ask(client.api['insurance-policies'].$post({ json: {
      school_id, policy_no: policy_no.trim(), kind: chosen, insurer: insurer.trim(), from: String(days.from), to: String(days.to), heads: Number(heads), premium_yuan: premium, proof: proof.trim(),
      covering: coveringOf(whom.whom, whom.class_id, uncovered, chosen),
    } }, onceOnly()));
    await onDone(covered);
  };
  return (
    <TeamForm title={say.recordTitle} act={say.record} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <SelectField id="policy-kind" label={say.kind} value={kind} onChange={(text) => change({ kind: text })} options={KINDS.map((value) => ({ value, label: say[`kind_${value}`] }))} error={wrong('policy-kind')} />
          <TextField id="policy-number" label={say.number} value={policy_no} onChange={(text) => change({ policy_no: text })} error={wrong('policy-number')} />
          <TextField id="policy-insurer" label={say.insurer} value={insurer} onChange={(text) => change({ insurer: text })} error={wrong('policy-insurer')} />
          <DateField id="policy-from" label={say.from} value={days.from} onChange={(from) => setDays((now) => ({ ...now, from }))} error={wrong('policy-from')} />
          <DateField id="policy-to" label={say.to} value={days.to} onChange={(to) => setDays((now) => ({ ...now, to }))} />
          <NumberField id="policy-heads" label={say.heads} help={say.headsHelp} value={heads} onChange={(text) => change({ heads: text })} error={wrong('policy-heads')} />
          <NumberField id="policy-premium" label={say.paid} unit={say.yuan} value={premium} onChange={(text) => change({ premium: text })} error={wrong('policy-premium')} />
          <TextField id="policy-proof" label={say.proof} help={say.proofHelp} value={proof} onChange={(text) => change({ proof: text })} error={wrong('policy-proof')} />
          <WhomFields value={whom} onChange={setWhom} withNone error={wrong('whom-class')} />
        </>
      )}
    </TeamForm>
  );
}
