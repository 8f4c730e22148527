import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { peopleWords } from '../../words/people.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';

interface ActDialogProps {
  readonly title: string;
  /** The verb of the button. */
  readonly act: string;
  /** Closes the dialog when it is fulfilled; where it is refused, the dialog says why and stays. */
  readonly onAct: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Says what an act brings about before it is done. */
export function ActDialog({ title, act, onAct, onClose, children }: ActDialogProps) {
  const say = useWords(peopleWords);
  const { cancel } = useWords(componentWords);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const go = async () => {
    setBusy(true);
    setFault(null);
    try {
      await onAct();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button kind="primary" aria-disabled={busy} onClick={() => void (busy || go())}>
        {busy ? say.working : act}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  );
  return (
    <Dialog title={title} open onClose={onClose} actions={actions}>
      {children}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
    </Dialog>
  );
}
