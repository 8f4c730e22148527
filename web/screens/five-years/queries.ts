import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

export type FiveYears = AnswerOf<Awaited<ReturnType<(typeof client.api)['five-years']['$get']>>>;
export type Followed = FiveYears['students'][number];

export function useFiveYears() {
  return useQuery({ queryKey: ['agreements', 'five-years'], queryFn: () => ask(client.api['five-years'].$get()) });
}
