import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { formatDate } from '../../words/format.ts';
import { testWords } from '../../words/tests.ts';
import type { SampleTest } from './queries.ts';
import { useTestOrigins } from './useTestOrigins.ts';

const PERCENT = 100;

/** By school who came and who passed; a low rate says which finding it opened. */
export function SampleResults({ test }: { test: SampleTest }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  const origins = useTestOrigins();
  const { results, pass_line, low_rate, reported_on, findings, document_id } = test;
  return (
    <section aria-labelledby="sample-results">
      <h2 id="sample-results">{say.results}</h2>
      <p>{say.resultsLead(pass_line ?? '–', low_rate === null ? '–' : String(Number(low_rate) * PERCENT))}{reported_on !== null && ` ${say.reportedOn(formatDate(reported_on, language))}`}</p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.results}</caption>
          <thead>
            <tr><th scope="col">{say.school}</th>{[say.drawnMany, say.sat, say.absentMany, say.awaitedMany, say.passed, say.mean, say.rate].map((head) => <th key={head} scope="col" className="number">{head}</th>)}<th scope="col">{say.outcome}</th></tr>
          </thead>
          <tbody>
            {(results ?? []).map((one) => (
              <tr key={one.school_id}>
                <th scope="row">{one.school}</th>
                <td className="number" data-label={say.drawnMany}>{one.drawn}</td>
                <td className="number" data-label={say.sat}>{one.sat}</td>
                <td className="number" data-label={say.absentMany}>{one.absent}</td>
                <td className="number" data-label={say.awaitedMany}>{one.awaited}</td>
                <td className="number" data-label={say.passed}>{one.passed}</td>
                <td className="number" data-label={say.mean}>{one.mean ?? '–'}</td>
                <td className="number" data-label={say.rate}><Figure label={say.of(say.rate, one.school)} from={origins.rate(one)}>{one.rate === null ? say.noRate : `${one.rate}%`}</Figure></td>
                <td data-label={say.outcome}><Status outcome={one.outcome} detail="" /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="button-row no-print">
        {document_id !== null && <ButtonLink to={`/documents/${document_id}`}>{say.paper}</ButtonLink>}
        <May do="matters.read">{findings.map((id) => <ScreenLink key={id} to={`/matters/${id}`}>{say.finding} {id}</ScreenLink>)}</May>
      </div>
    </section>
  );
}
