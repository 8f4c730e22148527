import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type Matter = Answer<(typeof client.api.matters)[':matter_id']['$get']>;
export type MatterHead = Answer<typeof client.api.matters.$get>['matters'][number];
export type Entry = Matter['entries'][number];
export type Prospect = Matter['next'][number];
export type Delegations = Answer<typeof client.api.delegations.$get>;

export interface MatterFilter {
  readonly kind?: string;
  readonly subject?: string;
  readonly open?: 'yes';
  readonly mine?: 'yes';
}

export function useMatters(filter: MatterFilter, wanted = true) {
  return useQuery({ queryKey: ['matters', filter], queryFn: () => ask(client.api.matters.$get({ query: filter })), retry: retryUnlessRefused, enabled: wanted });
}

export function useMatter(matter_id: string) {
  return useQuery({ queryKey: ['matter', matter_id], queryFn: () => ask(client.api.matters[':matter_id'].$get({ param: { matter_id } })), retry: retryUnlessRefused });
}

export function useImpact(key: string, { value, from }: Matter['details'], wanted: boolean) {
  return useQuery({
    queryKey: ['impact', key, value, from], enabled: wanted && value !== undefined && from !== undefined, retry: retryUnlessRefused,
    queryFn: () => ask(client.api['parameter-impact'].$get({ query: { key, value: value ?? '', from: from ?? '' } })),
  });
}

export function useDelegations() {
  return useQuery({ queryKey: ['delegations'], queryFn: () => ask(client.api.delegations.$get()), retry: retryUnlessRefused });
}
