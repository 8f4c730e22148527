import type { MiddlewareHandler } from 'hono';
import { NOTHING } from '../core/access/reach.ts';
import { ACCESS, mayCall, type RouteAccess } from './access.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';
import { routes, type RouteName } from './routes.ts';

/** Every documented address as a pattern, with what it asks of its caller. */
const DOORS = Object.entries(routes).map(([name, { path, method }]) => ({
  method: method.toUpperCase(),
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  access: ACCESS[name as RouteName],
}));

/** What a request asks of its caller; null for what is no route of the API. */
function asked(method: string, path: string): { readonly access: RouteAccess; readonly sheet: string | undefined } | null {
  for (const { method: own, pattern, access } of DOORS) {
    const match = own === method ? pattern.exec(path) : null;
    if (match !== null) return { access, sheet: match.groups?.['sheet'] };
  }
  return null;
}

/** Lets nobody call a route whose records are out of their reach altogether, before anything is read. */
export const accessDoor: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const door = asked(c.req.method === 'HEAD' ? 'GET' : c.req.method, c.req.path);
  const asker = c.get('asker');
  if ((door?.access === 'in_person' || door?.access === 'signing_in') && asker?.token === null) return refuse(c, 'in_person_only');
  const reach = asker?.actor.reach ?? NOTHING;
  return door === null || mayCall(door.access, reach, door.sheet) ? next() : refuse(c, 'not_allowed');
};
