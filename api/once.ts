import type { Context } from 'hono';
import { earlierReply, keepReply, replaceReply, type Request } from '../store/idempotency.ts';
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

/** What was not done is let go; a refusal that counts, such as a wrong code, is kept. */
function settle<T, N extends { readonly outcome: string }>(tx: Transaction, answer: Change<T> | N): Change<T> | N {
  if (!isDone(answer) && !('counts' in answer)) tx.discard();
  return answer;
}

export function isDone<T>(answer: Change<T> | { readonly outcome: string }): answer is Change<T> {
  return answer.outcome === 'done';
}

/** A change whose reply tells a secret: what is told is kept nowhere, what is `kept` under the key lets it be told anew. */
export interface Told<K, T> extends Change<T> {
  readonly kept: K;
}
/** The secret arrived, for it was used: it is not told again. */
export type ToldAlready = { readonly outcome: 'told_already' };

/**
 * Does a change once whose reply tells a secret. The same request again means that the reply was lost: `again` puts a
 * new secret in the place of the one that nobody got.
 */
export function onceTold<K, T, N extends { readonly outcome: string }>(
  deps: Deps, c: Context<ApiEnv>, asks: unknown,
  { work, again }: { readonly work: (tx: Transaction) => Promise<Told<K, T> | N>; readonly again: (tx: Transaction, kept: K) => Promise<Told<K, T> | N | ToldAlready> },
): Promise<Told<K, T> | N | NotDone | ToldAlready> {
  const { request } = requestOf(c, asks);
  return storeOf(deps, c).write(async (tx): Promise<Told<K, T> | N | NotDone | ToldAlready> => {
    if (request === undefined) return settleTold(tx, await work(tx));
    const stamp = await lockRegion(tx);
    const earlier = await earlierReply<K>(tx, request);
    if (earlier.kind === 'other') return { outcome: 'key_of_another_request' };
    const answer = settleTold(tx, earlier.kind === 'same' ? await again(tx, earlier.reply) : await work(tx));
    if (!isTold(answer) || stamp === null) return answer;
    if (earlier.kind === 'none') await keepReply(tx, request, answer.kept, stamp.at);
    else if (JSON.stringify(earlier.reply) !== JSON.stringify(answer.kept)) await replaceReply(tx, request, answer.kept, stamp.at);
    return answer;
  });
}

function settleTold<A extends { readonly outcome: string }>(tx: Transaction, answer: A): A {
  if (answer.outcome !== 'done') tx.discard();
  return answer;
}

function isTold<K, T>(answer: Told<K, T> | { readonly outcome: string }): answer is Told<K, T> {
  return answer.outcome === 'done';
}
