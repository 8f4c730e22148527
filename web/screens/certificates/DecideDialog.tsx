import { useState } from 'react';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { inPath } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { certificateWords } from '../../words/certificates.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { Certificate } from './queries.ts';

export interface Decision {
  readonly act: 'verify' | 'refuse' | 'withdraw';
  readonly certificate: Certificate;
}

/** Where and when it was looked up, or why it does not count. */
export function DecideDialog({ decision: { act, certificate }, onClose, onDone }: { decision: Decision; onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(certificateWords);
  const { on: shown } = useSettings().settings;
  const [on, setOn] = useState<PlainDate | null>(date(shown));
  const [text, setText] = useState('');
  const verifies = act === 'verify';
  const problems = () => [
    ...(on === null ? [{ field: 'certificate-on', message: say.onMissing }] : []), ...(text.trim() === '' ? [{ field: 'certificate-text', message: verifies ? say.sourceMissing : say.reasonMissing }] : []),
  ];
  const submit = async () => {
    if (on === null) return;
    const json = { act, on, ...(verifies ? { source: text.trim() } : { reason: text.trim() }) };
    await ask(client.api.certificates[':record_id'].decision.$post({ param: { record_id: inPath(certificate.record_id) }, json }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say[`${act}Title`](certificate.number)} act={say[act]} problems={problems} onAct={submit} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{certificate.student ?? ''} {certificate.student_id} · {certificate.name}</p>
          <DateField id="certificate-on" label={say.on} value={on} onChange={setOn} error={wrong('certificate-on')} />
          <TextField id="certificate-text" label={verifies ? say.sourceLabel : say.reason} help={verifies ? say.sourceHelp : ''} value={text} onChange={setText} error={wrong('certificate-text')} autoComplete="off" />
        </>
      )}
    </TeamForm>
  );
}
