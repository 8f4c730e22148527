import type { Context, MiddlewareHandler } from 'hono';
import { readToken } from '../store/api-tokens.ts';
import type { Database } from '../store/database.ts';
import { readSession } from '../store/sessions.ts';
import { ACCESS } from './access.ts';
import type { ApiEnv, Asker } from './environment.ts';
import { routeAt } from './known-route.ts';
import type { Reached } from './reached.ts';
import { refuse } from './refuse.ts';
import { routes, type RouteName } from './routes.ts';
import { tokenOf } from './session-cookie.ts';

function namesOf(wanted: (name: RouteName) => boolean): ReadonlySet<RouteName | null | undefined> {
  return new Set((Object.keys(routes) as RouteName[]).filter(wanted));
}

function isOpen(name: RouteName): boolean {
  const route = routes[name];
  return 'security' in route && route.security.length === 0;
}

/** The routes that declare that they need no session: those alone are open. */
const OPEN = namesOf(isOpen);
/** The routes of the second step of signing in. */
const HALFWAY = namesOf((name) => ACCESS[name] === 'signing_in');

const BEARER = /^Bearer +(\S{1,200})$/i;

/**
 * Says who asks, and lets nobody else through than to the open routes. Until the second factor was shown nothing is
 * open but the routes that take it.
 */
export function sessionDoor(database: Database, reached: Pick<Reached, 'secure'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const known = await whoAsks(database, reached, c);
    const full = known?.level === 'full';
    c.set('asker', full ? known : null);
    c.set('halfway', full ? null : known);
    if (full) return next();
    const route = routeAt(c.req.method, c.req.path);
    // The description of the API has no name among its routes, and is nobody's secret.
    if (route !== null && (route.name === null || OPEN.has(route.name))) return next();
    if (known === null) return refuse(c, 'sign_in_first');
    return HALFWAY.has(route?.name) ? next() : refuse(c, 'second_factor_first');
  };
}

/** By a program's token where one is given, else by the cookie: a request is never both. */
async function whoAsks(database: Database, reached: Pick<Reached, 'secure'>, c: Context<ApiEnv>): Promise<Asker | null> {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const secret = BEARER.exec(authorization)?.[1];
    const used = secret === undefined ? null : await readToken(database, secret);
    return used === null ? null : { ...used, name: used.holder.display_name, token: null, level: 'full', factor: false };
  }
  const token = tokenOf(c, reached);
  const session = token === undefined ? null : await readSession(database, token);
  return session === null || token === undefined ? null : { ...session, name: session.holder.display_name, token };
}
