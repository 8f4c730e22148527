import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

export type Coverage = AnswerOf<Awaited<ReturnType<(typeof client.api.insurance)['$get']>>>;
export type Policy = Coverage['policies'][number];
export type Uncovered = Coverage['uncovered'][number];

export function useCoverage(on: string, school_id: string) {
  return useQuery({ queryKey: ['insurance', on, school_id], queryFn: () => ask(client.api.insurance.$get({ query: { ...(on !== '' && { on }), ...(school_id !== '' && { school_id }) } })), placeholderData: (before) => before });
}
