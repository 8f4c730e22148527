import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { documentWords } from '../../words/documents.ts';
import { useSeries } from './queries.ts';

/** The last number of each series, held against the documents themselves. */
export function SeriesPage() {
  const say = useWords(documentWords);
  const { language } = useSettings().settings;
  const gapsOf = ({ gaps, beyond }: { readonly gaps: readonly number[]; readonly beyond: boolean }): string => {
    if (gaps.length > 0) return say.someGaps(gaps.join(language === 'zh' ? '、' : ', '));
    return beyond ? say.beyond : say.noGaps;
  };
  return (
    <Page title={say.seriesTitle} lead={say.seriesLead}>
      <p className="no-print"><ScreenLink to="/documents">← {say.back}</ScreenLink></p>
      <Answer query={useSeries()}>
        {({ series }) => (series.length === 0 ? <EmptyState title={say.noSeries}>{say.noSeriesHelp}</EmptyState> : (
          <div className="wide-table">
            <table className="ledger ledger-cards document-table">
              <caption className="hidden-text">{say.seriesTitle}</caption>
              <thead>
                <tr>{[say.seriesName, say.year, say.last, say.documents, say.gaps].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
              </thead>
              <tbody>
                {series.map((one) => (
                  <tr key={`${one.series} ${one.year}`}>
                    <th scope="row">{one.label[language]}</th>
                    <td data-label={say.year}>{one.year}</td>
                    <td data-label={say.last} lang="zh-CN">{one.last_number_text}</td>
                    <td data-label={say.documents} className="document-count">{one.documents}</td>
                    <td data-label={say.gaps}>{gapsOf(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </Answer>
    </Page>
  );
}
