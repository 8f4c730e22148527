import type { Context } from 'hono';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';

/** A field that is as documented and cannot be what it is, as the records or the law stand; `records` where they themselves cannot be used. */
export interface Unfit {
  readonly field: string;
  readonly text: Bilingual;
}

/** Answers a request of which one field does not fit: why, and which. */
export function unfit(c: Context<ApiEnv>, part: 'query' | 'json', { field, text }: Unfit) {
  return refuse(c, 'bad_request', { detail: text, errors: [{ path: `${part}.${field}`, code: 'not_possible', text }] });
}
