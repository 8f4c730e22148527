import type { MiddlewareHandler } from 'hono';
import { NOTHING } from '../core/access/reach.ts';
import { ACCESS, mayCall } from './access.ts';
import type { ApiEnv } from './environment.ts';
import { routeAt } from './known-route.ts';
import { refuse } from './refuse.ts';

/** Lets nobody call a route whose records are out of their reach altogether, before anything is read. */
export const accessDoor: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const route = routeAt(c.req.method, c.req.path);
  const access = route === null || route.name === null ? null : ACCESS[route.name];
  const asker = c.get('asker');
  if ((access === 'in_person' || access === 'signing_in') && asker?.token === null) return refuse(c, 'in_person_only');
  const reach = asker?.actor.reach ?? NOTHING;
  return access === null || mayCall(access, reach, route?.pattern.exec(c.req.path)?.groups?.['sheet']) ? next() : refuse(c, 'not_allowed');
};
