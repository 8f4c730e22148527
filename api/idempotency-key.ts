import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Request } from '../store/idempotency.ts';
import type { ApiEnv } from './environment.ts';
import { isUnsafe } from './guard.ts';
import { refuse } from './refuse.ts';

const KEY = /^[!-~]{1,200}$/;

/** A key that is given must be one that can be kept. */
export const soundKey: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const key = c.req.header('idempotency-key');
  return key !== undefined && isUnsafe(c.req.method) && !KEY.test(key) ? refuse(c, 'bad_key') : next();
};

/**
 * The request as the store knows it again: its key and a digest of what it asks, method and address included.
 * Undefined where the sender gave no key: then it is done as often as it comes.
 */
export function requestOf(c: Context<ApiEnv>, asks: unknown): { readonly request?: Request } {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return {};
  const sha256 = createHash('sha256').update(`${c.req.method} ${c.req.path}\n${JSON.stringify(asks)}`).digest('hex');
  return { request: { key, sha256 } };
}
