import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import { shellWords } from '../../words/shell.ts';
import { shanghaiDay } from '../data/moment.ts';
import { AgreementHead } from './AgreementHead.tsx';
import { AgreementText } from './AgreementText.tsx';
import { Copies } from './Copies.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import { RedrawDialog } from './RedrawDialog.tsx';
import type { Agreement } from './queries.ts';
import { useAgreement } from './queries.ts';
import { Signatures } from './Signatures.tsx';
import { SignForm } from './SignForm.tsx';

/** One agreement for school and college: its text, signatures, copies and versions, and what may be done with it now. */
export function AgreementPage({ agreement_id }: { agreement_id: string }) {
  const say = useWords(agreementWords);
  const shell = useWords(shellWords);
  const queries = useQueryClient();
  const query = useAgreement(agreement_id);
  const [doing, setDoing] = useState<'paper' | 'redraw' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const finished = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['agreements'] });
    setDoing(null);
    setDone(what);
  };
  return (
    <Page title={query.data === undefined ? shell.agreements : `${query.data.student} ${query.data.student_id}`}>
      <p className="way-back no-print"><ScreenLink to="/agreements">← {shell.agreements}</ScreenLink></p>
      {done !== null && <Notice kind="done" title={done} announce />}
      <Answer query={query}>
        {(agreement) => (
          <div className="agreement-page">
            <AgreementHead agreement={agreement} />
            {agreement.may_write && (
              <div className="button-row no-print">
                {agreement.missing.length > 0 && <Button onClick={() => setDoing('paper')}>{say.paper}</Button>}
                <Button onClick={() => setDoing('redraw')}>{say.redraw}</Button>
              </div>
            )}
            <Signatures scansAt={`/api/agreements/${agreement.agreement_id}/scans`} signatures={agreement.signatures} missing={agreement.missing} partyText={(party) => say[`party_${party}`]} />
            {agreement.may_sign_as.map((party) => (
              <section key={party} className="sign-box no-print" aria-labelledby={`sign-${party}`}>
                <h2 id={`sign-${party}`}>{say.signAs(say[`party_${party}`])}</h2>
                <SignForm party={party} items={[{ agreement_id, version: agreement.version, content_hash: agreement.content_hash }]} onSigned={() => finished(say.signedNow)} />
              </section>
            ))}
            {agreement.holds !== null && <Copies agreement={agreement} onDone={() => finished(say.recorded)} />}
            <section aria-labelledby="agreement-text" className="agreement-part">
              <h2 id="agreement-text">{say.text}</h2>
              <AgreementText agreement={agreement} />
            </section>
            <Versions agreement={agreement} />
            {doing === 'paper' && (
              <PaperDialog
                to={`/api/agreements/${agreement.agreement_id}/paper`} signed={{ version: String(agreement.version), content_hash: agreement.content_hash }} waiting={agreement.missing}
                partyText={(party) => say[`party_${party}`]} onClose={() => setDoing(null)} onDone={() => finished(say.recorded)}
              />
            )}
            {doing === 'redraw' && <RedrawDialog agreement={agreement} onClose={() => setDoing(null)} onDone={(version) => finished(say.redrawn(version))} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Versions({ agreement: { versions } }: { agreement: Agreement }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="versions" className="agreement-part">
      <h2 id="versions">{say.history}</h2>
      <ol className="signature-list">
        {versions.map(({ version, reason, recorded_at, holds }) => (
          <li key={version}>{say.version(version)} {formatDate(shanghaiDay(recorded_at), language)}{holds && ` · ● ${say.holds}`}{reason !== '' && <span className="small">{say.reason}：{reason}</span>}</li>
        ))}
      </ol>
    </section>
  );
}
