import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { EMPLOYMENT, type Graduate } from '../employment/queries.ts';
import { FollowUpForm } from './FollowUpForm.tsx';

type Said = Omit<Parameters<typeof client.api.employment.answers.$post>[0]['json'], 'student_id'>;

interface OwnAnswersProps {
  readonly student_id: string;
  readonly consent: boolean | null;
  /** Null in the final grade. */
  readonly graduate: Graduate | null;
}

/** What a graduate says: that the record is right or wrong, where they are a year later, whether firms may see them. */
export function OwnAnswers({ student_id, consent, graduate }: OwnAnswersProps) {
  const say = useWords(employmentWords);
  const queries = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const send = async (said: Said, thanks: string) => {
    setFault(null);
    try {
      await ask(client.api.employment.answers.$post({ json: { student_id, ...said } }, onceOnly()));
      await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
      setDone(thanks);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <div className="no-print own-answers">
      {done !== null && <Notice kind="done" title={done} announce />}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {graduate !== null && <Confirming graduate={graduate} onSend={send} />}
      {graduate !== null && graduate.asked_again !== null && graduate.answered_again === null && <FollowUpForm onSend={(said) => send({ kind: 'follow_up', ...said }, say.sentAgain)} />}
      <h3>{say.ownConsent}</h3>
      <p className="small">{say.ownConsentHelp} {say.consentNow(consent === null ? say.consentUnknown : consent ? say.consents : say.noConsent)}</p>
      <div className="button-row">
        {consent !== true && <Button onClick={() => void send({ kind: 'consent' }, say.consents)}>{say.yesShow}</Button>}
        {consent !== false && <Button onClick={() => void send({ kind: 'no_consent' }, say.noConsent)}>{say.noShow}</Button>}
      </div>
    </div>
  );
}

function Confirming({ graduate: { destinations, said }, onSend }: { graduate: Graduate; onSend: (said: Said, thanks: string) => Promise<void> }) {
  const say = useWords(employmentWords);
  const [objecting, setObjecting] = useState(false);
  const [reason, setReason] = useState('');
  const record = destinations.at(-1)?.record_id;
  if (record === undefined || said !== null) return null;
  if (!objecting) {
    return (
      <div className="button-row">
        <Button kind="primary" onClick={() => void onSend({ kind: 'confirm', destination_record: record }, say.thanks)}>{say.isRight}</Button>
        <Button onClick={() => setObjecting(true)}>{say.isWrong}</Button>
      </div>
    );
  }
  return (
    <div className="field-stack">
      <TextField label={say.whatWrong} value={reason} onChange={setReason} autoComplete="off" />
      <div className="button-row"><Button kind="primary" onClick={() => void onSend({ kind: 'object', destination_record: record, reason }, say.sentWrong)}>{say.sendWrong}</Button></div>
    </div>
  );
}
