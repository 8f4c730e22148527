import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { shellWords } from '../../words/shell.ts';
import { AgreementHead } from '../agreements/AgreementHead.tsx';
import { AgreementText } from '../agreements/AgreementText.tsx';
import { useAgreement } from '../agreements/queries.ts';
import { Signatures } from '../agreements/Signatures.tsx';
import { SignForm } from '../agreements/SignForm.tsx';
import { ConfirmForm } from './ConfirmForm.tsx';

/** The agreement of oneself or of a child: read, then signed with a code. */
export function FamilyAgreement({ agreement_id }: { agreement_id: string }) {
  const say = useWords(agreementWords);
  const shell = useWords(shellWords);
  const queries = useQueryClient();
  const query = useAgreement(agreement_id);
  const [done, setDone] = useState<string | null>(null);
  const finished = (what: string) => async () => {
    await queries.invalidateQueries({ queryKey: ['agreements'] });
    setDone(what);
    window.scrollTo(0, 0);
  };
  return (
    <Page title={query.data === undefined ? shell.agreements : `${query.data.student} · ${shell.agreements}`}>
      <p className="way-back no-print"><ScreenLink to="/five-years">← {shell.fiveYears}</ScreenLink></p>
      {done !== null && <Notice kind="done" title={done} announce>{done === say.signedNow && say.signedNowHelp}</Notice>}
      <Answer query={query}>
        {(agreement) => (
          <div className="five-years">
            <AgreementHead agreement={agreement} />
            {agreement.may_confirm_as !== null && <ConfirmForm agreement={agreement} party={agreement.may_confirm_as} onDone={finished(say.confirmed)} />}
            <section aria-labelledby="agreement-text">
              <h2 id="agreement-text">{say.text}</h2>
              <AgreementText agreement={agreement} />
            </section>
            {agreement.may_sign_as.map((party) => (
              <section key={party} aria-labelledby={`sign-${party}`} className="sign-box no-print">
                <h2 id={`sign-${party}`}>{say.signAs(say[`party_${party}`])}</h2>
                <SignForm party={party} items={[agreement].map(({ version, content_hash }) => ({ agreement_id, version, content_hash }))} onSigned={finished(say.signedNow)} />
              </section>
            ))}
            <Signatures scansAt={`/api/agreements/${agreement.agreement_id}/scans`} signatures={agreement.signatures} missing={agreement.missing} partyText={(party) => say[`party_${party}`]} />
          </div>
        )}
      </Answer>
    </Page>
  );
}
