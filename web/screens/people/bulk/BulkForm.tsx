import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client } from '../../../client.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { Progress } from '../../../components/Progress/Progress.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { bulkWords } from '../../../words/bulk.ts';
import { groupDigits } from '../../../words/format.ts';
import { RefusalNotice } from '../../data/RefusalNotice.tsx';
import { Slips } from '../../slips/Slips.tsx';
import { accountsWaiting, useBulk } from './useBulk.ts';
import type { BulkState, Whose } from './useBulk.ts';

const KIND = { students: 'student', guardians: 'guardian' } as const;

/** For whom, how many accounts are there, the act with its progress, what came of it, and the slips. */
export function BulkForm({ school_id }: { school_id: string }) {
  const say = useWords(bulkWords);
  const queries = useQueryClient();
  const [of, setOf] = useState<Whose>('students');
  const [before, setBefore] = useState(0);
  const [fault, setFault] = useState<unknown>(null);
  const bulk = useBulk();
  const counts = useCounts(school_id, of);
  const busy = bulk.state.at === 'working';
  const waits = counts.data?.waiting ?? 0;
  const act = async (work: () => Promise<void>) => {
    setFault(null);
    setBefore(counts.data?.there ?? 0);
    try {
      await work();
    } catch (error) {
      setFault(error);
    }
    await queries.invalidateQueries({ queryKey: ['people'] });
  };
  const make = () => act(() => bulk.make(school_id, of));
  const renew = () => act(async () => bulk.renew(await accountsWaiting(KIND[of], school_id)));
  const locked = busy || bulk.slips.length > 0;
  return (
    <>
      <fieldset className="bulk-whose" disabled={busy}>
        <legend className="field-label">{say.whose}</legend>
        {(['students', 'guardians'] as const).map((one) => (
          <div key={one} className="field-check">
            <input type="radio" id={`bulk-${one}`} name="bulk-whose" checked={of === one} aria-describedby={`bulk-${one}-help`} onChange={() => setOf(one)} />
            <label htmlFor={`bulk-${one}`}>{say[one]}</label>
            <p className="field-help" id={`bulk-${one}-help`}>{say[`${one}Help`]}</p>
          </div>
        ))}
      </fieldset>
      {counts.data !== undefined && (
        <p role="status">
          {say.there(groupDigits(String(counts.data.there)))}
          {waits > 0 && <span className="small"> {say.waiting(groupDigits(String(waits)))}</span>}
        </p>
      )}
      {!locked && (
        <div className="bulk-acts">
          <Button kind="primary" onClick={() => void make()}>{say.begin}</Button>
          {waits > 0 && (
            <div>
              <Button aria-describedby="bulk-renew" onClick={() => void renew()}>{say.renew(groupDigits(String(waits)))}</Button>
              <p className="field-help" id="bulk-renew">{say.renewWhat}</p>
            </div>
          )}
        </div>
      )}
      {fault !== null && <RefusalNotice title={say.failedNone} error={fault} />}
      <Outcome state={bulk.state} before={before} onStop={bulk.stop} onAgain={() => void make()} />
      {bulk.state.at === 'failed' && <p>{say.lostPart}</p>}
      {bulk.slips.length > 0 && !busy && <p className="small">{say.printFirst}</p>}
      {bulk.slips.length > 0 && !busy && <Slips slips={bulk.slips} onForget={bulk.forget} />}
    </>
  );
}

/** How many accounts of the kind there are at the school, and how many nobody has activated. */
function useCounts(org_id: string, of: Whose) {
  return useQuery({
    queryKey: ['people', 'counts', org_id, of],
    queryFn: async () => {
      const [all, waiting] = await Promise.all([
        ask(client.api.people.$get({ query: { kind: KIND[of], org_id } })), ask(client.api.people.$get({ query: { kind: KIND[of], org_id, inactive: 'true' } })),
      ]);
      return { there: all.total, waiting: waiting.total };
    },
  });
}

interface OutcomeProps {
  readonly state: BulkState;
  /** Accounts that were there when it began. */
  readonly before: number;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

function Outcome({ state, before, onStop, onAgain }: OutcomeProps) {
  const say = useWords(bulkWords);
  const n = (count: number | null) => groupDigits(String(count ?? 0));
  if (state.at === 'idle') return null;
  const { made, left } = state;
  if (state.at === 'working') {
    return (
      <div className="bulk-progress">
        <Progress label={state.what === 'slips' ? say.renewing : say.working} done={made} of={left === null ? null : made + left} unit={say.people} />
        <Button aria-disabled={state.stopping} onClick={onStop}>{state.stopping ? say.stopping : say.stop}</Button>
      </div>
    );
  }
  const again = state.what === 'accounts' && { actions: <Button onClick={onAgain}>{say.goOn}</Button> };
  if (state.at === 'failed') return <RefusalNotice title={made > 0 ? say.failedTitle(n(made)) : say.failedNone} error={state.error} {...again} />;
  if (state.at === 'stopped') return <Notice kind="warning" title={say.stoppedTitle(n(made), n(left))} announce {...again} />;
  const title = state.what === 'slips' ? say.renewedTitle(n(made)) : made === 0 ? say.nothingTitle(n(before)) : say.doneTitle(n(made), n(before));
  return <Notice kind="done" title={title} announce />;
}
