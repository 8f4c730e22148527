import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { earmarkWords } from '../../words/earmarks.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { EARMARKS, type EarmarkSpending } from './queries.ts';

/** M5-g: disallowed spending comes back, by a record of its own. */
export function ReturnDialog({ spending, onClose, onDone }: { spending: EarmarkSpending; onClose: () => void; onDone: () => void }) {
  const say = useWords(earmarkWords);
  const queries = useQueryClient();
  const { on } = useAsked();
  const [draft, setDraft] = useState({ amount_yuan: '', reason: '', returned_on: on as PlainDate | null });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => [
    ...(draft.amount_yuan.trim() === '' ? [{ field: 'return-amount', message: say.giveAmount }] : []), ...(draft.reason.trim() === '' ? [{ field: 'return-reason', message: say.giveReason }] : []),
    ...(draft.returned_on === null ? [{ field: 'return-on', message: say.giveDay }] : []),
  ];
  const act = async () => {
    const { returned_on, ...rest } = draft;
    if (returned_on === null) return;
    await ask(client.api.earmarks.returns.$post({ json: { ...rest, returned_on, spending_id: spending.spending_id } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [EARMARKS] });
    onDone();
  };
  return (
    <TeamForm title={say.returnTitle(spending.spending_id)} act={say.back} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{say.returnHelp}</p>
          <TextField id="return-amount" label={say.amount} inputMode="decimal" value={draft.amount_yuan} onChange={(amount_yuan) => change({ amount_yuan })} error={wrong('return-amount')} autoComplete="off" />
          <TextField id="return-reason" label={say.reason} value={draft.reason} onChange={(reason) => change({ reason })} error={wrong('return-reason')} autoComplete="off" />
          <DateField id="return-on" label={say.on} value={draft.returned_on} onChange={(returned_on) => change({ returned_on })} error={wrong('return-on')} />
        </>
      )}
    </TeamForm>
  );
}
