import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';
import { routes } from './routes.ts';

const OPENAPI = { method: 'get', path: '/api/openapi.json' };
/** What is no route of the API, by the one word that log and metrics keep of it. */
const OTHER = 'other';
const PAGES = 'pages';
/** For the machine's keeper, not for browsers; outside the documented API. */
export const OPERATION = { lives: '/healthz', ready: '/readyz', metrics: '/metrics' } as const;

/** Every documented address as a pattern, with its methods. */
const PATTERNS = [...Object.values(routes), OPENAPI].map(({ path, method }) => ({
  path,
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  methods: method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
}));

/** An address that is not documented is not there, and one that is takes the documented methods only. */
export const knownRoute: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const methods = PATTERNS.filter(({ pattern }) => pattern.test(c.req.path)).flatMap((found) => found.methods);
  if (methods.length === 0) return refuse(c, 'no_such_route');
  if (methods.includes(c.req.method)) return next();
  c.header('allow', [...new Set(methods)].join(', '));
  return refuse(c, 'wrong_method');
};

const OPERATIONS: ReadonlySet<string> = new Set(Object.values(OPERATION));

/**
 * The documented pattern of an address (`/api/campuses/{id}`), never what stands in it: ids of people may. Pages
 * and whatever is not documented have one word each, so that nobody can make the list grow from outside.
 */
export function routeOf(path: string): string {
  if (OPERATIONS.has(path)) return path;
  if (!path.startsWith('/api/')) return PAGES;
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.path ?? OTHER;
}
