import { useQuery } from '@tanstack/react-query';
import { academicYearOf } from '../../../core/values/plain-date.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type YearAnswer = Answer<(typeof client.api.admissions.years)[':year']['$get']>;
export type ProgrammeAdmission = YearAnswer['programmes'][number];
export type AdmissionsAnswer = Answer<typeof client.api.admissions.$get>;
export type Admission = AdmissionsAnswer['admissions'][number];
export type AdmissionPreview = Answer<typeof client.api.admissions.preview.$post>;
export type Pair = AdmissionPreview['pairs'][number];
export type ListsAnswer = Answer<(typeof client.api)['student-lists']['$get']>;
export type SeasonAnswer = Answer<(typeof client.api)['e-registrations']['$get']>;
export type Season = SeasonAnswer['season'];

/** Everything of admission is asked anew once something of it was changed. */
export const ADMISSION = 'admission';
const MOST = 1000;

/** The year of new students that the pages are about: that of the address, else the school year of the day. */
export function useAdmissionYear(): readonly [year: number, set: (year: string) => void] {
  const { on } = useSettings().settings;
  const [asked, set] = useInAddress('year');
  return [/^\d{4}$/.test(asked) ? Number(asked) : academicYearOf(on), set];
}

export function useYear(year: number) {
  return useQuery({ queryKey: [ADMISSION, 'year', year], retry: retryUnlessRefused, queryFn: () => ask(client.api.admissions.years[':year'].$get({ param: { year } })) });
}

export interface AdmissionsAsked {
  readonly year: number;
  readonly school?: string;
  readonly programme?: string;
  readonly state?: Admission['state'];
}

export function admissionsQuery({ year, ...asked }: AdmissionsAsked) {
  return { queryKey: [ADMISSION, 'list', year, asked], retry: retryUnlessRefused, queryFn: () => ask(client.api.admissions.$get({ query: { year, ...asked, per_page: MOST } })) };
}

export function usePairs(year: number) {
  return useQuery({ queryKey: [ADMISSION, 'pairs', year], retry: retryUnlessRefused, queryFn: () => ask(client.api['admission-duplicates'].$get({ query: { year } })) });
}

export function useLists(year: number, school: string) {
  return useQuery({
    queryKey: [ADMISSION, 'lists', year, school], enabled: school !== '', retry: retryUnlessRefused, queryFn: () => ask(client.api['student-lists'].$get({ query: { year, school } })),
  });
}

export function useSeason(year: number, season: Season, school: string) {
  return useQuery({
    queryKey: [ADMISSION, 'season', year, season, school], retry: retryUnlessRefused,
    queryFn: () => ask(client.api['e-registrations'].$get({ query: { year, season, ...(school !== '' && { school }) } })),
  });
}
