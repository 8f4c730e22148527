import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
const documents = client.api.documents;
export type DocumentHead = Answer<(typeof documents)['$get']>['documents'][number];
export type DocumentAnswer = Answer<(typeof documents)[':document_id']['$get']>;
export type AttachedFile = Answer<(typeof client.api.files)['$get']>['files'][number];

export interface Asked {
  readonly kind: DocumentHead['kind'] | '';
  readonly filter: string;
  readonly page: number;
}

export const PER_PAGE = 50;

export function useDocuments({ kind, filter, page }: Asked) {
  return useQuery({
    queryKey: ['documents', 'list', kind, filter, page],
    queryFn: () => ask(documents.$get({ query: { filter, page: String(page), per_page: String(PER_PAGE), ...(kind !== '' && { kind }) } })),
    placeholderData: (before) => before,
  });
}

export function useDocument(document_id: string) {
  return useQuery({ queryKey: ['documents', document_id], queryFn: () => ask(documents[':document_id'].$get({ param: { document_id } })) });
}

export function useSeries() {
  return useQuery({ queryKey: ['documents', 'series'], queryFn: () => ask(client.api['number-series'].$get()) });
}

export function useFiles(about: string) {
  return useQuery({ queryKey: ['files', about], queryFn: () => ask(client.api.files.$get({ query: { about } })) });
}
