import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { organisationWords } from '../../words/organisations.ts';
import { AgreementDialog } from './AgreementDialog.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { useAgreements } from './queries.ts';

/** All agreements in reach, those that end first before the others; `?record=S1` begins to record one of S1. */
export function AgreementsPage() {
  const say = useWords(organisationWords);
  const may = useMay();
  const queries = useQueryClient();
  const wanted = new URLSearchParams(useSearch()).get('record');
  const [recording, setRecording] = useState(wanted !== null);
  const [said, setSaid] = useState<string | null>(null);
  const query = useAgreements(may('partners.read'));
  if (!may('partners.read')) return <NotAllowed />;
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['cooperation'] });
    setRecording(false);
    setSaid(say.done);
  };
  return (
    <Page title={say.allAgreements}>
      <p className="way-back no-print"><ScreenLink to="/organisations">← {say.back}</ScreenLink></p>
      {said !== null && <Notice kind="done" title={said} announce />}
      {may('partners.write') && <div className="button-row no-print"><Button kind="primary" onClick={() => { setSaid(null); setRecording(true); }}>{say.record}</Button></div>}
      <Answer query={query}>
        {({ agreements, notice_days }) => {
          const expiring = agreements.filter(({ state }) => state === 'expiring').length;
          return (
            <>
              {expiring > 0 && <Notice kind="warning" title={say.expiringNotice(expiring, notice_days)} />}
              <AgreementTable agreements={agreements} label={say.allAgreements} />
            </>
          );
        }}
      </Answer>
      {recording && may('partners.write') && <AgreementDialog corrected={null} party={wanted} onClose={() => setRecording(false)} onDone={done} />}
    </Page>
  );
}
