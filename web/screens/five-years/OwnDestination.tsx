import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { employmentWords } from '../../words/employment.ts';
import { formatDate } from '../../words/format.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { codeLabel } from '../employment/code-label.ts';
import { EMPLOYMENT, type Graduate } from '../employment/queries.ts';
import { FollowUpForm } from './FollowUpForm.tsx';

type Said = Omit<Parameters<typeof client.api.employment.answers.$post>[0]['json'], 'student_id'>;

/** Where the school says that a graduate went: confirmed or objected to by the graduate, read by the parents. */
export function OwnDestination({ student_id }: { student_id: string }) {
  const say = useWords(employmentWords);
  const query = useQuery({ queryKey: [EMPLOYMENT, 'mine'], retry: retryUnlessRefused, queryFn: () => ask(client.api.employment.mine.$get()) });
  const own = useSession().roles.some(({ role }) => role === 'student');
  const graduate = query.data?.graduates.find((one) => one.student_id === student_id);
  if (graduate === undefined) return null;
  return (
    <section aria-labelledby="own-destination" className="own-part">
      <h2 id="own-destination">{own ? say.ownTitle : say.ownOf(graduate.name)}</h2>
      <Recorded graduate={graduate} />
      {own && <Answers key={graduate.destinations.at(-1)?.record_id ?? ''} graduate={graduate} />}
    </section>
  );
}

function Recorded({ graduate: { destinations, said, objection } }: { graduate: Graduate }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const latest = destinations.at(-1);
  if (latest === undefined) return <p>{say.ownNone}</p>;
  return (
    <>
      <p><strong>{codeLabel(latest.code, language)}</strong> {[latest.employer, latest.workplace_division, latest.position].filter((one) => one !== null && one !== '').join(' · ')}</p>
      <p className="small">{say.ownSince(formatDate(latest.recorded_on, language))}{said === 'confirm' && ` · ● ${say.confirmed}`}{said === 'object' && ` · ▲ ${say.objected}：${objection}`}</p>
    </>
  );
}

function Answers({ graduate }: { graduate: Graduate }) {
  const say = useWords(employmentWords);
  const queries = useQueryClient();
  const [objecting, setObjecting] = useState(false);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const latest = graduate.destinations.at(-1);
  const send = async (said: Said, thanks: string) => {
    setFault(null);
    try {
      await ask(client.api.employment.answers.$post({ json: { student_id: graduate.student_id, ...said } }, onceOnly()));
      await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
      setObjecting(false);
      setDone(thanks);
    } catch (error) {
      setFault(error);
    }
  };
  const consent = graduate.consent === null ? say.consentUnknown : graduate.consent ? say.consents : say.noConsent;
  return (
    <div className="no-print own-answers">
      {done !== null && <Notice kind="done" title={done} announce />}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {latest !== undefined && graduate.said === null && !objecting && (
        <div className="button-row">
          <Button kind="primary" onClick={() => void send({ kind: 'confirm', destination_record: latest.record_id }, say.thanks)}>{say.isRight}</Button>
          <Button onClick={() => setObjecting(true)}>{say.isWrong}</Button>
        </div>
      )}
      {latest !== undefined && objecting && (
        <div className="field-stack">
          <TextField label={say.whatWrong} value={reason} onChange={setReason} autoComplete="off" />
          <div className="button-row"><Button kind="primary" onClick={() => void send({ kind: 'object', destination_record: latest.record_id, reason }, say.sentWrong)}>{say.sendWrong}</Button></div>
        </div>
      )}
      {graduate.asked_again !== null && graduate.answered_again === null && <FollowUpForm onSend={(said) => send({ kind: 'follow_up', ...said }, say.sentAgain)} />}
      <h3>{say.ownConsent}</h3>
      <p className="small">{say.ownConsentHelp} {say.consentNow(consent)}</p>
      <div className="button-row">
        {graduate.consent !== true && <Button onClick={() => void send({ kind: 'consent' }, say.consents)}>{say.yesShow}</Button>}
        {graduate.consent !== false && <Button onClick={() => void send({ kind: 'no_consent' }, say.noConsent)}>{say.noShow}</Button>}
      </div>
    </div>
  );
}
