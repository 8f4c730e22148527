import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NeedAnswer } from '../../../core/funding/earmark-refusals.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { earmarkWords } from '../../words/earmarks.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { EARMARKS, type FundingNeed } from './queries.ts';

const ANSWERS: readonly NeedAnswer[] = ['granted', 'partly', 'refused'];

/** The bureau that pays a campus answers what it needs, once. */
export function AnswerDialog({ need, onClose, onDone }: { need: FundingNeed; onClose: () => void; onDone: () => void }) {
  const say = useWords(earmarkWords);
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ answer: 'granted' as NeedAnswer, amount_yuan: '', note: '' });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => [
    ...(draft.answer === 'partly' && draft.amount_yuan.trim() === '' ? [{ field: 'answer-amount', message: say.giveAmount }] : []),
    ...(draft.answer !== 'granted' && draft.note.trim() === '' ? [{ field: 'answer-note', message: say.giveReason }] : []),
  ];
  const act = async () => {
    const amount_yuan = { granted: need.amount_yuan, partly: draft.amount_yuan, refused: '0' }[draft.answer];
    await ask(client.api.earmarks.needs[':need_id'].answer.$post({ param: { need_id: need.need_id }, json: { ...draft, amount_yuan } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [EARMARKS] });
    onDone();
  };
  return (
    <TeamForm title={say.answerTitle(need.campus.name ?? need.campus.id)} act={say.answer} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{need.purpose} · {groupDigits(need.amount_yuan)}</p>
          <SelectField id="answer-kind" label={say.answer} value={draft.answer} onChange={(value) => change({ answer: value as NeedAnswer })} options={ANSWERS.map((value) => ({ value, label: say[value] }))} />
          {draft.answer === 'partly' && <TextField id="answer-amount" label={say.answerAmount} inputMode="decimal" value={draft.amount_yuan} onChange={(amount_yuan) => change({ amount_yuan })} error={wrong('answer-amount')} autoComplete="off" />}
          <TextField id="answer-note" label={say.note} help={say.noteHelp} value={draft.note} onChange={(note) => change({ note })} error={wrong('answer-note')} autoComplete="off" optional={draft.answer === 'granted'} />
        </>
      )}
    </TeamForm>
  );
}
