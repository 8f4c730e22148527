import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Field } from '../../components/Field/Field.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useMyTests, type MyTests as Mine } from '../tests/queries.ts';
import { DECISION_MARKS } from '../tests/test-text.ts';
import { useChange } from '../tests/useChange.ts';

interface MyTestsProps {
  readonly student_id: string;
  /** Whoever has left steps up no more. */
  readonly left: boolean;
  /** The list of new students is filed on a day that has not come. */
  readonly filingToCome: boolean;
}

/** One's tests, what the step-up still asks line by line, what was published, and the objection to it. */
export function MyTests({ student_id, left, filingToCome }: MyTestsProps) {
  const say = useWords(testWords);
  const mine = useMyTests().data?.students.find((one) => one.student_id === student_id);
  if (mine === undefined) return null;
  return (
    <section aria-labelledby="my-tests">
      <h2 id="my-tests">{say.mine}</h2>
      {mine.lines.length > 0 && !left && <Lines mine={mine} filingToCome={filingToCome} />}
      {mine.season !== null && <Season student_id={student_id} season={mine.season} />}
      <h3>{say.myTests}</h3>
      {mine.tests.length === 0 ? <p>{say.noTests}</p> : <Scores tests={mine.tests} />}
    </section>
  );
}

function Lines({ mine: { lines }, filingToCome }: { mine: Mine; filingToCome: boolean }) {
  const say = useWords(testWords);
  const early = lines.some(({ name, outcome }) => name === 'roll' && outcome === 'unmet');
  return (
    <>
      <h3>{say.myLines}</h3>
      <ul className="my-lines">
        {lines.map(({ name, outcome, clause }) => {
          // Before the final grade the roll and the test are not late, they are to come.
          const later = early && (name === 'roll' || name === 'score') || filingToCome && name === 'list';
          return <li key={name}><StatusMark outcome={later ? 'not_applicable' : outcome} /> {say[`line_${name}`]} <span className="small">{later ? say.toCome : outcome === 'undetermined' ? say.missing : ''}</span> <ScreenLink to={`/clauses/${clause}`}>{clause}</ScreenLink></li>;
        })}
      </ul>
    </>
  );
}

function Scores({ tests }: { tests: Mine['tests'] }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  return <ul className="my-lines">{tests.map(({ kind, on, score, absent }) => <li key={`${kind} ${on}`}>{say[`kind_${kind}`]} · {formatDate(on, language)} · <strong>{absent ? say.absent : score}</strong></li>)}</ul>;
}

function Season({ student_id, season }: { student_id: string; season: NonNullable<Mine['season']> }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  const day = (on: string) => formatDate(on, language);
  const { test_on, resit_on, place, published, decision, appeals, may_appeal } = season;
  const shown = published?.decision ?? decision;
  return (
    <>
      <p><StatusMark outcome={DECISION_MARKS[shown]} /> <strong>{say.seasons}：{say[`decision_${shown}`]}</strong></p>
      <p className="small">{say.mySeason(day(test_on), day(resit_on))}{place === '' ? '' : ` · ${place}`}</p>
      {published !== null && <p>{say.myPublished(day(published.on), day(published.last_day))} · {published.seq === null ? say.myNotOn : say.mySeq(published.seq)} · <a href={published.address}>{say.publicPage}</a></p>}
      {appeals.map((one) => (
        <div key={one.appeal_id} className="my-appeal">
          <p><strong>{say.appeals}</strong> · {day(one.appealed_on)} · {one.verdict === null ? say.waiting : say[one.verdict]}</p>
          <p>{one.text}</p>
          {one.reason !== null && <p>{say.answerReason}：{one.reason}</p>}
        </div>
      ))}
      {may_appeal && <AppealForm student_id={student_id} season={season} />}
    </>
  );
}

function AppealForm({ student_id, season: { college_id, year } }: { student_id: string; season: NonNullable<Mine['season']> }) {
  const say = useWords(testWords);
  const { busy, fault, run } = useChange();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const send = () => {
    setTried(true);
    if (text.trim() !== '') void run(() => ask(client.api['step-up-appeals'].$post({ json: { college_id, year, student_id, text: text.trim() } }, onceOnly())), () => setSent(true));
  };
  if (sent) return <Notice kind="done" title={say.appealed} announce />;
  return (
    <form className="no-print" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <Field id="appeal-text" label={say.appeal} help={say.appealHelp} error={tried && text.trim() === '' ? say.give : undefined}>
        {(control) => <textarea {...control} className="field-box" rows={4} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
      </Field>
      <div className="button-row"><Button type="submit" aria-disabled={busy}>{busy ? say.working : say.sendAppeal}</Button></div>
    </form>
  );
}
