import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import { AgreementEnded } from './AgreementEnded.tsx';
import type { Agreement } from './queries.ts';

/** Version, last day, and the paper once there is one. */
export function AgreementHead({ agreement }: { agreement: Agreement }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  const { version, holds, number, code, verify_page, due_on, missing, reason, confirmed_on, ended, agreement_id } = agreement;
  return (
    <div className="agreement-head">
      <p className="small">
        {[number, say.version(version), holds !== null && holds !== version ? say.holdsVersion(holds) : null].filter((text) => text !== null).join(' · ')}
      </p>
      {reason !== '' && <p>{say.reason}：{reason}</p>}
      {ended === null && due_on !== null && missing.length > 0 && holds === null && <p>{say.dueOn(formatDate(due_on, language))}</p>}
      {ended !== null && <AgreementEnded ended={ended} />}
      {confirmed_on !== null && <Notice kind="done" title={say.confirmedOn(formatDate(confirmed_on, language))} />}
      {holds !== null && (
        <div className="button-row no-print">
          <a className="button" href={`/api/agreements/${agreement_id}/file`} download>{say.download}</a>
          {verify_page !== null && code !== null && <a className="button button-quiet" href={`${verify_page}/${code}`}>{say.verify}</a>}
        </div>
      )}
    </div>
  );
}
