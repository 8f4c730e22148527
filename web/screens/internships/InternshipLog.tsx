import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import { Signatures } from '../agreements/Signatures.tsx';
import type { Whole } from './queries.ts';

/** Who has signed the agreement of an internship, and who is still to sign. */
export function InternshipSignatures({ whole: { internship: { placement_id, waiting }, signatures } }: { whole: Whole }) {
  const say = useWords(internshipWords);
  return <Signatures scansAt={`/api/internships/${placement_id}/scans`} signatures={signatures} missing={waiting} partyText={(party) => say[`party_${party}`]} />;
}

/** The sealed paper that all have signed, and where anybody verifies it. */
export function SealedPaper({ whole: { paper, internship: { placement_id } } }: { whole: Whole }) {
  const say = useWords(internshipWords);
  if (paper === null) return null;
  return (
    <section aria-labelledby="sealed-paper" className="agreement-part">
      <h2 id="sealed-paper">{say.sealed}</h2>
      <div className="button-row">
        <a className="button" href={`/api/internships/${placement_id}/paper`} download>{say.sealedPaper(paper.number)}</a>
        <a href={`/verify/${encodeURIComponent(paper.code)}`} target="_blank" rel="noreferrer">{say.verifyPaper} {paper.code}</a>
      </div>
    </section>
  );
}

/** What was done to the internship, the first before the others. */
export function InternshipLog({ whole: { entries, internship: { placement_id } } }: { whole: Whole }) {
  const say = useWords(internshipWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="internship-log" className="agreement-part">
      <h2 id="internship-log">{say.log}</h2>
      {entries.length === 0 ? <p>{say.noLog}</p> : (
        <ol className="signature-list">
          {entries.map(({ version, act, on, by, hours, led_by, proof, passed, note, assessed_by }) => (
            <li key={version}>
              <span><strong>{say[`act_${act}`]}</strong> {formatDate(on, language)}{passed !== null && ` · ${passed ? say.pass : say.fail}`}</span>
              {hours !== null && <span>{say.hoursOf(hours)} · {led_by} · {proof}</span>}
              {note !== null && note !== '' && <span>{note}</span>}
              {assessed_by !== null && <span>{say.onPaperBy(assessed_by)} · <a href={`/api/internships/${placement_id}/scans/assessment`} download>{say.seeScan}</a></span>}
              <span className="small">{say.by(by)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
