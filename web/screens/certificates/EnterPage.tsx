import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { readPasted, type Pasted } from '../../../core/certificates/read-pasted.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Field } from '../../components/Field/Field.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { certificateWords } from '../../words/certificates.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { CertificateTabs } from './CertificateTabs.tsx';
import { OneForm } from './OneForm.tsx';

const UNREAD = { columns: 'columns', kind: 'unreadKind', level: 'unreadLevel', issued_on: 'unreadIssued', valid_until: 'unreadUntil' } as const;

/** Certificates are entered one by one or as a pasted list; all of a list or none. */
export function EnterPage() {
  const say = useWords(certificateWords);
  const queries = useQueryClient();
  const [way, setWay] = useInAddress('way');
  const [said, setSaid] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const enter = async (certificates: Pasted['entries']): Promise<boolean> => {
    setSaid(null);
    setFault(null);
    try {
      const { entered } = await ask(client.api.certificates.$post({ json: { certificates: [...certificates] } }, onceOnly()));
      await queries.invalidateQueries();
      setSaid(say.entered(entered));
      return true;
    } catch (error) {
      setFault(error);
      return false;
    }
  };
  return (
    <Page title={say.enter} lead={say.lead}>
      <CertificateTabs here="enter" />
      {said !== null && <Notice kind="done" title={said} announce />}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <div className="field-stack">
        <SelectField id="certificate-way" label={say.enter} value={way === 'many' ? 'many' : 'one'} onChange={(value) => setWay(value === 'many' ? value : '')} options={[{ value: 'one', label: say.one }, { value: 'many', label: say.many }]} />
        {way === 'many' ? <PasteForm onEnter={enter} /> : <OneForm onEnter={enter} />}
      </div>
    </Page>
  );
}

function PasteForm({ onEnter }: { onEnter: (certificates: Pasted['entries']) => Promise<boolean> }): ReactNode {
  const say = useWords(certificateWords);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const { entries, unread } = readPasted(text);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || entries.length === 0 || unread.length > 0) return;
    setBusy(true);
    if (await onEnter(entries)) setText('');
    setBusy(false);
    setTried(false);
  };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <Field id="certificate-paste" label={say.paste} help={say.pasteHelp} {...(tried && entries.length === 0 && { error: say.nothingRead })}>
        {(control) => <textarea {...control} className="field-box" rows={8} spellCheck={false} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
      </Field>
      <div role="status">
        {text.trim() !== '' && <p>{say.read(entries.length)}</p>}
        {unread.length > 0 && <ul>{unread.slice(0, MOST_UNREAD).map(({ line, what }) => <li key={line}>▲ {say.unread(line, say[UNREAD[what]])}</li>)}</ul>}
      </div>
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy || unread.length > 0}>{busy ? say.working : say.submitMany(entries.length)}</Button></div>
    </form>
  );
}

const MOST_UNREAD = 20;
