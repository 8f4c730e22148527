import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiEnv } from './environment.ts';
import { originOf, type Reached } from './reached.ts';
import { refuse } from './refuse.ts';

/** Most requests in a minute. */
export interface RequestLimits {
  /** From one address, while nobody is signed in. */
  readonly anonymous: number;
  /** Of one account, from wherever. */
  readonly account: number;
}

export const USUAL_LIMITS: RequestLimits = { anonymous: 6000, account: 120_000 };

const WINDOW_S = 60;
const MOST_KNOWN = 50_000;

/** The two places where requests are counted: before anything is looked up for them, and once it is known who asks. */
export interface LimitedRequests {
  readonly beforeLookup: MiddlewareHandler<ApiEnv>;
  readonly afterLookup: MiddlewareHandler<ApiEnv>;
}

/**
 * Slows floods: anonymous requests by address, those of a session by account. A credential that held lately goes
 * through at once; any other one counts as anonymous before the database is asked about it.
 */
export function limitRequests(limits: RequestLimits, reached: Reached): LimitedRequests {
  const addresses = new RateLimiterMemory({ points: limits.anonymous, duration: WINDOW_S });
  const accounts = new RateLimiterMemory({ points: limits.account, duration: WINDOW_S });
  const held = new Set<string>();
  const credentialOf = (c: Context<ApiEnv>): string | null => {
    const [cookies, token] = [c.req.header('cookie'), c.req.header('authorization')];
    if (cookies === undefined && token === undefined) return null;
    return createHash('sha256').update(`${cookies ?? ''}\n${token ?? ''}`).digest('base64');
  };
  return {
    beforeLookup: async (c, next) => {
      const credential = credentialOf(c);
      if (credential !== null && held.has(credential)) return next();
      const wait = await secondsToWait(addresses, networkOf(originOf(c, reached).address));
      return wait === null ? next() : tooMany(c, wait);
    },
    afterLookup: async (c, next) => {
      const asker = c.get('asker');
      const credential = credentialOf(c);
      if (asker === null || credential === null) {
        if (credential !== null) held.delete(credential);
        return next();
      }
      if (held.size >= MOST_KNOWN) held.clear();
      held.add(credential);
      const wait = await secondsToWait(accounts, `${asker.actor.region_id}/${asker.actor.account}`);
      return wait === null ? next() : tooMany(c, wait);
    },
  };
}

/** Counts one; null when it may go on, else for how long it is to wait. */
export async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (reply) {
    if (!(reply instanceof RateLimiterRes)) throw reply;
    return Math.max(1, Math.ceil(reply.msBeforeNext / 1000));
  }
}

function tooMany(c: Context<ApiEnv>, seconds: number): Response {
  c.header('retry-after', String(seconds));
  return refuse(c, 'too_many_requests');
}

/** One household has 2^64 addresses of IPv6: its network is what counts. */
export function networkOf(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
