import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { FEE_KINDS, type FeeKind } from '../../../core/funding/student-accounts.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { clearingWords } from '../../words/clearing.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { feeText } from './fee-text.ts';
import { CLEARING } from './queries.ts';

interface RateDialogProps {
  readonly college_id: string;
  readonly academic_year: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One rate of a year; what stood before for the same fee and programme stays readable and holds no more. */
export function RateDialog({ college_id, academic_year, onClose, onDone }: RateDialogProps) {
  const say = useWords(clearingWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ kind: 'tuition' as FeeKind, programme_id: '', amount_yuan: '', approval: '', items: '' });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => (['amount_yuan', 'approval'] as const).filter((name) => draft[name].trim() === '').map((name) => ({ field: `rate-${name}`, message: name === 'amount_yuan' ? say.giveAmount : say.giveApproval }));
  const act = async () => {
    const { programme_id, ...rest } = draft;
    await ask(client.api['fee-rates'].$post({ json: { college_id, academic_year, ...rest, programme_id: programme_id.trim() === '' ? null : programme_id.trim() } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [CLEARING] });
    onDone();
  };
  return (
    <TeamForm title={say.rateTitle(academic_year, academic_year + 1)} act={say.saveRate} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <SelectField id="rate-kind" label={say.fee} value={draft.kind} onChange={(kind) => change({ kind: kind as FeeKind })} options={FEE_KINDS.map((value) => ({ value, label: feeText(value, language) }))} />
          <TextField id="rate-programme" label={say.programmeId} help={say.programmeHelp} value={draft.programme_id} onChange={(programme_id) => change({ programme_id })} autoComplete="off" optional />
          <TextField id="rate-amount_yuan" label={say.amount} value={draft.amount_yuan} onChange={(amount_yuan) => change({ amount_yuan })} error={wrong('rate-amount_yuan')} inputMode="decimal" autoComplete="off" />
          <TextField id="rate-approval" label={say.approval} help={say.approvalHelp} value={draft.approval} onChange={(approval) => change({ approval })} error={wrong('rate-approval')} autoComplete="off" />
          <TextField id="rate-items" label={say.items} help={say.itemsHelp} value={draft.items} onChange={(items) => change({ items })} autoComplete="off" optional />
        </>
      )}
    </TeamForm>
  );
}
