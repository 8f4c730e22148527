import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type Teaching = Answer<typeof client.api.teaching.$get>;
export type TaughtClass = Teaching['classes'][number];
export type OfferingHead = Teaching['offerings'][number];
export type Offering = Answer<(typeof client.api.offerings)[':offering_id']['$get']>;
export type RosterRow = NonNullable<Offering['roster']>[number];
export type Conduct = Answer<typeof client.api.conduct.$get>;
export type Studies = Answer<(typeof client.api)['five-years']['studies']['$get']>['students'][number];

export function useTeaching(term: string) {
  return useQuery({ queryKey: ['teaching', term], queryFn: () => ask(client.api.teaching.$get({ query: term === '' ? {} : { term } })), retry: retryUnlessRefused });
}

export function useOffering(offering_id: string) {
  return useQuery({ queryKey: ['teaching', 'offering', offering_id], queryFn: () => ask(client.api.offerings[':offering_id'].$get({ param: { offering_id } })), retry: retryUnlessRefused });
}

export function useConduct(class_id: string, academic_year: number) {
  return useQuery({ queryKey: ['teaching', 'conduct', class_id, academic_year], queryFn: () => ask(client.api.conduct.$get({ query: { class_id, academic_year: String(academic_year) } })), retry: retryUnlessRefused });
}

export function useStudies() {
  return useQuery({ queryKey: ['teaching', 'own'], queryFn: () => ask(client.api['five-years'].studies.$get()), retry: retryUnlessRefused });
}
