import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
const samples = client.api['sample-tests'];
const seasons = client.api['step-up-seasons'];
export type SampleListing = Answer<(typeof samples)['$get']>;
export type SampleHead = SampleListing['tests'][number];
export type SampleTest = Answer<(typeof samples)[':sample_test_id']['$get']>;
export type SeasonHead = Answer<(typeof seasons)['$get']>['seasons'][number];
export type Season = Answer<(typeof seasons)[':college_id'][':year']['$get']>;
export type Decision = Season['students'][number]['decision'];
export type Appeal = Season['appeals'][number];
export type MyTests = Answer<(typeof client.api)['my-tests']['$get']>['students'][number];

export function useSampleTests() {
  return useQuery({ queryKey: ['tests', 'samples'], queryFn: () => ask(samples.$get()), retry: retryUnlessRefused });
}

export function useSampleTest(sample_test_id: string) {
  return useQuery({ queryKey: ['tests', 'samples', sample_test_id], queryFn: () => ask(samples[':sample_test_id'].$get({ param: { sample_test_id } })), retry: retryUnlessRefused });
}

export function useSeasons() {
  return useQuery({ queryKey: ['tests', 'seasons'], queryFn: () => ask(seasons.$get()), retry: retryUnlessRefused });
}

export function useSeason(college_id: string, year: string) {
  return useQuery({ queryKey: ['tests', 'seasons', college_id, year], queryFn: () => ask(seasons[':college_id'][':year'].$get({ param: { college_id, year } })), retry: retryUnlessRefused });
}

export function useMyTests() {
  return useQuery({ queryKey: ['tests', 'mine'], queryFn: () => ask(client.api['my-tests'].$get()), retry: retryUnlessRefused });
}

/** The list as it was closed, for whoever draws again. */
export const closedList = (sample_test_id: string) => ask(samples[':sample_test_id'].list.$get({ param: { sample_test_id } }));
