import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useSampleTest, type SampleTest } from './queries.ts';
import { DrawAgain } from './DrawAgain.tsx';
import { SampleResults } from './SampleResults.tsx';
import { SampleStudents } from './SampleStudents.tsx';
import { ScoreEntry } from './ScoreEntry.tsx';
import { stateText } from './test-text.ts';
import { useChange } from './useChange.ts';

const samples = client.api['sample-tests'];

/** One sample test: the plan, the list, the draw that anybody repeats, scores, results by school. */
export function SamplePage({ sample_test_id }: { sample_test_id: string }) {
  const say = useWords(testWords);
  const query = useSampleTest(sample_test_id);
  return (
    <Page title={query.data?.title ?? say.samples}>
      <p className="way-back no-print"><ScreenLink to="/tests">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(test) => <Parts test={test} />}</Answer>
    </Page>
  );
}

function Parts({ test }: { test: SampleTest }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  const day = (on: string) => formatDate(on, language);
  return (
    <div className="tests">
      <dl className="test-facts">
        <div><dt>{say.state}</dt><dd><strong>{stateText(test.state, say)}</strong></dd></div>
        <div><dt>{say.college}</dt><dd>{test.college}</dd></div>
        <div><dt>{say.testOn}</dt><dd>{day(test.test_on)}</dd></div>
        <div><dt>{say.grades}</dt><dd>{test.grades.map((grade) => say.grade(grade)).join(' · ')}</dd></div>
        <div><dt>{say.programmes}</dt><dd>{test.programmes.length === 0 ? say.allPrograms : test.programmes.map(({ name }) => name).join(' · ')}</dd></div>
        <div><dt>{say.papers}</dt><dd>{test.papers}</dd></div>
        <div><dt>{say.seedWay}</dt><dd className="test-code">{test.seed_source}</dd></div>
      </dl>
      <NextAct test={test} />
      {test.results !== null && <SampleResults test={test} />}
      {test.list !== null && (
        <section aria-labelledby="sample-list">
          <h2 id="sample-list">{say.listTitle}</h2>
          <p>{say.listClosed(day(test.list.closed_on), test.list.many)}</p>
          <p className="small test-code">{say.hash} {test.list.hash}</p>
          <DrawAgain test={test} />
        </section>
      )}
      {test.draw !== null && <SampleStudents test={test} />}
    </div>
  );
}

/** The one thing that whoever holds the test does next. */
function NextAct({ test }: { test: SampleTest }) {
  const say = useWords(testWords);
  const { busy, fault, run } = useChange();
  const [seed, setSeed] = useState('');
  const [entering, setEntering] = useState(false);
  const [said, setSaid] = useState(false);
  const param = { sample_test_id: test.sample_test_id };
  if (!test.may_hold || test.state === 'reported') return null;
  const refused = fault !== null && <RefusalNotice title={say.failed} error={fault} />;
  if (test.state === 'planned') return (
    <div className="no-print">{refused}<p>{say.closeListHelp}</p><div className="button-row"><Button kind="primary" aria-disabled={busy} onClick={() => void run(() => ask(samples[':sample_test_id'].list.$post({ param }, onceOnly())))}>{say.closeList}</Button></div></div>
  );
  if (test.state === 'list_closed') return (
    <form className="field-stack no-print" onSubmit={(event) => { event.preventDefault(); if (seed !== '') void run(() => ask(samples[':sample_test_id'].draw.$post({ param, json: { seed } }, onceOnly()))); }}>
      {refused}
      <TextField id="sample-seed" label={say.seed} help={say.drawHelp} value={seed} onChange={setSeed} autoComplete="off" />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy || seed === ''}>{say.draw}</Button></div>
    </form>
  );
  const students = test.draw?.students ?? [];
  const awaited = students.filter(({ state }) => state === 'awaited').map(({ student_id }) => student_id);
  if (entering) return (
    <ScoreEntry
      label={say.enter} students={students.map(({ student_id }) => student_id)} awaited={awaited} full_marks={test.full_marks}
      onSend={(scores) => ask(samples[':sample_test_id'].scores.$post({ param, json: { scores } }, onceOnly()))} onDone={() => { setEntering(false); setSaid(true); }} onCancel={() => setEntering(false)}
    />
  );
  return (
    <div className="no-print">
      {said && <Notice kind="done" title={say.storedNow} announce />}
      {refused}
      {awaited.length === 0 && <p>{say.reportHelp}</p>}
      <div className="button-row">
        <Button kind={awaited.length === 0 ? 'secondary' : 'primary'} onClick={() => { setSaid(false); setEntering(true); }}>{say.enter}</Button>
        {awaited.length === 0 && <Button kind="primary" aria-disabled={busy} onClick={() => void run(() => ask(samples[':sample_test_id'].report.$post({ param }, onceOnly())))}>{say.report}</Button>}
      </div>
    </div>
  );
}
