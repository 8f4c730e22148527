import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
const agreements = client.api.agreements;
export type Listing = Answer<(typeof agreements)['$get']>;
export type Listed = Listing['agreements'][number];
export type Agreement = Answer<(typeof agreements)[':agreement_id']['$get']>;
export type Party = Agreement['missing'][number];
export type Preparation = Answer<(typeof client.api)['agreement-preparation']['$get']>;
export type FilledYear = Preparation['years'][number];

export function useListing(cohort: string) {
  return useQuery({ queryKey: ['agreements', 'list', cohort], queryFn: () => ask(agreements.$get({ query: cohort === '' ? {} : { cohort } })), placeholderData: (before) => before });
}

export function useAgreement(agreement_id: string) {
  return useQuery({ queryKey: ['agreements', agreement_id], retry: retryUnlessRefused, queryFn: () => ask(agreements[':agreement_id'].$get({ param: { agreement_id } })) });
}

export function usePreparation(cohort: string, programme_id: string) {
  return useQuery({
    queryKey: ['agreements', 'preparation', cohort, programme_id], retry: retryUnlessRefused, enabled: programme_id !== '',
    queryFn: () => ask(client.api['agreement-preparation'].$get({ query: { cohort, programme_id } })),
  });
}
