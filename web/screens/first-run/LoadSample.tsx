import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Progress } from '../../components/Progress/Progress.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { firstRunWords } from '../../words/first-run.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useSeconds } from '../data/useSeconds.ts';

/** The other way to begin: a region that is made up, to look at. */
export function LoadSample() {
  const say = useWords(firstRunWords);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const seconds = useSeconds(busy);
  const load = async () => {
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api.sample.$post());
      await queries.resetQueries();
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <aside className="first-run-sample" aria-labelledby="first-run-sample">
      <h2 id="first-run-sample">{say.sampleTitle}</h2>
      <p>{say.sampleHelp}</p>
      {busy ? (
        <>
          <Progress label={say.loadingSample} done={seconds} of={null} unit="s" />
          <p className="small">{say.loadingSampleHelp(seconds)}</p>
        </>
      ) : (
        <Button onClick={() => void load()}>{say.loadSample}</Button>
      )}
      {fault !== null && <RefusalNotice title={say.sampleFailed} error={fault} />}
    </aside>
  );
}
