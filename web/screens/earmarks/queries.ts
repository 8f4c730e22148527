import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

export type EarmarksAnswer = AnswerOf<Awaited<ReturnType<typeof client.api.earmarks.$get>>>;
export type EarmarkCampus = EarmarksAnswer['campuses'][number];
export type EarmarkSpending = EarmarkCampus['spending'][number];
export type FundingNeed = EarmarksAnswer['needs'][number];
export type Allowed = EarmarksAnswer['allowed'];

export const EARMARKS = 'earmarks';

export function useEarmarks(fiscal_year: number) {
  return useQuery({ queryKey: [EARMARKS, fiscal_year], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.earmarks.$get({ query: { fiscal_year } })) });
}
