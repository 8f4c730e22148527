import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { PER_PAGE } from './queries.ts';

export type DecisionList = AnswerOf<Awaited<ReturnType<typeof client.api.graduation.list.$get>>>;
export type DecidedAnswer = AnswerOf<Awaited<ReturnType<typeof client.api.graduation.decided.$get>>>;
export type Decided = DecidedAnswer['graduations'][number];

export function useDecisionList(college_id: string, on: string) {
  return useQuery({ queryKey: ['graduation', 'list', college_id, on], enabled: college_id !== '', retry: retryUnlessRefused, queryFn: () => ask(client.api.graduation.list.$get({ query: { college_id, on } })) });
}

export function useDecided(matter_id: string, find: string, page: number) {
  const query = { page, per_page: PER_PAGE, ...(matter_id !== '' && { matter_id }), ...(find !== '' && { find }) };
  return useQuery({ queryKey: ['graduation', 'decided', query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.graduation.decided.$get({ query })) });
}
