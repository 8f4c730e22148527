import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { componentWords } from '../../words/components.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Agreement } from './queries.ts';
import { isFilled, YearFields, type Filling } from './YearFields.tsx';

/** Another content: another version, to be signed anew. */
export function RedrawDialog({ agreement, onClose, onDone }: { agreement: Agreement; onClose: () => void; onDone: (version: number) => Promise<void> }) {
  const say = useWords(agreementWords);
  const { cancel } = useWords(componentWords);
  const { agreement_id, version, cohort } = agreement;
  const [filling, setFilling] = useState<Filling>({ years: agreement.years.map(({ place_id, tuition_yuan, dorm_yuan, custody_yuan }) => ({ place_id, tuition_yuan, dorm_yuan, custody_yuan })), terms: agreement.terms });
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const places = [...new Map(agreement.years.map(({ place_id, place }) => [place_id, place]))].map(([place_id, place]) => ({ place_id, place }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lacks = reason.trim() === '' ? say.giveReason : isFilled(filling) ? undefined : say.fillAll;
    setWrong(lacks);
    if (busy || lacks !== undefined) return;
    setBusy(true);
    setFault(null);
    try {
      const json = { version, reason: reason.trim(), years: [...filling.years], terms: filling.terms.trim() };
      await onDone((await ask(client.api.agreements[':agreement_id'].versions.$post({ param: { agreement_id }, json }, onceOnly()))).version);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={say.redrawTitle} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <p>{say.redrawLead}</p>
        {fault !== null && <RefusalNotice title={say.notDrawnUp} error={fault} />}
        <YearFields cohort={cohort} filling={filling} places={places} onChange={setFilling} />
        <TextField id="redraw-reason" label={say.reason} value={reason} onChange={setReason} error={wrong} autoComplete="off" />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.redraw}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
