import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sheets } from '../../../core/exchange/sheets.ts';
import { CATEGORIES, type Category } from '../../../core/funding/allowed-spending.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { earmarkWords } from '../../words/earmarks.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { EARMARKS, type EarmarkCampus } from './queries.ts';

/** How much a campus needs and what for; its heads are looked up, not typed. */
export function NeedDialog({ campuses, fiscal_year, onClose, onDone }: { campuses: readonly EarmarkCampus['campus'][]; fiscal_year: number; onClose: () => void; onDone: () => void }) {
  const say = useWords(earmarkWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ campus_id: campuses[0]?.id ?? '', category: 'operation' as Category, amount_yuan: '', purpose: '' });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => [
    ...(draft.amount_yuan.trim() === '' ? [{ field: 'need-amount', message: say.giveAmount }] : []), ...(draft.purpose.trim() === '' ? [{ field: 'need-purpose', message: say.givePurpose }] : []),
  ];
  const act = async () => {
    await ask(client.api.earmarks.needs.$post({ json: { ...draft, fiscal_year } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [EARMARKS] });
    onDone();
  };
  return (
    <TeamForm title={say.need} act={say.need} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{say.needsHelp}</p>
          <SelectField id="need-campus" label={say.campus} value={draft.campus_id} onChange={(campus_id) => change({ campus_id })} options={campuses.map(({ id, name }) => ({ value: id, label: name ?? id }))} />
          <SelectField id="need-category" label={say.category} value={draft.category} onChange={(value) => change({ category: value as Category })} options={CATEGORIES.map((value) => ({ value, label: sheets.budgets.columns.category.codes?.[value]?.[language] ?? value }))} />
          <TextField id="need-amount" label={say.amount} inputMode="decimal" value={draft.amount_yuan} onChange={(amount_yuan) => change({ amount_yuan })} error={wrong('need-amount')} autoComplete="off" />
          <TextField id="need-purpose" label={say.purpose} value={draft.purpose} onChange={(purpose) => change({ purpose })} error={wrong('need-purpose')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
