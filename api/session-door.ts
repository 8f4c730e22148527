import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Database } from '../store/database.ts';
import { readSession } from '../store/sessions.ts';
import { SESSION_COOKIE } from './session.ts';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';
import { routes } from './routes.ts';

/** The routes that declare that they need no session: those alone are open. */
const OPEN: ReadonlySet<string> = new Set([
  ...Object.values(routes)
    .filter((route) => 'security' in route && route.security.length === 0)
    .map((route) => `${route.method.toUpperCase()} ${route.path}`),
  'GET /api/openapi.json',
]);

/** Says who asks, and lets nobody else through than to the open routes. */
export function sessionDoor(database: Database): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const token = getCookie(c, SESSION_COOKIE);
    const session = token === undefined ? null : await readSession(database, token);
    c.set('asker', session === null || token === undefined ? null : { actor: session.actor, name: session.display_name, token });
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    return session !== null || OPEN.has(`${method} ${c.req.path}`) ? next() : refuse(c, 'sign_in_first');
  };
}
