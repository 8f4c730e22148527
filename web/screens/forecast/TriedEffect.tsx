import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { date } from '../../../core/values/plain-date.ts';
import { Refusal } from '../../client.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { policyImpactQuery, type TriedAsked } from '../../provenance/asked.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { policyWords } from '../../words/policy.ts';
import { ImpactAnswer } from './ImpactAnswer.tsx';
import { KeepPlan } from './KeepPlan.tsx';
import { triedOf } from './tried.ts';
import { useSeconds } from './useSeconds.ts';

interface TriedEffectProps {
  readonly question: TriedAsked;
  /** Said above the answer, with the day that was judged. */
  readonly lead?: (on: string) => ReactNode;
  /** For whoever may not read what it takes. */
  readonly otherwise?: ReactNode;
}

/** What values that are tried come to: asked at once, stopped and asked again at will, and kept by whoever plans. */
export function TriedEffect({ question, lead, otherwise }: TriedEffectProps) {
  const say = useWords(policyWords);
  const client = useQueryClient();
  const asking = policyImpactQuery(question);
  const query = useQuery(asking);
  if (query.fetchStatus === 'fetching' && query.data === undefined) return <Working onStop={() => void client.cancelQueries({ queryKey: asking.queryKey })} />;
  if (query.error !== null) {
    if (otherwise !== undefined && query.error instanceof Refusal) return otherwise;
    return <Fault error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Notice kind="info" title={say.stopped} actions={<Button onClick={() => void query.refetch()}>{say.again}</Button>} />;
  const { data } = query;
  const { to, tried, known } = question;
  return (
    <>
      {lead?.(data.on)}
      <May do="planning.write"><KeepPlan kind="policy" plan={{ to, target: null, tried, on: data.on }} /></May>
      <ImpactAnswer impact={data} names={data.names} asked={{ on: date(data.on), known, tried: triedOf(tried) }} />
    </>
  );
}

function Working({ onStop }: { readonly onStop: () => void }) {
  const say = useWords(policyWords);
  const seconds = useSeconds();
  return <Notice kind="info" title={say.working(seconds)} actions={<Button onClick={onStop}>{say.stop}</Button>} />;
}
