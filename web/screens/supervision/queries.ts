import { useQuery } from '@tanstack/react-query';
import type { VisitKind } from '../../../core/supervision/visit.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
const visits = client.api.supervision;
export type Listing = Answer<(typeof visits)['$get']>;
export type VisitHead = Listing['visits'][number];
export type DueVisit = Listing['due'][number];
export type Visit = Answer<(typeof visits)[':visit_id']['$get']>;
export type FoundLine = Visit['lines'][number];
export type AskedLine = Pick<FoundLine, 'line' | 'clause' | 'label' | 'about'>;

export function useVisits() {
  return useQuery({ queryKey: ['supervision', 'list'], queryFn: () => ask(visits.$get()), retry: retryUnlessRefused });
}

export function useVisit(visit_id: string) {
  return useQuery({ queryKey: ['supervision', 'visit', visit_id], queryFn: () => ask(visits[':visit_id'].$get({ param: { visit_id } })), retry: retryUnlessRefused });
}

export function useChecklist(query: { readonly kind: VisitKind; readonly college_id: string; readonly school_id: string; readonly on: string }) {
  return useQuery({ queryKey: ['supervision', 'checklist', query], queryFn: () => ask(client.api['supervision-checklist'].$get({ query })), retry: retryUnlessRefused });
}
