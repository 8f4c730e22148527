import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import type { Role } from '../../../core/access/roles.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type Person = Answer<(typeof client.api.people)[':person_id']['$get']>;
export type PersonKind = Person['kind'];
export type PersonState = Person['state'];
export type Appointment = Person['appointments'][number];
export type Ward = Person['wards'][number];
export type Places = Answer<typeof client.api.appointments.places.$get>;

export const PERSON_KINDS: readonly PersonKind[] = ['staff', 'student', 'guardian'];
export const PERSON_STATES: readonly PersonState[] = ['active', 'waiting', 'none', 'closed'];

/** What the list is narrowed to; what is left out narrows nothing. */
export interface PeopleFilter {
  readonly search?: string;
  readonly kind?: PersonKind;
  readonly role?: Role;
  readonly org_id?: string;
  readonly state?: PersonState;
}

/** People by name, a hundred at a time. */
export function usePeople(filter: PeopleFilter) {
  return useInfiniteQuery({
    queryKey: ['people', filter],
    queryFn: ({ pageParam }) => ask(client.api.people.$get({ query: { ...filter, ...(pageParam !== null && { after: pageParam }) } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function usePerson(person_id: string) {
  return useQuery({ queryKey: ['person', person_id], queryFn: () => ask(client.api.people[':person_id'].$get({ param: { person_id } })) });
}

/** Institutions, campuses and classes that an appointment can name. */
export function usePlaces(wanted = true) {
  return useQuery({ queryKey: ['places'], queryFn: () => ask(client.api.appointments.places.$get()), enabled: wanted });
}
