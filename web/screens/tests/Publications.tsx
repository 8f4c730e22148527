import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { Field } from '../../components/Field/Field.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { formatDate } from '../../words/format.ts';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Appeal, Season } from './queries.ts';
import { useChange } from './useChange.ts';

/** What was published until when, and what was objected and answered. */
export function Publications({ season: { publications, appeals, college_id, year } }: { season: Season }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  const day = (on: string) => formatDate(on, language);
  const [answering, setAnswering] = useState<Appeal | null>(null);
  if (publications.length === 0) return null;
  return (
    <section aria-labelledby="publications">
      <h2 id="publications">{say.publications}</h2>
      <ul className="test-publications">
        {publications.map(({ address, published_on, last_day, open }) => (
          <li key={address}>{say.period(day(published_on), day(last_day))} · {open ? say.inPeriod : say.overPeriod} · <a href={address} target="_blank" rel="noreferrer">{say.publicPage}</a></li>
        ))}
      </ul>
      <May do="appeals.read">
        <h3>{say.appeals}</h3>
        {appeals.length === 0 ? <p>{say.noAppeals}</p> : (
          <ul className="test-appeals">
            {appeals.map((one) => (
              <li key={one.appeal_id}>
                <p><strong>{one.student_id}</strong> · {day(one.appealed_on)} · {one.verdict === null ? <span className="status-undetermined">◇ {say.waiting}</span> : say[one.verdict]}</p>
                <p>{one.text}</p>
                {one.reason !== null && <p>{say.answerReason}：{one.reason} <span className="small">{say.answeredBy(one.answered_by ?? '', day(one.answered_on ?? ''))}</span></p>}
                {one.may_answer && <div className="button-row no-print"><Button onClick={() => setAnswering(one)}>{say.answer}</Button></div>}
              </li>
            ))}
          </ul>
        )}
      </May>
      <p>{say.bindings} <May do="matters.approve"><ScreenLink to={`/students/step-up?year=${year}&keeper=${encodeURIComponent(college_id)}`}>{say.toList}</ScreenLink></May></p>
      {answering !== null && <AnswerDialog appeal={answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}

function AnswerDialog({ appeal, onClose }: { appeal: Appeal; onClose: () => void }) {
  const say = useWords(testWords);
  const { busy, fault, run } = useChange();
  const [verdict, setVerdict] = useState<'upheld' | 'rejected'>('rejected');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    void run(() => ask(client.api['step-up-appeals'][':appeal_id'].answer.$post({ param: { appeal_id: appeal.appeal_id }, json: { verdict, reason: reason.trim() } }, onceOnly())), onClose);
  };
  return (
    <Dialog title={say.answer} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
        <p>{appeal.text}</p>
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        <SelectField id="answer-verdict" label={say.verdict} value={verdict} onChange={(value) => setVerdict(value === 'upheld' ? 'upheld' : 'rejected')} options={[{ value: 'rejected', label: say.rejected }, { value: 'upheld', label: say.upheld }]} />
        <Field id="answer-reason" label={say.answerReason} error={tried && reason.trim() === '' ? say.give : undefined}>
          {(control) => <textarea {...control} className="field-box" rows={4} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        </Field>
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.sendAnswer}</Button>
          <Button onClick={onClose}>{say.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
