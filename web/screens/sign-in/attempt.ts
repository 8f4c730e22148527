import type { ClientResponse } from 'hono/client';
import type { Bilingual } from '../../../core/values/bilingual.ts';
import { ask, Refusal } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';

export type Attempt<T> =
  | { readonly outcome: 'done'; readonly answer: T }
  /** The server's own word for why, such as `wrong_password`: an unknown account answers the same, so that accounts cannot be found out. */
  | { readonly outcome: 'refused'; readonly code: string; readonly title: Bilingual; readonly detail: Bilingual; readonly reasons: readonly Bilingual[] }
  | { readonly outcome: 'wait'; readonly seconds: number }
  | { readonly outcome: 'unreachable' };

const TOO_OFTEN = 429;
const FAULT = 500;
const PREFIX = 'urn:guantong:problem:';

/** Tries something that may be guessed at, and that the server therefore slows down after failures. */
export async function attempt<R extends ClientResponse<unknown, number, string>>(request: Promise<R>): Promise<Attempt<AnswerOf<R>>> {
  try {
    const reply = await request;
    if (reply.status === TOO_OFTEN) return { outcome: 'wait', seconds: Math.max(1, Number(reply.headers.get('retry-after') ?? '1')) };
    return { outcome: 'done', answer: await ask(Promise.resolve(reply)) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.status >= FAULT) return { outcome: 'unreachable' };
    const { type, title, title_en, detail, detail_en, errors = [] } = error.problem;
    return {
      outcome: 'refused', code: type.replace(PREFIX, ''), title: { zh: title, en: title_en }, detail: { zh: detail, en: detail_en },
      reasons: errors.map(({ text }) => text),
    };
  }
}
