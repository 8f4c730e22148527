import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, client, onceOnly } from '../../../client.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { Dialog } from '../../../components/Dialog/Dialog.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { useHref, useWords } from '../../../settings/SettingsProvider.tsx';
import { dataWords } from '../../../words/data.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';

interface RemoveSampleProps {
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One act that cannot be taken back, so that the region's name is typed before it. Leads to the first run. */
export function RemoveSample({ name, open, onClose }: RemoveSampleProps) {
  const say = useWords(dataWords);
  const queries = useQueryClient();
  const href = useHref();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const remove = async () => {
    setWrong(typed.trim() !== name);
    if (typed.trim() !== name) return document.getElementById('sample-name')?.focus();
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api.sample.$delete({}, onceOnly()));
      navigate(href('/first-run'));
      await queries.resetQueries();
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  const actions = (
    <>
      <Button kind="primary" aria-disabled={busy} onClick={() => void (busy || remove())}>
        {busy ? say.removing : say.removeSample}
      </Button>
      <Button onClick={onClose}>{say.keep}</Button>
    </>
  );
  return (
    <Dialog title={say.removeTitle} open={open} onClose={onClose} actions={actions}>
      <p>{say.removeWhat(name)}</p>
      {fault !== null && <RefusalNotice title={say.removeFailed} error={fault} />}
      <TextField id="sample-name" label={say.removeName(name)} value={typed} onChange={setTyped} autoComplete="off" {...(wrong && { error: say.removeDiffers(name) })} />
    </Dialog>
  );
}
