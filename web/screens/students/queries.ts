import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ask, client, type AnswerOf } from '../../client.ts';
import { inPath, retryUnlessRefused } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type RollPage = Answer<typeof client.api.roll.$get>;
export type RollEntry = RollPage['entries'][number];
export type StudentRoll = Answer<(typeof client.api.roll)[':student_id']['$get']>;
export type RollChange = StudentRoll['changes'][number];
export type NextChange = StudentRoll['next'][number];
export type RollList = Answer<(typeof client.api)['roll-lists'][':kind']['$get']>;
export type Custody = Answer<(typeof client.api)['roll-custody']['$get']>;
export type ListKind = 'advance' | 'step_up' | 'leave';

/** What narrows the list, as the address holds it. */
export type RollQuery = Omit<NonNullable<Parameters<typeof client.api.roll.$get>[0]['query']>, 'on' | 'after_name' | 'after_id'>;

export function useRoll(filter: RollQuery) {
  const { on } = useAsked();
  return useInfiniteQuery({
    queryKey: ['roll', filter, on], retry: retryUnlessRefused, initialPageParam: null as RollPage['next'],
    queryFn: ({ pageParam }) => ask(client.api.roll.$get({ query: { ...filter, on, ...(pageParam !== null && { after_name: pageParam.name, after_id: pageParam.student_id }) } })),
    getNextPageParam: ({ next }) => next,
  });
}

export function useStudentRoll(student_id: string) {
  const { on } = useAsked();
  return useQuery({ queryKey: ['roll-of', student_id, on], retry: retryUnlessRefused, queryFn: () => ask(client.api.roll[':student_id'].$get({ param: { student_id: inPath(student_id) }, query: { on } })) });
}

export function useRollList(kind: ListKind, keeper: string, of: { readonly year?: string; readonly on?: string }) {
  return useQuery({
    queryKey: ['roll-list', kind, keeper, of], enabled: keeper !== '', retry: retryUnlessRefused,
    queryFn: () => ask(client.api['roll-lists'][':kind'].$get({ param: { kind }, query: { keeper, ...of } })),
  });
}

export function useCustody() {
  const { on } = useAsked();
  return useQuery({ queryKey: ['roll-custody', on], retry: retryUnlessRefused, queryFn: () => ask(client.api['roll-custody'].$get({ query: { on } })) });
}
