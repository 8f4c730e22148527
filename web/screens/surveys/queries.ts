import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

const { surveys } = client.api;
export type Surveys = AnswerOf<Awaited<ReturnType<(typeof surveys)['$get']>>>;
export type Survey = Surveys['surveys'][number];
export type GroupResult = NonNullable<Survey['results']>[number];

export const SURVEYS = 'surveys';

export function useSurveys() {
  return useQuery({ queryKey: [SURVEYS, 'all'], retry: retryUnlessRefused, queryFn: () => ask(surveys.$get()) });
}

export function useOwnSurvey(asked = true) {
  return useQuery({ queryKey: [SURVEYS, 'mine'], enabled: asked, retry: retryUnlessRefused, queryFn: () => ask(surveys.mine.$get()) });
}
