import { useQuery } from '@tanstack/react-query';
import type { Area } from '../../../core/journals/journal-kind.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
const pages = client.api.work[':area'];
const entries = client.api['journal-entries'][':entry_id'];

export type WorkAnswer = Answer<(typeof pages)['$get']>;
export type Entry = Answer<(typeof entries)['$get']>;
export type EntryAct = Entry['acts'][number];
export type JudgedWork = WorkAnswer['verdicts'][number];
export type Day = NonNullable<WorkAnswer['mine']>;

export function useWork(area: Area, campus_id: string, on: string) {
  const query = { on, ...(campus_id !== '' && { campus_id }) };
  return useQuery({ queryKey: ['work', area, query], queryFn: () => ask(pages.$get({ param: { area }, query })), retry: retryUnlessRefused, placeholderData: (before) => before });
}

export function useEntry(entry_id: string) {
  return useQuery({ queryKey: ['work', 'entry', entry_id], queryFn: () => ask(entries.$get({ param: { entry_id } })), retry: retryUnlessRefused });
}
