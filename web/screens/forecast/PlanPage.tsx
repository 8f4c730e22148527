import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { Fault } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { allocationQuery, type PlanAsked } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { forecastWords } from '../../words/forecast.ts';
import { planningWords } from '../../words/planning.ts';
import { KeepPlan } from './KeepPlan.tsx';
import { KeptPlans } from './KeptPlans.tsx';
import { PlanAnswer } from './PlanAnswer.tsx';
import { Solving } from './Solving.tsx';
import { TriedValues } from './TriedValues.tsx';

const FARTHEST = 10;

/** 方案: what is the least that must be done to reach a target, or which clauses conflict. What is asked stands in the address. */
export function PlanPage() {
  const say = useWords(planningWords);
  const forecast = useWords(forecastWords);
  const asked = useAsked();
  const plan = readAsked(useSearch());
  const client = useQueryClient();
  const [run] = useState(() => crypto.randomUUID());
  const question = allocationQuery(asked, plan ?? { to: 0, target: null, tried: '' }, run);
  const query = useQuery({ ...question, enabled: plan !== null });
  const busy = plan !== null && query.fetchStatus === 'fetching';
  return (
    <Page title={say.title} lead={say.lead}>
      <p className="no-print"><ScreenLink to="/forecast">← {forecast.back}</ScreenLink></p>
      <div className="forecast">
        <PlanForm key={JSON.stringify(plan)} first={firstYear(asked.on)} plan={plan} busy={busy} onAgain={() => void query.refetch()} />
        {busy && <Solving run={run} onCancel={() => void client.cancelQueries({ queryKey: question.queryKey })} />}
        {!busy && plan === null && <EmptyState title={say.notYet}>{say.notYetHelp}</EmptyState>}
        {!busy && plan !== null && query.error === null && query.data === undefined && <Notice kind="info" title={say.stopped} />}
        {!busy && query.error !== null && <Fault error={query.error} retry={() => void query.refetch()} />}
        {!busy && query.data !== undefined && query.data.options === 0 && (
          <EmptyState title={say.noOptions} actions={<May do="planning.write"><ButtonLink to="/data">{say.toData}</ButtonLink></May>}>{say.noOptionsHelp}</EmptyState>
        )}
        {!busy && plan !== null && query.data !== undefined && <May do="planning.write"><KeepPlan plan={plan} /></May>}
        {!busy && query.data !== undefined && <PlanAnswer plan={query.data} />}
        <KeptPlans />
      </div>
    </Page>
  );
}

/** The first year that can still be decided: the autumn after the one that the day belongs to. */
function firstYear(on: string): number {
  const [year, month] = on.split('-').map(Number);
  return (year ?? 0) + ((month ?? 0) >= SEPTEMBER ? 1 : 0);
}

const SEPTEMBER = 9;

function readAsked(search: string): PlanAsked | null {
  const query = new URLSearchParams(search);
  const [to, target] = [Number(query.get('to')), query.get('target')];
  if (!Number.isSafeInteger(to) || to === 0) return null;
  return { to, tried: query.get('tried') ?? '', target: target === null || !/^\d+$/.test(target) ? null : Number(target) };
}

interface PlanFormProps {
  readonly first: number;
  readonly plan: PlanAsked | null;
  readonly busy: boolean;
  readonly onAgain: () => void;
}

function PlanForm({ first, plan, busy, onAgain }: PlanFormProps) {
  const say = useWords(planningWords);
  const forecast = useWords(forecastWords);
  const [path, navigate] = useLocation();
  const search = useSearch();
  const [to, setTo] = useState(String(plan?.to ?? first + 1));
  const [target, setTarget] = useState(plan?.target === null || plan === null ? '' : String(plan.target));
  const [tried, setTried] = useState(plan?.tried ?? '');
  const ask = () => {
    const query = new URLSearchParams(search);
    query.set('to', to);
    if (/^\d+$/.test(target)) query.set('target', target);
    else query.delete('target');
    if (tried === '') query.delete('tried');
    else query.set('tried', tried);
    if (query.toString() === search) onAgain();
    else navigate(`${path}?${query.toString()}`, { replace: true });
  };
  return (
    <form className="forecast-controls plan-form no-print" onSubmit={(event) => { event.preventDefault(); ask(); }}>
      <SelectField label={say.to} value={to} onChange={setTo} options={Array.from({ length: FARTHEST }, (_, at) => String(first + at)).map((year) => ({ value: year, label: year }))} />
      <NumberField label={say.target} help={say.targetHelp} optional value={target} onChange={setTarget} />
      <TriedValues tried={tried} onChange={setTried} />
      <Button kind="primary" type="submit" disabled={busy}>{say.solve}</Button>
      <Button onClick={() => window.print()}>{forecast.print}</Button>
    </form>
  );
}
