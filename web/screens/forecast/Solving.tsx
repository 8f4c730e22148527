import { useQuery } from '@tanstack/react-query';
import { percentOff } from '../../../core/allocation/phrases.ts';
import { groupWhole } from '../../../core/check/phrases.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { planRunQuery, stopPlan } from '../../provenance/asked.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { planningWords } from '../../words/planning.ts';
import { useSeconds } from './useSeconds.ts';

/** How long it has been, how far a large region has come, and the way to stop it: with the best so far where there is one. */
export function Solving({ run, onCancel }: { run: string; onCancel: () => void }) {
  const say = useWords(planningWords);
  const { data } = useQuery(planRunQuery(run));
  const seconds = useSeconds();
  const [cost, bound] = [data?.cost_yuan ?? null, data?.bound_yuan ?? null];
  const stop = () => {
    if (cost === null) onCancel();
    else void stopPlan(run);
  };
  return (
    <Notice kind="info" title={data?.stopping === true ? say.stopping : say.solving(seconds)} actions={<Button onClick={stop} disabled={data?.stopping === true}>{cost === null ? say.stop : say.stopWithBest}</Button>}>
      {cost !== null && <p>{say.soFar(groupWhole(cost), groupWhole(bound ?? '0'), percentOff(Number(cost), Number(bound ?? 0)))}</p>}
      {data?.impossible === true && <p>{say.findingConflict}</p>}
      {cost === null && bound !== null && <p>{say.atLeast(groupWhole(bound))}</p>}
    </Notice>
  );
}
