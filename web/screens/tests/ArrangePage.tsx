import { useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useSampleTests, type SampleListing } from './queries.ts';
import { useChange } from './useChange.ts';

/** M9-d: the days of the step-up test and of its resit; the year is that of the test. */
export function ArrangePage() {
  const say = useWords(testWords);
  return (
    <Page title={say.arrange} lead={say.arrangeLead}>
      <p className="way-back no-print"><ScreenLink to="/tests">← {say.back}</ScreenLink></p>
      <Answer query={useSampleTests()}>{({ colleges }) => (colleges.length === 0 ? <EmptyState title={say.noSeasons}>{say.noSeasonsHelp}</EmptyState> : <ArrangeForm colleges={colleges} />)}</Answer>
    </Page>
  );
}

function ArrangeForm({ colleges }: { colleges: SampleListing['colleges'] }) {
  const say = useWords(testWords);
  const [href, [, navigate]] = [useHref(), useLocation()];
  const { busy, fault, run } = useChange();
  const [college_id, setCollege] = useState(colleges[0]?.id ?? '');
  const [test_on, setTest] = useState<PlainDate | null>(null);
  const [resit_on, setResit] = useState<PlainDate | null>(null);
  const [place, setPlace] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [...test_on === null ? [{ field: 'arrange-test', message: say.give }] : [], ...resit_on === null ? [{ field: 'arrange-resit', message: say.give }] : []];
    setProblems(found);
    if (test_on === null || resit_on === null) return;
    const year = Number(test_on.slice(0, 4));
    void run(async () => {
      await ask(client.api['step-up-seasons'].$post({ json: { college_id, year, test_on, resit_on, place: place.trim() } }, onceOnly()));
      navigate(href(`/tests/step-up/${encodeURIComponent(college_id)}/${year}`));
    });
  };
  const wrong = (field: string) => problems.find((one) => one.field === field)?.message;
  return (
    <form className="field-stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {colleges.length > 1 && <SelectField id="arrange-college" label={say.college} value={college_id} onChange={setCollege} options={colleges.map(({ id, name }) => ({ value: id, label: name }))} />}
      <DateField id="arrange-test" label={say.testOn} value={test_on} onChange={setTest} error={wrong('arrange-test')} />
      <DateField id="arrange-resit" label={say.resitOn} value={resit_on} onChange={setResit} error={wrong('arrange-resit')} />
      <TextField id="arrange-place" label={say.place} optional value={place} onChange={setPlace} autoComplete="off" />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.arrange}</Button></div>
    </form>
  );
}
