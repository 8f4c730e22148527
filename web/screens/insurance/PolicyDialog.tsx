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
import type { Policy, Uncovered } from './queries.ts';
import { WhomFields } from './WhomFields.tsx';

const KINDS = ['school_liability', 'internship_liability'] as const;

interface PolicyDialogProps {
  readonly school_id: string;
  /** The policy that is corrected; null for a new one. */
  readonly correcting: Policy | null;
  readonly uncovered: readonly Uncovered[];
  readonly onClose: () => void;
  readonly onDone: (many: number) => Promise<void>;
}

/** A policy as it was bought, and whom it covers; or another record in the place of one that was wrong. */
export function PolicyDialog({ school_id, correcting, uncovered, onClose, onDone }: PolicyDialogProps) {
  const say = useWords(insuranceWords);
  const [given, setGiven] = useState({
    policy_no: correcting?.policy_no ?? '', kind: String(correcting?.kind ?? ''), insurer: correcting?.insurer ?? '', heads: correcting === null ? '' : String(correcting.heads), premium: correcting?.premium_yuan ?? '', proof: correcting?.proof ?? '', why: '',
  });
  const [days, setDays] = useState<{ readonly from: PlainDate | null; readonly to: PlainDate | null }>({ from: (correcting?.from ?? null) as PlainDate | null, to: (correcting?.to ?? null) as PlainDate | null });
  const [whom, setWhom] = useState<{ readonly whom: Whom; readonly class_id: string }>({ whom: 'listed', class_id: '' });
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const { policy_no, kind, insurer, heads, premium, proof, why } = given;
  const empty = (field: string, text: string, message: string) => (text.trim() === '' ? [{ field, message }] : []);
  const problems = () => [
    ...empty('policy-number', policy_no, say.giveNumber), ...empty('policy-kind', kind, say.giveKind), ...empty('policy-insurer', insurer, say.giveInsurer),
    ...(days.from === null || days.to === null ? [{ field: 'policy-from', message: say.giveDays }] : []), ...(/^[1-9]\d*$/.test(heads) ? [] : [{ field: 'policy-heads', message: say.giveHeads }]),
    ...empty('policy-premium', premium, say.givePremium), ...empty('policy-proof', proof, say.giveProof), ...(correcting !== null ? empty('policy-why', why, say.giveWhy) : whom.whom === 'class' ? empty('whom-class', whom.class_id, say.giveClass) : []),
  ];
  const act = async () => {
    const chosen = kind as (typeof KINDS)[number];
    const policy = { policy_no: policy_no.trim(), kind: chosen, insurer: insurer.trim(), from: String(days.from), to: String(days.to), heads: Number(heads), premium_yuan: premium, proof: proof.trim() };
    const { covered } = await (correcting === null
      ? ask(client.api['insurance-policies'].$post({ json: { school_id, ...policy, covering: coveringOf(whom.whom, whom.class_id, uncovered, chosen) } }, onceOnly()))
      : ask(client.api['insurance-policies'][':policy_id'].corrections.$post({ param: { policy_id: correcting.policy_id }, json: { ...policy, why: why.trim() } }, onceOnly())));
    await onDone(covered);
  };
  return (
    <TeamForm title={correcting === null ? say.recordTitle : say.correctTitle(correcting.policy_no)} act={correcting === null ? say.record : say.correct} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          {correcting !== null && <p>{say.correctLead}</p>}
          <SelectField id="policy-kind" label={say.kind} value={kind} onChange={(text) => change({ kind: text })} options={KINDS.map((value) => ({ value, label: say[`kind_${value}`] }))} error={wrong('policy-kind')} />
          <TextField id="policy-number" label={say.number} value={policy_no} onChange={(text) => change({ policy_no: text })} error={wrong('policy-number')} />
          <TextField id="policy-insurer" label={say.insurer} value={insurer} onChange={(text) => change({ insurer: text })} error={wrong('policy-insurer')} />
          <DateField id="policy-from" label={say.from} value={days.from} onChange={(from) => setDays((now) => ({ ...now, from }))} error={wrong('policy-from')} />
          <DateField id="policy-to" label={say.to} value={days.to} onChange={(to) => setDays((now) => ({ ...now, to }))} />
          <NumberField id="policy-heads" label={say.heads} help={say.headsHelp} value={heads} onChange={(text) => change({ heads: text })} error={wrong('policy-heads')} />
          <NumberField id="policy-premium" label={say.paid} unit={say.yuan} value={premium} onChange={(text) => change({ premium: text })} error={wrong('policy-premium')} />
          <TextField id="policy-proof" label={say.proof} help={say.proofHelp} value={proof} onChange={(text) => change({ proof: text })} error={wrong('policy-proof')} />
          {correcting === null ? <WhomFields value={whom} onChange={setWhom} withNone error={wrong('whom-class')} />
            : <TextField id="policy-why" label={say.why} value={why} onChange={(text) => change({ why: text })} error={wrong('policy-why')} />}
        </>
      )}
    </TeamForm>
  );
}
