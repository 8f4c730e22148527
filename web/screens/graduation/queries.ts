import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { dayOf, retryUnlessRefused, type Asked } from '../../provenance/asked.ts';

export type GraduationAnswer = AnswerOf<Awaited<ReturnType<typeof client.api.graduation.$get>>>;
export type Audited = GraduationAnswer['students'][number];
export type AuditedLine = Audited['requirements'][number];
export type GraduationOutcome = Audited['outcome'];

export const GRADUATION_OUTCOME_NAMES = ['graduated', 'completed', 'incomplete', 'undetermined'] as const satisfies readonly GraduationOutcome[];
export const PER_PAGE = 50;

/** What the list is narrowed to; empty text: not at all. */
export interface GraduationFilter {
  readonly outcome: GraduationOutcome | '';
  readonly school_id: string;
  readonly find: string;
}

/** As the address holds it; what it names and there is not is left out. */
export function filterFrom(search: string): GraduationFilter {
  const given = new URLSearchParams(search);
  return { outcome: GRADUATION_OUTCOME_NAMES.find((one) => one === given.get('outcome')) ?? '', school_id: given.get('school') ?? '', find: given.get('find') ?? '' };
}

export function useGraduation(asked: Asked, { outcome, school_id, find }: GraduationFilter, page: number) {
  const query = {
    ...dayOf(asked), page, per_page: PER_PAGE,
    ...(outcome !== '' && { outcome }), ...(school_id !== '' && { school_id }), ...(find !== '' && { find }),
  };
  return useQuery({ queryKey: ['graduation', query], queryFn: () => ask(client.api.graduation.$get({ query })), retry: retryUnlessRefused, placeholderData: keepPreviousData });
}
