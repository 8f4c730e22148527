import type { Context } from 'hono';
import { earlierReply, keepReply, type Request } from '../store/idempotency.ts';
import { lockRegion } from '../store/record-stamp.ts';
import type { Transaction } from '../store/transaction.ts';
import { storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { requestOf } from './idempotency-key.ts';

/** What a change came to: kept under the request's key when it was done, let go when it was not. */
export type Change<T> = { readonly outcome: 'done'; readonly value: T };
export type NotDone = { readonly outcome: 'key_of_another_request' };

/**
 * Does a change once, however often its request arrives: the reply is kept in the same transaction and is
 * given again to the same request; another request with its key is refused.
 */
export function once<T, N extends { readonly outcome: string }>(
  deps: Deps, c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction) => Promise<Change<T> | N>,
): Promise<Change<T> | N | NotDone> {
  const { request } = requestOf(c, asks);
  return storeOf(deps, c).write(async (tx) => {
    if (request === undefined) return settle(tx, await work(tx));
    return remembered(tx, request, work);
  });
}

async function remembered<T, N extends { readonly outcome: string }>(
  tx: Transaction, request: Request, work: (tx: Transaction) => Promise<Change<T> | N>,
): Promise<Change<T> | N | NotDone> {
  const stamp = await lockRegion(tx);
  const earlier = await earlierReply<T>(tx, request);
  if (earlier.kind === 'same') return { outcome: 'done', value: earlier.reply };
  if (earlier.kind === 'other') return { outcome: 'key_of_another_request' };
  const answer = settle(tx, await work(tx));
  if (isDone(answer) && stamp !== null) await keepReply(tx, request, answer.value, stamp.at);
  return answer;
}

function settle<T, N extends { readonly outcome: string }>(tx: Transaction, answer: Change<T> | N): Change<T> | N {
  if (!isDone(answer)) tx.discard();
  return answer;
}

export function isDone<T>(answer: Change<T> | { readonly outcome: string }): answer is Change<T> {
  return answer.outcome === 'done';
}
