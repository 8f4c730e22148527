import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import type { Agreement } from '../agreements/queries.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';

interface ConfirmFormProps {
  readonly agreement: Agreement;
  readonly party: 'student' | 'guardian';
  readonly onDone: () => Promise<void>;
}

/** B23: one press in year 4; nothing is signed anew. */
export function ConfirmForm({ agreement: { agreement_id, version, content_hash }, party, onDone }: ConfirmFormProps) {
  const say = useWords(agreementWords);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api.agreements[':agreement_id'].confirmation.$post({ param: { agreement_id }, json: { party, version, content_hash } }, onceOnly()));
      await onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <section className="sign-box no-print" aria-labelledby="confirm-year-4">
      <h2 id="confirm-year-4">{say.confirmTitle}</h2>
      <p>{say.confirmLead}</p>
      {fault !== null && <RefusalNotice title={say.notConfirmed} error={fault} />}
      <div className="button-row"><Button kind="primary" aria-disabled={busy} onClick={() => void confirm()}>{busy ? say.working : say.confirm}</Button></div>
    </section>
  );
}
