import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type PlanHead = Answer<typeof client.api.plans.$get>['plans'][number];
export type Plan = Answer<(typeof client.api.plans)[':matter_id']['$get']>;
export type PlanLine = Plan['lines'][number];
export type Programme = Plan['programmes'][number];
export type Outlook = NonNullable<Plan['outlook']>;
export type Fit = Outlook['lines'][number]['fit'];

export function usePlans() {
  return useQuery({ queryKey: ['plans'], queryFn: () => ask(client.api.plans.$get()), retry: retryUnlessRefused });
}

export function usePlan(matter_id: string) {
  return useQuery({ queryKey: ['plans', matter_id], queryFn: () => ask(client.api.plans[':matter_id'].$get({ param: { matter_id } })), retry: retryUnlessRefused });
}

export interface TriedLine {
  readonly programme_id: string;
  readonly secondary_heads: number;
}

/** What the campuses could hold with lines that are being typed; the last answer stays until the next is there. */
export function useOutlook(matter_id: string, lines: readonly TriedLine[], wanted: boolean) {
  return useQuery({
    queryKey: ['plans', matter_id, 'outlook', lines], enabled: wanted, retry: retryUnlessRefused, placeholderData: keepPreviousData,
    queryFn: () => ask(client.api.plans[':matter_id'].outlook.$post({ param: { matter_id }, json: { lines: [...lines] } })),
  });
}
