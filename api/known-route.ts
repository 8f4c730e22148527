import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';
import { routes, type RouteName } from './routes.ts';

const OPENAPI = { method: 'get', path: '/api/openapi.json' };
/** What is no route of the API, by the one word that log and metrics keep of it. */
const OTHER = 'other';
const PAGES = 'pages';
/** For the machine's keeper, not for browsers; outside the documented API. */
export const OPERATION = { lives: '/healthz', ready: '/readyz', metrics: '/metrics' } as const;

/** A documented route: its address as it is documented, and its name where it has one. */
export interface KnownRoute {
  readonly path: string;
  readonly name: RouteName | null;
  readonly methods: readonly string[];
  readonly pattern: RegExp;
}

const ROUTES: readonly KnownRoute[] = [
  ...(Object.keys(routes) as RouteName[]).map((name) => known(name, routes[name])),
  known(null, OPENAPI),
];
/** Most addresses have nothing in them that stands for many, and are found at once. */
const PLAIN = new Map(ROUTES.filter(({ path }) => !path.includes('{')).flatMap((route) => route.methods.map((method) => [`${method} ${route.path}`, route] as const)));
const PATTERNS = ROUTES.filter(({ path }) => path.includes('{'));

function known(name: RouteName | null, { path, method }: { readonly path: string; readonly method: string }): KnownRoute {
  const pattern = new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  return { name, path, pattern, methods: method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()] };
}

/** The route that a request goes to; null where none is documented. */
export function routeAt(method: string, path: string): KnownRoute | null {
  return PLAIN.get(`${method} ${path}`) ?? PATTERNS.find((route) => route.methods.includes(method) && route.pattern.test(path)) ?? null;
}

/** An address that is not documented is not there, and one that is takes the documented methods only. */
export const knownRoute: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (routeAt(c.req.method, c.req.path) !== null) return next();
  const methods = ROUTES.filter(({ pattern }) => pattern.test(c.req.path)).flatMap((found) => found.methods);
  if (methods.length === 0) return refuse(c, 'no_such_route');
  c.header('allow', [...new Set(methods)].join(', '));
  return refuse(c, 'wrong_method');
};

const OPERATIONS: ReadonlySet<string> = new Set(Object.values(OPERATION));

/**
 * The documented pattern of an address (`/api/campuses/{id}`), never what stands in it: ids of people may. Pages
 * and whatever is not documented have one word each, so that nobody can make the list grow from outside.
 */
export function routeOf(path: string, method = 'GET'): string {
  if (OPERATIONS.has(path)) return path;
  if (!path.startsWith('/api/')) return PAGES;
  return (routeAt(method, path) ?? ROUTES.find(({ pattern }) => pattern.test(path)))?.path ?? OTHER;
}
