import { useMemo } from 'react';
import type { Article, Pack } from '../../../core/policy/pack.ts';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { boundWords, clausesWords } from '../../words/clauses.ts';
import { useLocation } from 'wouter';
import type { OverviewAnswer, ParameterAnswer } from '../../provenance/answers.ts';
import { ClauseItem } from './ClauseItem.tsx';
import { ClauseTools } from './ClauseTools.tsx';
import { isWanted, standingOf } from './standing.ts';
import type { Wanted } from './standing.ts';

interface ClauseListProps {
  readonly pack: Pack;
  /** Null: not fetched. */
  readonly overview: OverviewAnswer | null;
  readonly parameters: readonly ParameterAnswer[];
  readonly current: string;
}

/** The clauses by article, those asked for. */
export function ClauseList({ pack, overview, parameters, current }: ClauseListProps) {
  const say = useWords(clausesWords);
  const bound = useWords(boundWords);
  const { language } = useSettings().settings;
  const href = useHref();
  const [, navigate] = useLocation();
  const wanted = useWanted();
  const standings = useMemo(
    () => new Map(overview === null ? [] : pack.clauses.map((clause) => [clause.id, standingOf(clause, overview, language)])),
    [pack, overview, language],
  );
  const articles = pack.articles.map((article): Article => ({
    ...article,
    clauses: article.clauses.filter((clause) => isWanted(clause, article.id, wanted, standings.get(clause.id) ?? null, [
      clause.id, clause.summary[language], article.title[language], ...clause.binds.map((one) => bound[one]),
    ])),
  })).filter((article) => article.clauses.length > 0);
  const found = articles.reduce((sum, article) => sum + article.clauses.length, 0);
  return (
    <div className="clause-list">
      <ClauseTools pack={pack} wanted={wanted} />
      <p className="small" role="status">
        {say.found(found, pack.clauses.length)}
      </p>
      {found === 0 && (
        <EmptyState title={say.none} actions={<Button onClick={() => navigate(href('/clauses'))}>{say.clear}</Button>}>
          {say.noneHelp}
        </EmptyState>
      )}
      {articles.map((article) => (
        <section key={article.id} aria-labelledby={`article-${article.id}`}>
          <h2 id={`article-${article.id}`} className="article-title">
            <span className="article-id">{article.id}</span> {article.title[language]}
            <ArticleServed article={pack.articles.find((a) => a.id === article.id) ?? article} />
          </h2>
          {article.clauses.map((clause) => (
            <ClauseItem
              key={clause.id}
              clause={clause}
              pack={pack}
              standing={standings.get(clause.id) ?? null}
              parameters={parameters.filter((p) => p.clause === clause.id)}
              current={clause.id === current}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function ArticleServed({ article }: { article: Article }) {
  const say = useWords(clausesWords);
  const served = article.clauses.filter((clause) => clause.served_by.length > 0).length;
  return (
    <span className="small article-served">
      <span aria-hidden="true">{say.servedOf(served, article.clauses.length)}</span>
      <span className="hidden-text">{say.servedOfSpoken(served, article.clauses.length)}</span>
    </span>
  );
}

function useWanted(): Wanted {
  const [words] = useInAddress('q');
  const [article] = useInAddress('article');
  const [serving] = useInAddress('serving');
  const [bound] = useInAddress('bound');
  return { words, article, serving, bound };
}
