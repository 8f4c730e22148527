import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sheets } from '../../../core/exchange/sheets.ts';
import type { Category, Fund } from '../../../core/funding/allowed-spending.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { earmarkWords } from '../../words/earmarks.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { EARMARKS, type Allowed, type EarmarkCampus } from './queries.ts';

/** Spending against an earmark: only the kinds that money of the fund is for are offered. */
export function SpendDialog({ campus, allowed, onClose, onDone }: { campus: EarmarkCampus['campus']; allowed: Allowed; onClose: () => void; onDone: () => void }) {
  const say = useWords(earmarkWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ spending_id: '', fund: 'grant' as Fund, category: 'operation' as Category, amount_yuan: '', spent_on: null as PlainDate | null });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const offered = (fund: Fund): readonly Category[] => allowed.find((one) => one.fund === fund)?.categories ?? [];
  const problems = () => [
    ...(draft.spending_id.trim() === '' ? [{ field: 'spend-id', message: say.giveId }] : []), ...(draft.amount_yuan.trim() === '' ? [{ field: 'spend-amount', message: say.giveAmount }] : []),
    ...(draft.spent_on === null ? [{ field: 'spend-on', message: say.giveDay }] : []),
  ];
  const act = async () => {
    const { spent_on, ...rest } = draft;
    if (spent_on === null) return;
    await ask(client.api.earmarks.spending.$post({ json: { ...rest, spent_on, campus_id: campus.id } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [EARMARKS] });
    onDone();
  };
  return (
    <TeamForm title={say.spendTitle(campus.name ?? campus.id)} act={say.spend} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField id="spend-id" label={say.spending} help={say.idHelp} value={draft.spending_id} onChange={(spending_id) => change({ spending_id })} error={wrong('spend-id')} autoComplete="off" />
          <SelectField id="spend-fund" label={say.fund} help={say.grantHelp} value={draft.fund} onChange={(value) => { const fund = value as Fund; change({ fund, category: offered(fund)[0] ?? draft.category }); }} options={allowed.map(({ fund, label }) => ({ value: fund, label: label[language] }))} />
          <SelectField id="spend-category" label={say.category} value={draft.category} onChange={(value) => change({ category: value as Category })} options={offered(draft.fund).map((value) => ({ value, label: sheets.spending.columns.category.codes?.[value]?.[language] ?? value }))} />
          <TextField id="spend-amount" label={say.amount} inputMode="decimal" value={draft.amount_yuan} onChange={(amount_yuan) => change({ amount_yuan })} error={wrong('spend-amount')} autoComplete="off" />
          <DateField id="spend-on" label={say.on} value={draft.spent_on} onChange={(spent_on) => change({ spent_on })} error={wrong('spend-on')} />
        </>
      )}
    </TeamForm>
  );
}
