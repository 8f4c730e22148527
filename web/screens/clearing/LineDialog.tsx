import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FEE_KINDS, type FeeKind } from '../../../core/funding/student-accounts.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { receiptWords } from '../../words/receipts.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { feeText } from './fee-text.ts';
import { CLEARING, type BankLine } from './queries.ts';

type Act = 'match' | 'hold' | 'return';
const ACTS: readonly Act[] = ['match', 'hold', 'return'];

/** What is to become of one line of the queue. */
export function LineDialog({ line, onClose, onDone }: { line: BankLine; onClose: () => void; onDone: () => void }) {
  const say = useWords(receiptWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ act: 'match' as Act, student_id: line.student_id ?? line.student_no, kind: '' as FeeKind | '', note: '' });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => (draft.act === 'match'
    ? (draft.student_id.trim() === '' ? [{ field: 'line-student', message: say.giveStudent }] : [])
    : (draft.note.trim() === '' ? [{ field: 'line-note', message: say.giveNote }] : []));
  const act = async () => {
    const { kind, ...rest } = draft;
    await ask(client.api['bank-lines'][':line_id'].decision.$post({ param: { line_id: line.line_id }, json: { ...rest, kinds: kind === '' ? [] : [kind] } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [CLEARING] });
    onDone();
  };
  return (
    <TeamForm title={say.lineTitle(line.reference)} act={say[`act_${draft.act}`]} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{line.payer} · {groupDigits(line.amount_yuan)} {say.yuan}{line.why === null ? '' : ` · ${line.why.text[language]}（${line.why.clause}）`}</p>
          <SelectField id="line-act" label={say.act} value={draft.act} onChange={(value) => change({ act: value as Act })} options={ACTS.map((value) => ({ value, label: say[`act_${value}`] }))} />
          {draft.act === 'match' && (
            <>
              <TextField id="line-student" label={say.studentId} value={draft.student_id} onChange={(student_id) => change({ student_id })} error={wrong('line-student')} autoComplete="off" />
              <SelectField id="line-kind" label={say.fee} value={draft.kind} onChange={(value) => change({ kind: value as FeeKind | '' })} options={[{ value: '', label: say.byAmount }, ...FEE_KINDS.map((value) => ({ value, label: feeText(value, language) }))]} />
            </>
          )}
          <TextField id="line-note" label={say.note} help={draft.act === 'match' ? say.noteHelp : say.noteNeeded} value={draft.note} onChange={(note) => change({ note })} error={wrong('line-note')} autoComplete="off" optional={draft.act === 'match'} />
        </>
      )}
    </TeamForm>
  );
}
