import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DIPLOMA_KIND_IDS, DIPLOMA_STATES, type DiplomaState } from '../../../core/diplomas/diploma-kinds.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type DiplomasAnswer = Answer<typeof client.api.diplomas.$get>;
export type Diploma = DiplomasAnswer['diplomas'][number];
export type DueAnswer = Answer<typeof client.api.diplomas.secondary.$get>;

/** What may be done with one. */
export type DiplomaAct = 'hand_over' | 'reissue';

const DIPLOMAS = 'diplomas';
export const PER_PAGE = 50;
export const STATES = Object.keys(DIPLOMA_STATES) as readonly DiplomaState[];

export interface Narrowed {
  readonly kind: string;
  readonly state: string;
  readonly find: string;
}

export function useDiplomas({ kind, state, find }: Narrowed, page: number) {
  const [of, stands] = [DIPLOMA_KIND_IDS.find((one) => one === kind), STATES.find((one) => one === state)];
  const query = { page, per_page: PER_PAGE, ...(of !== undefined && { kind: of }), ...(stands !== undefined && { state: stands }), ...(find !== '' && { find }) };
  return useQuery({ queryKey: [DIPLOMAS, query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.diplomas.$get({ query })) });
}

export function useSecondaryDue() {
  return useQuery({ queryKey: [DIPLOMAS, 'secondary'], retry: retryUnlessRefused, queryFn: () => ask(client.api.diplomas.secondary.$get()) });
}
