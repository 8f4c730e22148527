import { useState } from 'react';
import type { FormEvent } from 'react';
import { COPY_HOLDERS } from '../../../core/agreements/party.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Agreement } from './queries.ts';

/** R3-g: who received a copy, and when; the registrar records the rest. */
export function Copies({ agreement, onDone }: { agreement: Agreement; onDone: () => Promise<void> }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  const left = COPY_HOLDERS.filter((holder) => !agreement.copies.some((one) => one.holder === holder));
  return (
    <section aria-labelledby="copies" className="agreement-part">
      <h2 id="copies">{say.copiesTitle}</h2>
      <p>{say.copiesLead}</p>
      {agreement.copies.length === 0 ? <p className="small">{say.noCopies}</p> : (
        <ul className="signature-list">
          {agreement.copies.map(({ holder, way, received_by, received_on }) => (
            <li key={holder}><strong><span aria-hidden="true">● </span>{say[`party_${holder}`]}</strong> {received_by}<span className="small">{formatDate(received_on, language)} · {say[way]}</span></li>
          ))}
        </ul>
      )}
      {agreement.may_write && left.length > 0 && <HandOver agreement_id={agreement.agreement_id} left={left} onDone={onDone} />}
    </section>
  );
}

function HandOver({ agreement_id, left, onDone }: { agreement_id: string; left: readonly (typeof COPY_HOLDERS)[number][]; onDone: () => Promise<void> }) {
  const say = useWords(agreementWords);
  const [chosen, setChosen] = useState<string>('');
  const [received_by, setReceiver] = useState('');
  const [received_on, setDay] = useState<PlainDate | null>(null);
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const holder = left.find((one) => one === chosen) ?? left[0];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lacks = received_by.trim() === '' || received_on === null || holder === undefined;
    setWrong(lacks);
    if (busy || lacks) return;
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api.agreements[':agreement_id'].copies.$post({ param: { agreement_id }, json: { holder, received_by: received_by.trim(), received_on } }, onceOnly()));
      setReceiver('');
      await onDone();
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <form className="field-stack no-print" noValidate onSubmit={(event) => void submit(event)}>
      {fault !== null && <RefusalNotice title={say.notRecorded} error={fault} />}
      <SelectField label={say.holder} value={holder ?? ''} onChange={setChosen} options={left.map((value) => ({ value, label: say[`party_${value}`] }))} />
      <TextField id="copy-by" label={say.receivedBy} value={received_by} onChange={setReceiver} error={wrong ? say.giveReceiver : undefined} autoComplete="off" />
      <DateField id="copy-on" label={say.receivedOn} value={received_on} onChange={setDay} />
      <div className="button-row"><Button type="submit" aria-disabled={busy}>{busy ? say.working : say.handOver}</Button></div>
    </form>
  );
}
