import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { cooperationWords } from '../../words/cooperation.ts';
import { formatDate } from '../../words/format.ts';
import { organisationWords } from '../../words/organisations.ts';
import { formatMoment } from '../data/moment.ts';
import { AgreementDialog } from './AgreementDialog.tsx';
import { AgreementStateMark } from './AgreementTable.tsx';
import { Part } from './Part.tsx';
import { useAgreement } from './queries.ts';
import type { Agreement } from './queries.ts';

/** One agreement with its terms, and what was recorded before it was corrected. */
export function AgreementPage({ agreement_id }: { agreement_id: string }) {
  const say = useWords(organisationWords);
  const query = useAgreement(agreement_id);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const href = useHref();
  const [correcting, setCorrecting] = useState(false);
  const [now] = query.data?.agreements ?? [];
  const done = async (made: string) => {
    await queries.invalidateQueries({ queryKey: ['cooperation'] });
    go(href(`/organisations/agreements/${made}`));
  };
  return (
    <Page title={now?.number ?? say.allAgreements}>
      <p className="way-back no-print"><ScreenLink to="/organisations/agreements">← {say.allAgreements}</ScreenLink></p>
      <Answer query={query}>
        {({ agreements: [latest, ...earlier] }) => latest !== undefined && (
          <div className="cooperation">
            <Particulars agreement={latest} />
            {latest.may_correct && <div className="button-row no-print"><Button onClick={() => setCorrecting(true)}>{say.correct}</Button></div>}
            {earlier.length > 0 && (
              <Part id="history" title={say.history}>{earlier.map((one) => <Particulars key={one.agreement_id} agreement={one} />)}</Part>
            )}
            {correcting && <AgreementDialog corrected={latest} party={null} onClose={() => setCorrecting(false)} onDone={done} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Particulars({ agreement }: { agreement: Agreement }) {
  const say = useWords(organisationWords);
  const cooperation = useWords(cooperationWords);
  const { language } = useSettings().settings;
  const { parties, programmes, from, to, terms, signed_on, state, reason, recorded_by, recorded_at, document_sha256 } = agreement;
  return (
    <div className="agreement">
      <dl className="agreement-facts">
        <div><dt>{cooperation.state}</dt><dd><AgreementStateMark state={state} /></dd></div>
        <div><dt>{cooperation.parties}</dt><dd><ul className="plain-list">{parties.map(({ org_id, name }) => <li key={org_id}><ScreenLink to={`/organisations/unit/${encodeURIComponent(org_id)}`}>{name}</ScreenLink></li>)}</ul></dd></div>
        <div><dt>{say.programmes}</dt><dd><ul className="plain-list">{programmes.map(({ programme_id, name }) => <li key={programme_id}><ScreenLink to={`/organisations/programme/${encodeURIComponent(programme_id)}`}>{name}</ScreenLink></li>)}</ul></dd></div>
        <div><dt>{cooperation.period}</dt><dd>{cooperation.until(formatDate(from, language), to === null ? cooperation.openEnd : formatDate(to, language))}</dd></div>
        <div><dt>{say.signedOn}</dt><dd>{formatDate(signed_on, language)}</dd></div>
        <div><dt>{say.terms}</dt><dd>{terms}</dd></div>
        {document_sha256 !== null && <div><dt>SHA-256</dt><dd className="credit-code">{document_sha256}</dd></div>}
      </dl>
      <p className="small">{say.recordedBy(recorded_by, formatMoment(recorded_at, language))}{reason !== null && ` · ${say.corrects(reason)}`}</p>
    </div>
  );
}
