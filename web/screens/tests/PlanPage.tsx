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
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useSampleTests, type SampleListing } from './queries.ts';
import { useChange } from './useChange.ts';

const GRADES = [1, 2, 3] as const;
/** No programme has this id: every one of the college. */
const ALL = '*';
const HASH = /^[0-9a-f]{64}$/;

/** M9-c: what is planned, and where the seed will come from. */
export function PlanPage() {
  const say = useWords(testWords);
  return (
    <Page title={say.plan} lead={say.planLead}>
      <p className="way-back no-print"><ScreenLink to="/tests">← {say.back}</ScreenLink></p>
      <Answer query={useSampleTests()}>{(listing) => (listing.colleges.length === 0 ? <EmptyState title={say.noSamples}>{say.noSamplesHelp}</EmptyState> : <PlanForm listing={listing} />)}</Answer>
    </Page>
  );
}

interface Draft {
  readonly college_id: string;
  readonly title: string;
  readonly grades: readonly number[];
  readonly programme: string;
  readonly test_on: PlainDate | null;
  readonly papers: string;
  readonly way: 'public' | 'committed';
  readonly seed: string;
}

function PlanForm({ listing: { colleges, programmes } }: { listing: SampleListing }) {
  const say = useWords(testWords);
  const [href, [, navigate]] = [useHref(), useLocation()];
  const { busy, fault, run } = useChange();
  const [draft, setDraft] = useState<Draft>({ college_id: colleges[0]?.id ?? '', title: '', grades: [], programme: ALL, test_on: null, papers: '', way: 'public', seed: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const wrong = (field: string) => problems.find((one) => one.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(draft, say);
    setProblems(found);
    const { college_id, title, grades, programme, test_on, papers, way, seed } = draft;
    if (found.length > 0 || test_on === null) return;
    const json = {
      college_id, title: title.trim(), grades: [...grades].sort(), programmes: programme === ALL ? [] : [programme], test_on, papers: papers.trim(),
      seed: way === 'public' ? { way, source: seed.trim() } : { way, commitment: seed.trim() },
    };
    void run(async () => {
      const { sample_test_id } = await ask(client.api['sample-tests'].$post({ json }, onceOnly()));
      navigate(href(`/tests/sample/${sample_test_id}`));
    });
  };
  const own = programmes.filter(({ college_id }) => college_id === draft.college_id);
  return (
    <form className="field-stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {colleges.length > 1 && <SelectField id="plan-college" label={say.college} value={draft.college_id} onChange={(college_id) => change({ college_id, programme: ALL })} options={colleges.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextField id="plan-title" label={say.name} value={draft.title} onChange={(title) => change({ title })} error={wrong('plan-title')} autoComplete="off" />
      <fieldset id="plan-grades" tabIndex={-1}>
        <legend>{say.grades}</legend>
        {wrong('plan-grades') !== undefined && <p className="field-error">{wrong('plan-grades')}</p>}
        {GRADES.map((grade) => <CheckboxField key={grade} label={say.grade(grade)} checked={draft.grades.includes(grade)} onChange={(on) => change({ grades: on ? [...draft.grades, grade] : draft.grades.filter((one) => one !== grade) })} />)}
      </fieldset>
      <SelectField id="plan-programme" label={say.programmes} value={draft.programme} onChange={(programme) => change({ programme })} options={[{ value: ALL, label: say.allPrograms }, ...own.map(({ id, name }) => ({ value: id, label: name }))]} />
      <DateField id="plan-day" label={say.testOn} value={draft.test_on} onChange={(test_on) => change({ test_on })} error={wrong('plan-day')} />
      <TextField id="plan-papers" label={say.papers} value={draft.papers} onChange={(papers) => change({ papers })} error={wrong('plan-papers')} autoComplete="off" />
      <SelectField id="plan-way" label={say.seedWay} value={draft.way} onChange={(way) => change({ way: way === 'committed' ? 'committed' : 'public', seed: '' })} options={[{ value: 'public', label: say.seedPublic }, { value: 'committed', label: say.seedCommitted }]} />
      <TextField
        id="plan-seed" label={draft.way === 'public' ? say.seedSource : say.commitment} help={draft.way === 'public' ? say.seedSourceHelp : say.commitmentHelp} value={draft.seed} onChange={(seed) => change({ seed })} error={wrong('plan-seed')} autoComplete="off"
      />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.save}</Button></div>
    </form>
  );
}

function problemsOf({ title, grades, test_on, papers, way, seed }: Draft, say: (typeof testWords)['zh']): FieldProblem[] {
  const lacks = (field: string, missing: boolean, message = say.give): FieldProblem[] => (missing ? [{ field, message }] : []);
  return [
    ...lacks('plan-title', title.trim() === ''), ...lacks('plan-grades', grades.length === 0, say.giveGrade), ...lacks('plan-day', test_on === null), ...lacks('plan-papers', papers.trim() === ''),
    ...lacks('plan-seed', way === 'public' ? seed.trim() === '' : !HASH.test(seed.trim()), way === 'public' ? say.give : say.wrongHash),
  ];
}
