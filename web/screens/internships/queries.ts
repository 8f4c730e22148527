import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type Pool = Answer<(typeof client.api)['internship-posts']['$get']>;
export type Post = Pool['posts'][number];
export type Need = NonNullable<Pool['needs']>[number];
export type Listing = Answer<(typeof client.api.internships)['$get']>;
export type Intern = Listing['internships'][number];
export type Whole = Answer<(typeof client.api.internships)[':placement_id']['$get']>;
export type Party = Intern['waiting'][number];
export type Act = Intern['may'][number];
export type Mine = Answer<(typeof client.api)['my-internships']['$get']>;

export function usePool() {
  return useQuery({ queryKey: ['internships', 'posts'], queryFn: () => ask(client.api['internship-posts'].$get()) });
}

export function useInterns() {
  return useQuery({ queryKey: ['internships', 'list'], queryFn: () => ask(client.api.internships.$get({ query: {} })) });
}

export function useInternship(placement_id: string) {
  return useQuery({ queryKey: ['internships', placement_id], retry: retryUnlessRefused, queryFn: () => ask(client.api.internships[':placement_id'].$get({ param: { placement_id } })) });
}

export function useCandidates(post_id: string) {
  return useQuery({ queryKey: ['internships', 'candidates', post_id], retry: retryUnlessRefused, queryFn: () => ask(client.api['internship-candidates'].$get({ query: { post_id } })) });
}

export function useMyInternships() {
  return useQuery({ queryKey: ['internships', 'mine'], queryFn: () => ask(client.api['my-internships'].$get()) });
}
