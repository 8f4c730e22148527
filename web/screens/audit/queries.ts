import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { date } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type AuditEntry = Answer<typeof client.api.audit.$get>['entries'][number];
export type AuditState = Answer<typeof client.api.audit.state.$get>;

/** What the entries are narrowed to; empty text and null narrow nothing. */
export interface AuditFilter {
  readonly action: string;
  readonly actor: string;
  readonly object: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

export const PER_PAGE = 50;

/** A page of entries. Reading them is written down, so that nothing asks again by itself. */
export function useEntries({ action, actor, object, from, to }: AuditFilter, page: number) {
  const query = {
    ...(action !== '' && { action }), ...(actor !== '' && { actor }), ...(object !== '' && { object }),
    ...(from !== null && { from: date(from) }), ...(to !== null && { to: date(to) }), page: String(page), per_page: String(PER_PAGE),
  };
  return useQuery({
    queryKey: ['audit', query], queryFn: () => ask(client.api.audit.$get({ query })), placeholderData: keepPreviousData, refetchOnReconnect: false, staleTime: 0,
  });
}

export function useAuditState() {
  return useQuery({ queryKey: ['audit-state'], queryFn: () => ask(client.api.audit.state.$get()), staleTime: 0 });
}
