import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refusal } from '../../client.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { answerWords } from '../../words/answer.ts';
import { Button } from '../Button/Button.tsx';
import { Notice } from '../Notice/Notice.tsx';

interface AnswerProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}

/** What a request came back with: waiting, the server's refusal in its own words, or the answer. An older answer stays while a new one is asked for. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <PageLoading />;
  return <Fault error={query.error} retry={() => void query.refetch()} />;
}

/** What went wrong, what was kept, and the way to try again. */
export function Fault({ error, retry }: { error: Error; retry?: () => void }) {
  const say = useWords(answerWords);
  const { language } = useSettings().settings;
  const problem = error instanceof Refusal ? error.problem : null;
  const title = problem === null ? say.notReached : language === 'zh' ? problem.title : problem.title_en;
  const detail = problem === null ? say.notReachedHelp : language === 'zh' ? problem.detail : problem.detail_en;
  return (
    <Notice kind="fault" title={title} announce {...(retry !== undefined && { actions: <Button onClick={retry}>{say.again}</Button> })}>
      {detail}
      {problem?.incident !== undefined && ` ${say.incident(problem.incident)}`}
    </Notice>
  );
}
