import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { testWords } from '../../words/tests.ts';
import { useSampleTests, useSeasons, type SampleHead, type SeasonHead } from './queries.ts';
import { stateText } from './test-text.ts';

/** Sample tests and seasons in reach, latest first; whoever holds tests begins one. */
export function TestList() {
  const say = useWords(testWords);
  const holds = useMay()('tests.write');
  const [samples, seasons] = [useSampleTests(), useSeasons()];
  return (
    <Page title={say.title} lead={say.lead}>
      <section aria-labelledby="seasons">
        <h2 id="seasons">{say.seasons}</h2>
        {holds && <div className="button-row test-begin no-print"><ButtonLink to="/tests/arrange">{say.arrange}</ButtonLink></div>}
        <Answer query={seasons}>{(answer) => <Seasons seasons={answer.seasons} />}</Answer>
      </section>
      <section aria-labelledby="samples">
        <h2 id="samples">{say.samples}</h2>
        {holds && <div className="button-row test-begin no-print"><ButtonLink to="/tests/plan">{say.plan}</ButtonLink></div>}
        <Answer query={samples}>{({ tests }) => <Samples tests={tests} />}</Answer>
      </section>
    </Page>
  );
}

function Samples({ tests }: { tests: readonly SampleHead[] }) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  if (tests.length === 0) return <EmptyState title={say.noSamples}>{say.noSamplesHelp}</EmptyState>;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.samples}</caption>
        <thead><tr><th scope="col">{say.name}</th><th scope="col">{say.college}</th><th scope="col">{say.testOn}</th><th scope="col">{say.state}</th><th scope="col" className="number">{say.listed}</th><th scope="col" className="number">{say.drawn}</th></tr></thead>
        <tbody>
          {tests.map((one) => (
            <tr key={one.sample_test_id}>
              <th scope="row"><ScreenLink to={`/tests/sample/${one.sample_test_id}`}>{one.title}</ScreenLink></th>
              <td data-label={say.college}>{one.college}</td>
              <td className="unbroken" data-label={say.testOn}>{formatDate(one.test_on, language)}</td>
              <td data-label={say.state}>{stateText(one.state, say)}</td>
              <td data-label={say.listed} className="number">{one.listed ?? '–'}</td>
              <td data-label={say.drawn} className="number">{one.drawn ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Seasons({ seasons }: { seasons: readonly SeasonHead[] }) {
  const say = useWords(testWords);
  const { language, on } = useSettings().settings;
  const day = (of: string) => formatDate(of, language);
  if (seasons.length === 0) return <EmptyState title={say.noSeasons}>{say.noSeasonsHelp}</EmptyState>;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.seasons}</caption>
        <thead><tr>{[say.year, say.college, say.testOn, say.resitOn, say.published].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {seasons.map((one) => (
            <tr key={`${one.college_id} ${one.year}`}>
              <th scope="row"><ScreenLink to={`/tests/step-up/${encodeURIComponent(one.college_id)}/${one.year}`}>{one.year}</ScreenLink></th>
              <td data-label={say.college}>{one.college}</td>
              <td className="unbroken" data-label={say.testOn}>{day(one.test_on)}</td>
              <td className="unbroken" data-label={say.resitOn}>{day(one.resit_on)}</td>
              <td data-label={say.published}>{one.last_day === null ? say.notPublished : on <= one.last_day ? say.publishedUntil(day(one.last_day)) : say.wasPublished(day(one.last_day))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
