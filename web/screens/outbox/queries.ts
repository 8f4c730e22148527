import { useInfiniteQuery } from '@tanstack/react-query';
import { CHANNELS, type Channel } from '../../../core/messages/address.ts';
import { MESSAGE_STATES, type MessageState } from '../../../core/messages/states.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

type Outbox = AnswerOf<Awaited<ReturnType<typeof client.api.outbox.$get>>>;
export type Message = Outbox['messages'][number];

/** What the list is narrowed to; empty text: not at all. */
export interface OutboxFilter {
  readonly state: MessageState | '';
  readonly channel: Channel | '';
  readonly account: string;
}

export const NO_FILTER: OutboxFilter = { state: '', channel: '', account: '' };

/** As the address holds it; what it names and there is not is left out. */
export function filterFrom(search: string): OutboxFilter {
  const given = new URLSearchParams(search);
  return {
    state: MESSAGE_STATES.find((one) => one === given.get('state')) ?? '', channel: CHANNELS.find((one) => one === given.get('channel')) ?? '', account: given.get('account') ?? '',
  };
}

export function searchOf(filter: OutboxFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given as [string, string][]).toString()}`;
}

export function useOutbox({ state, channel, account }: OutboxFilter) {
  return useInfiniteQuery({
    queryKey: ['outbox', state, channel, account], initialPageParam: '',
    queryFn: ({ pageParam: after }) => ask(client.api.outbox.$get({
      query: { ...(state !== '' && { state }), ...(channel !== '' && { channel }), ...(account !== '' && { account }), ...(after !== '' && { after }) },
    })),
    getNextPageParam: ({ next }) => next,
  });
}
