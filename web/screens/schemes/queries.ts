import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type Schemes = Answer<typeof client.api.schemes.$get>;
export type SchemeHead = Schemes['schemes'][number];
export type Scheme = Answer<(typeof client.api.schemes)[':matter_id']['$get']>;
export type Content = NonNullable<Scheme['content']>;
export type Course = Content['courses'][number];

export function useSchemes() {
  return useQuery({ queryKey: ['schemes'], queryFn: () => ask(client.api.schemes.$get()), retry: retryUnlessRefused });
}

export function useScheme(matter_id: string) {
  return useQuery({ queryKey: ['schemes', matter_id], queryFn: () => ask(client.api.schemes[':matter_id'].$get({ param: { matter_id } })), retry: retryUnlessRefused });
}

export function useRevision(matter_id: string, revision: number, wanted: boolean) {
  return useQuery({
    queryKey: ['schemes', matter_id, revision], enabled: wanted, retry: retryUnlessRefused, staleTime: Infinity,
    queryFn: () => ask(client.api.schemes[':matter_id'].revisions[':revision'].$get({ param: { matter_id, revision: String(revision) } })),
  });
}
