import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';

interface SignaturesProps<P extends string> {
  /** Below it stands the scan of each party that signed on paper. */
  readonly scansAt: string;
  readonly signatures: readonly { readonly party: P; readonly way: 'electronic' | 'paper'; readonly on: string; readonly signer: string; readonly evidence: string }[];
  readonly missing: readonly P[];
  readonly partyText: (party: P) => string;
}

/** Who has signed how, and who is still to sign. */
export function Signatures<P extends string>({ scansAt, signatures, missing, partyText }: SignaturesProps<P>) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="signatures" className="agreement-part">
      <h2 id="signatures">{say.signatures}</h2>
      {signatures.length === 0 ? <p>{say.noSignature}</p> : (
        <ul className="signature-list">
          {signatures.map(({ party, way, on, signer, evidence }) => (
            <li key={party}>
              <strong><span aria-hidden="true">● </span>{partyText(party)}</strong> {signer}
              <span className="small">{formatDate(on, language)} · {way === 'paper' ? say.onPaper : say.electronic}</span>
              <span className="small signature-evidence">{evidence}</span>
              {way === 'paper' && <a className="no-print" href={`${scansAt}/${party}`} download>{say.scanOf}</a>}
            </li>
          ))}
        </ul>
      )}
      <p>{missing.length === 0 ? say.allSigned : say.waitingFor(missing.map(partyText).join(language === 'zh' ? '、' : ', '))}</p>
    </section>
  );
}
