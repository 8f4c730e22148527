import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

type Answer<Get extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Get>>>;
export type StandingAnswer = Answer<typeof client.api.certificates.standing.$get>;
export type Group = StandingAnswer['groups'][number];
export type CertificatesAnswer = Answer<typeof client.api.certificates.$get>;
export type Certificate = CertificatesAnswer['certificates'][number];

export const CERTIFICATES = 'certificates';
export const PER_PAGE = 50;

export function useStanding(on: string) {
  return useQuery({ queryKey: [CERTIFICATES, 'standing', on], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.certificates.standing.$get({ query: { on } })) });
}

export interface Narrowed {
  readonly verified: string;
  readonly find: string;
}

export function useCertificates({ verified, find }: Narrowed, page: number) {
  const only = verified === 'yes' || verified === 'no' ? { verified } as const : {};
  const query = { page, per_page: PER_PAGE, ...only, ...(find !== '' && { find }) };
  return useQuery({ queryKey: [CERTIFICATES, 'list', query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.certificates.$get({ query })) });
}
