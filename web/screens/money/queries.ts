import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

export type GrantsAnswer = AnswerOf<Awaited<ReturnType<(typeof client.api)['grant-arrears']['$get']>>>;
export type GrantOfCampus = GrantsAnswer['campuses'][number];
export type LedgerAnswer = AnswerOf<Awaited<ReturnType<typeof client.api.ledger.$get>>>;
export type LedgerEntry = AnswerOf<Awaited<ReturnType<typeof client.api.ledger.entries.$get>>>['entries'][number];

const MONEY = 'money';
const PER_PAGE = 50;

export function useOpenClearing() {
  return useQuery({ queryKey: [MONEY, 'clearing'], retry: retryUnlessRefused, queryFn: () => ask(client.api.ledger.clearing.$get()) });
}

export function useGrantArrears(fiscal_year: number) {
  return useQuery({ queryKey: [MONEY, 'grants', fiscal_year], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api['grant-arrears'].$get({ query: { fiscal_year } })) });
}

export function useLedger(known_on: string) {
  const query = known_on === '' ? {} : { known_on };
  return useQuery({ queryKey: [MONEY, 'ledger', query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.ledger.$get({ query })) });
}

/** Page by page from where the one before ended. */
export function useEntries(account: string, known_on: string) {
  return useInfiniteQuery({
    queryKey: [MONEY, 'entries', account, known_on], retry: retryUnlessRefused, initialPageParam: '',
    queryFn: ({ pageParam }) => ask(client.api.ledger.entries.$get({ query: { account, limit: PER_PAGE, ...(known_on !== '' && { known_on }), ...(pageParam !== '' && { after: pageParam }) } })),
    getNextPageParam: ({ more, entries }) => (more ? entries.at(-1)?.key : undefined),
  });
}
