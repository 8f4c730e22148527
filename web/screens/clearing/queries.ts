import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

export type BillsAnswer = AnswerOf<Awaited<ReturnType<typeof client.api.bills.$get>>>;
export type FeeRate = BillsAnswer['rates'][number];

export const CLEARING = 'clearing';

export function useBills(college_id: string, academic_year: number, due_on: string, class_id: string) {
  const query = { college_id, academic_year, due_on, ...(class_id !== '' && { class_id }) };
  return useQuery({ queryKey: [CLEARING, 'bills', query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.bills.$get({ query })) });
}
