import type { MiddlewareHandler } from 'hono';
import { readingText } from '../store/transaction.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { routeAt } from './known-route.ts';
import type { RouteName } from './routes.ts';

/** Those whose answer follows from what is recorded in the region, what of it is in reach, the day, and the address alone. */
const KEPT: ReadonlySet<RouteName | null> = new Set<RouteName>([
  'readOverview', 'listCampuses', 'readCampus', 'readCampusFacts', 'listEvidence', 'listSchoolEvidence', 'listParameters', 'listRegisters', 'listSnapshots',
]);
/** Characters that are kept in all, and of one answer. */
const MOST_KEPT = 64_000_000;
const MOST_OF_ONE = 2_000_000;

/**
 * Asked again by the same account while nothing was recorded in the region, an answer is told as it was. By account, and
 * not by what is in reach alone: were the application wrong about a reach, the database would still keep people apart.
 */
export function keptReplies({ today }: Pick<Deps, 'today'>): MiddlewareHandler<ApiEnv> {
  const kept = new Map<string, string>();
  let held = 0;
  const keep = (key: string, text: string): void => {
    if (text.length > MOST_OF_ONE || kept.has(key)) return;
    kept.set(key, text);
    held += text.length;
    for (const [oldest, { length }] of kept) {
      if (held <= MOST_KEPT) break;
      kept.delete(oldest);
      held -= length;
    }
  };
  return async (c, next) => {
    const asker = c.get('asker');
    if (asker === null || c.req.method !== 'GET' || !KEPT.has(routeAt('GET', c.req.path)?.name ?? null)) return next();
    const { region_id, account, reach } = asker.actor;
    const { pathname, search } = new URL(c.req.url);
    const key = JSON.stringify([region_id, account, asker.region.state, today(), pathname, search, readingText(reach, region_id)]);
    const before = kept.get(key);
    if (before !== undefined) return c.body(before, 200, { 'content-type': 'application/json' });
    await next();
    if (c.res.status !== 200) return;
    const text = await c.res.text();
    keep(key, text);
    c.res = new Response(text, c.res);
  };
}
