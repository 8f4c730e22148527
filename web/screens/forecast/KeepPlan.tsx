import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { dayOf, scenariosQuery, type PlanAsked } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { scenarioWords } from '../../words/scenarios.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useChange } from '../tests/useChange.ts';
import { triedOf } from './tried.ts';

interface KeepPlanProps {
  readonly plan: PlanAsked & { readonly rates?: 'pack' | 'history'; readonly seed?: number; readonly on?: string };
  readonly kind?: 'plan' | 'forecast' | 'policy';
}

/** Keeps what is shown, as a scenario of its own or as the next version of one of its kind, and opens it. */
export function KeepPlan({ plan, kind = 'plan' }: KeepPlanProps) {
  const say = useWords(scenarioWords);
  const asked = useAsked();
  const [, navigate] = useLocation();
  const { busy, fault, run } = useChange();
  const kept = useQuery(scenariosQuery());
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [answers, setAnswers] = useState('');
  const [once, setOnce] = useState(onceOnly);
  const scenarios = (kept.data?.scenarios ?? []).filter((one) => one.kind === kind);
  const keep = () => run(async () => {
    const { to, target, tried, rates = 'pack', seed, on } = plan;
    const json = { answers: answers === '' ? null : answers, kind, name, note, ...dayOf(asked), ...(on !== undefined && { on }), to, target, rates, tried: triedOf(tried), ...(seed !== undefined && { seed }) };
    const { scenario_id } = await ask(client.api.scenarios.$post({ json }, once));
    navigate(`/forecast/+plan/${scenario_id}`);
  });
  const begin = () => {
    setOnce(onceOnly());
    setOpen(true);
  };
  const chooseEarlier = (id: string) => {
    setAnswers(id);
    setName(scenarios.find(({ scenario_id }) => scenario_id === id)?.name ?? name);
  };
  return (
    <div className="no-print">
      <p className="button-row"><Button onClick={begin}>{say[`keep_${kind}`]}</Button> <span className="small">{kind === 'plan' ? say.keepGivesModel : say.keepGives}</span></p>
      <Dialog
        title={say[`keep_${kind}`]} open={open} onClose={() => setOpen(false)}
        actions={<><Button kind="primary" disabled={busy || name.trim() === ''} onClick={() => void keep()}>{busy ? say.keeping : say[`keep_${kind}`]}</Button><Button onClick={() => setOpen(false)}>{say.cancel}</Button></>}
      >
        <p>{say.keepHelp}</p>
        {scenarios.length > 0 && <SelectField label={say.answers} help={say.answersHelp} optional value={answers} onChange={chooseEarlier} options={scenarios.map(({ scenario_id, name: label }) => ({ value: scenario_id, label }))} />}
        <TextField label={say.name} value={name} onChange={setName} />
        <TextField label={say.note} optional value={note} onChange={setNote} />
        {fault !== null && <RefusalNotice title={say.notKept} error={fault} />}
      </Dialog>
    </div>
  );
}
