import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
const { coordination } = client.api;
export type Coordination = Answer<(typeof coordination)['$get']>;
export type OfficeMatter = Coordination['matters'][number];
export type Circular = Coordination['circulars'][number];
export type PilotLog = Answer<(typeof coordination.log)['$get']>;
export type LogEntry = PilotLog['entries'][number];

export type Report = Answer<(typeof coordination.report)['$get']>;
export type Run = Report['sections'][number]['paragraphs'][number][number];

export const COORDINATION = 'coordination';

export function useCoordination() {
  return useQuery({ queryKey: [COORDINATION, 'matters'], queryFn: () => ask(coordination.$get()), retry: retryUnlessRefused });
}

export function usePilotLog(year?: number) {
  return useQuery({ queryKey: [COORDINATION, 'log', year], placeholderData: keepPreviousData, retry: retryUnlessRefused, queryFn: () => ask(coordination.log.$get({ query: year === undefined ? {} : { year: String(year) } })) });
}

export function useReport(kind: Report['kind'], period: string) {
  return useQuery({ queryKey: [COORDINATION, 'report', kind, period], retry: retryUnlessRefused, queryFn: () => ask(coordination.report.$get({ query: { kind, ...(period !== '' && { period }) } })) });
}
