import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OrderKind } from '../../../core/orders/order-kinds.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';

export type BillsAnswer = AnswerOf<Awaited<ReturnType<typeof client.api.bills.$get>>>;
export type FeeRate = BillsAnswer['rates'][number];

export type BankFile = AnswerOf<Awaited<ReturnType<(typeof client.api)['bank-files']['$post']>>>;
export type BankLine = AnswerOf<Awaited<ReturnType<(typeof client.api)['bank-lines']['$get']>>>['lines'][number];
export type Order = AnswerOf<Awaited<ReturnType<(typeof client.api)['payment-orders']['$get']>>>;
export type LineState = 'waiting' | 'match' | 'return';

export const CLEARING = 'clearing';

export function useBills(college_id: string, academic_year: number, due_on: string, class_id: string) {
  const query = { college_id, academic_year, due_on, ...(class_id !== '' && { class_id }) };
  return useQuery({ queryKey: [CLEARING, 'bills', query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api.bills.$get({ query })) });
}

const LINES_PER_PAGE = 50;

export function useBankLines(college_id: string, state: LineState, page: number) {
  const query = { college_id, state, page, per_page: LINES_PER_PAGE };
  return useQuery({ queryKey: [CLEARING, 'lines', query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api['bank-lines'].$get({ query })) });
}

export function useOrderProposal(payer_id: string, kind: OrderKind, year: number) {
  const query = { payer_id, kind, year };
  return useQuery({ queryKey: [CLEARING, 'proposal', query], retry: retryUnlessRefused, placeholderData: keepPreviousData, queryFn: () => ask(client.api['payment-orders'].$get({ query })) });
}

export function usePaymentOrder(matter_id: string) {
  return useQuery({ queryKey: [CLEARING, 'order', matter_id], retry: retryUnlessRefused, queryFn: () => ask(client.api['payment-orders'][':matter_id'].$get({ param: { matter_id } })) });
}
