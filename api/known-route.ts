import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './environment.ts';
import { refuse } from './refuse.ts';
import { routes } from './routes.ts';

const OPENAPI = { method: 'get', path: '/api/openapi.json' };

/** Every documented address as a pattern, with its methods. */
const PATTERNS = [...Object.values(routes), OPENAPI].map(({ path, method }) => ({
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
