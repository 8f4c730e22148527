import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type DutyGroup = Answer<(typeof client.api.duties.mine)['$get']>['groups'][number];
export type Duty = Answer<(typeof client.api.duties)['$get']>['duties'][number];
export type HolidayYear = Answer<(typeof client.api.holidays)['$get']>['years'][number];

export const PER_PAGE = 50;

/** What is due from me, or what is late with anybody whom I see. */
export function useDutyGroups(which: 'mine' | 'late') {
  return useQuery({ queryKey: ['duties', which], queryFn: () => ask(which === 'mine' ? client.api.duties.mine.$get() : client.api.duties.late.$get()), retry: retryUnlessRefused });
}

export interface AskedList {
  readonly duty: string;
  readonly due_on?: string;
  /** The post that owes them; null for one's own. */
  readonly owed_by: string | null;
  readonly page: number;
}

/** Duties of one kind, one by one. */
export function useDuties({ duty, due_on, owed_by, page }: AskedList) {
  return useQuery({
    queryKey: ['duties', 'list', duty, due_on, owed_by, page],
    queryFn: () => ask(client.api.duties.$get({ query: { duty, state: 'owed', ...(due_on !== undefined && { due_on }), ...(owed_by === null ? { mine: '1' as const } : { owed_by }), page: String(page), per_page: String(PER_PAGE) } })),
    retry: retryUnlessRefused,
  });
}

/** What is owed about one thing (`campus:C1`), by whomever I see. */
export function useDutiesAbout(about: string, page: number) {
  return useQuery({
    queryKey: ['duties', 'about', about, page],
    queryFn: () => ask(client.api.duties.$get({ query: { about, state: 'owed', page: String(page), per_page: String(PER_PAGE) } })),
    retry: retryUnlessRefused,
  });
}

export function useHolidays() {
  return useQuery({ queryKey: ['holidays'], queryFn: () => ask(client.api.holidays.$get()), retry: retryUnlessRefused });
}

/** The day from which duties are owed, and how many it leaves done with; or how many another day would. */
export function useDutyStart(if_from: string | null) {
  return useQuery({ queryKey: ['duties', 'start', if_from], queryFn: () => ask(client.api.duties.start.$get({ query: if_from === null ? {} : { if_from } })), retry: retryUnlessRefused });
}
