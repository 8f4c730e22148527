import { hc } from 'hono/client';
import type { ClientResponse } from 'hono/client';
import type { App } from '../api/app.ts';
import type { ProblemDocument } from '../api/contract/problem-document.ts';
import { sendOnce } from './send-once.ts';
import { noticeEnd } from './session-end.ts';

/** The server's routes, typed from its contract: a request that it would refuse as malformed does not compile. */
export const client = hc<App>(globalThis.location?.origin ?? 'http://127.0.0.1', {
  init: { credentials: 'same-origin' },
  fetch: sendOnce,
});

/** The server answered, and what it answered is a refusal: a problem document in both languages. */
export class Refusal extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.title_en);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** The body of a route's answer when it succeeds. */
export type AnswerOf<R> = Extract<R, { readonly ok: true }> extends ClientResponse<infer Body, number, 'json'> ? Body : never;

/**
 * The answer of a request, as data.
 * @throws Refusal when the server refuses; TypeError when it cannot be reached.
 */
export async function ask<R extends ClientResponse<unknown, number, string>>(request: Promise<R>): Promise<AnswerOf<R>> {
  const reply = await request;
  if (reply.ok) return (await reply.json()) as AnswerOf<R>;
  throw new Refusal(await problemOf(reply));
}

async function problemOf(reply: ClientResponse<unknown, number, string>): Promise<ProblemDocument> {
  try {
    const body = (await reply.json()) as Partial<ProblemDocument>;
    if (typeof body.title === 'string' && typeof body.title_en === 'string') {
      noticeEnd(body);
      return body as ProblemDocument;
    }
  } catch {
    // Something between us and the server answered in its place.
  }
  const detail = { detail: '服务没有给出可读的答复。记录没有变化，请稍后再试。', detail_en: 'The server gave no readable answer. No record was changed; try again in a moment.' };
  return { type: 'about:blank', status: reply.status, title: `服务答复 ${reply.status}`, title_en: `The server answered ${reply.status}`, ...detail };
}

/** For requests that change something: sent twice, they have one effect. */
export function onceOnly(): { headers: { 'idempotency-key': string } } {
  return { headers: { 'idempotency-key': crypto.randomUUID() } };
}
