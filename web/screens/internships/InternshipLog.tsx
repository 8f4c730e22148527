import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import type { Whole } from './queries.ts';

/** Who has signed how, and who is still to sign. */
export function InternshipSignatures({ whole: { internship: { placement_id, waiting }, signatures } }: { whole: Whole }) {
  const say = useWords(internshipWords);
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
              {way === 'paper' && <a className="no-print" href={`/api/internships/${placement_id}/scans/${party}`} download>{say.scanOf}</a>}
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && <p>{say.waitingFor(waiting.map((party) => say[`party_${party}`]).join(language === 'zh' ? '、' : ', '))}</p>}
    </section>
  );
}

/** What was done to the internship, the first before the others. */
export function InternshipLog({ whole: { entries } }: { whole: Whole }) {
  const say = useWords(internshipWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="internship-log" className="agreement-part">
      <h2 id="internship-log">{say.log}</h2>
      {entries.length === 0 ? <p>{say.noLog}</p> : (
        <ol className="signature-list">
          {entries.map(({ version, act, on, by, hours, led_by, proof, passed, note }) => (
            <li key={version}>
              <span><strong>{say[`act_${act}`]}</strong> {formatDate(on, language)}{passed !== null && ` · ${passed ? say.pass : say.fail}`}</span>
              {hours !== null && <span>{say.hoursOf(hours)} · {led_by} · {proof}</span>}
              {note !== null && note !== '' && <span>{note}</span>}
              <span className="small">{say.by(by)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
