import { useState } from 'react';
import { RECOMMENDATION_STATES } from '../../../core/employment/recommendation.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { recommendingWords } from '../../words/recommending.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Recommendation } from './queries.ts';

interface RecommendationTableProps {
  readonly recommendations: readonly Recommendation[];
  /** On the firm's own page. */
  readonly firm: boolean;
  readonly onDone: (text: string) => Promise<void>;
}

/** Who was recommended to whom, where it stands, and what one's own side may do next. */
export function RecommendationTable({ recommendations, firm, onDone }: RecommendationTableProps) {
  const say = useWords(recommendingWords);
  const { language } = useSettings().settings;
  const [fault, setFault] = useState<unknown>(null);
  const move = async ({ recommendation_id, version }: Recommendation, act: Recommendation['next'][number]['act']) => {
    setFault(null);
    try {
      await ask(client.api.employment.recommendations[':recommendation_id'].steps.$post({ param: { recommendation_id }, json: { act, version } }, onceOnly()));
      await onDone(say.done);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <section aria-labelledby="recommendations" className="cooperation-part">
      <h2 id="recommendations">{firm ? say.ownRecommendations : say.recommendations}</h2>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {recommendations.length === 0 ? <EmptyState title={say.noRecommendations}>{firm ? say.noRecommendationsHelp : say.noneHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.recommendations}</caption>
            <thead><tr>{[say.graduate, firm ? say.school : say.firm, say.post, say.state].map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col"><span className="hidden-text">{say.done}</span></th></tr></thead>
            <tbody>
              {recommendations.map((one) => (
                <tr key={one.recommendation_id}>
                  <th scope="row">{one.name}<span className="small graduate-more">{one.programme}</span></th>
                  <td data-label={firm ? say.school : say.firm}>{firm ? one.school : one.firm}{!firm && one.partner && <span className="small graduate-more">{say.partner}</span>}</td>
                  <td data-label={say.post}>{one.post ?? '–'}</td>
                  <td data-label={say.state}>{RECOMMENDATION_STATES[one.state][language]}<span className="small graduate-more">{formatDate(one.since, language)} {one.note}</span></td>
                  <td><div className="button-row">{one.next.map(({ act, label }) => <Button key={act} kind="quiet" aria-label={`${label[language]} ${one.name}`} onClick={() => void move(one, act)}>{label[language]}</Button>)}</div></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
