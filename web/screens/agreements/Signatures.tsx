import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import type { Agreement } from './queries.ts';

/** Who has signed how, and who is still to sign. */
export function Signatures({ agreement: { agreement_id, signatures, missing } }: { agreement: Agreement }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="signatures" className="agreement-part">
      <h2 id="signatures">{say.signatures}</h2>
      {signatures.length === 0 ? <p>{say.noSignature}</p> : (
        <ul className="signature-list">
          {signatures.map(({ party, way, on, signer, evidence }) => (
            <li key={party}>
              <strong><span aria-hidden="true">● </span>{say[`party_${party}`]}</strong> {signer}
              <span className="small">{formatDate(on, language)} · {way === 'paper' ? say.onPaper : say.electronic}</span>
              <span className="small signature-evidence">{evidence}</span>
              {way === 'paper' && <a className="no-print" href={`/api/agreements/${agreement_id}/scans/${party}`} download>{say.scanOf}</a>}
            </li>
          ))}
        </ul>
      )}
      <p>{missing.length === 0 ? say.allSigned : say.waitingFor(missing.map((party) => say[`party_${party}`]).join(language === 'zh' ? '、' : ', '))}</p>
    </section>
  );
}
