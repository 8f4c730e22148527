import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

export type Appraisals = AnswerOf<Awaited<ReturnType<(typeof client.api.appraisals)['$get']>>>;
export type Session = Appraisals['sessions'][number];
export type Benefits = AnswerOf<Awaited<ReturnType<(typeof client.api.benefits)['$get']>>>;
export type Claim = Benefits['claims'][number];
export type ClaimAct = Claim['may'][number];

export function useAppraisals() {
  return useQuery({ queryKey: ['benefits', 'appraisals'], queryFn: () => ask(client.api.appraisals.$get()) });
}

export function useBenefits() {
  return useQuery({ queryKey: ['benefits', 'list'], queryFn: () => ask(client.api.benefits.$get()) });
}
