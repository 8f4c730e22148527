import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { dayOf, retryUnlessRefused, type Asked } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type EmploymentAnswer = Answer<typeof client.api.employment.$get>;
export type GroupRates = EmploymentAnswer['groups'][number];
export type RatesOnDay = GroupRates['days'][number];
export type Rate = RatesOnDay['city']['employed'];
export type Retention = EmploymentAnswer['retention'][number];
export type Quality = NonNullable<EmploymentAnswer['quality']>;
export type GraduatesAnswer = Answer<typeof client.api.employment.graduates.$get>;
export type Graduate = GraduatesAnswer['graduates'][number];
export type Destination = Graduate['destinations'][number];
export type ServicesAnswer = Answer<typeof client.api.employment.services.$get>;
export type ReleasesAnswer = Answer<typeof client.api.employment.releases.$get>;
export type Recommendation = ReleasesAnswer['recommendations'][number];
export type Post = ReleasesAnswer['posts'][number];
export type FirmAnswer = Answer<typeof client.api.employment.firm.$get>;
export type Service = ServicesAnswer['services'][number];

/** Everything of employment is asked anew once something of it was changed. */
export const EMPLOYMENT = 'employment';

/** The year of an address, if it is one. */
export const yearQuery = (year: string): { year?: string } => (/^\d{4}$/.test(year) ? { year } : {});

export function useEmployment(asked: Asked, year: string) {
  return useQuery({ queryKey: [EMPLOYMENT, 'numbers', asked.on, asked.known, year], retry: retryUnlessRefused, queryFn: () => ask(client.api.employment.$get({ query: { ...dayOf(asked), ...yearQuery(year) } })) });
}

export interface GraduatesAsked {
  readonly year?: string;
  readonly school_id?: string;
}

export function graduatesQuery({ on }: Pick<Asked, 'on'>, asked: GraduatesAsked) {
  return { queryKey: [EMPLOYMENT, 'graduates', on, asked], retry: retryUnlessRefused, queryFn: () => ask(client.api.employment.graduates.$get({ query: { on, ...asked } })) };
}

export function useServices({ on }: Pick<Asked, 'on'>, year: string) {
  return useQuery({ queryKey: [EMPLOYMENT, 'services', on, year], retry: retryUnlessRefused, queryFn: () => ask(client.api.employment.services.$get({ query: { on, ...yearQuery(year) } })) });
}
