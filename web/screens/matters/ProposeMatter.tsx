import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { matterWords } from '../../words/matters.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';

/** What is opened: the kind, whose, and what is proposed of it. */
export type MatterOpening = Parameters<typeof client.api.matters.$post>[0]['json'];

/** Opens a matter about what is shown, for another person to look at, and goes on there. */
export function ProposeMatter({ label, opening }: { label: string; opening: MatterOpening }) {
  const say = useWords(matterWords);
  const href = useHref();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const propose = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      const { matter_id } = await ask(client.api.matters.$post({ json: opening }, onceOnly()));
      await queries.invalidateQueries();
      navigate(href(`/matters/${matter_id}`));
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <div className="button-row no-print"><Button kind="primary" aria-disabled={busy} onClick={() => void propose()}>{busy ? say.working : label}</Button></div>
    </>
  );
}
