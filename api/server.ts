import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { MiddlewareHandler } from 'hono';
import { createApp, type Handlers } from './app.ts';
import { campusHandlers } from './campuses.ts';
import { rowSchemas } from './contract/registers.ts';
import type { Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { evidenceHandlers } from './evidence.ts';
import { fileHandlers } from './files.ts';
import { limitedBody, ownHost, ownOrigin, securityHeaders, soundJson } from './guard.ts';
import { soundKey } from './idempotency-key.ts';
import { importHandlers } from './imports.ts';
import { knownRoute } from './known-route.ts';
import type { Log } from './log.ts';
import { malformed } from './malformed.ts';
import { mappingHandlers } from './mappings.ts';
import { overviewHandlers } from './overview.ts';
import { parameterHandlers } from './parameters.ts';
import { policyTextHandlers } from './policy-text.ts';
import { refuse } from './refuse.ts';
import { regionHandlers } from './region.ts';
import { registerHandlers } from './registers.ts';
import { SESSION_COOKIE, sessionHandlers } from './session.ts';
import { sessionDoor } from './session-door.ts';
import { snapshotHandlers } from './snapshots.ts';
import { staticFiles } from './static-files.ts';
import { whatIfHandlers } from './what-if.ts';

function handlersOf(deps: Deps): Handlers {
  return {
    ...sessionHandlers(deps), ...regionHandlers(deps), ...overviewHandlers(deps), ...campusHandlers(deps), ...evidenceHandlers(deps), ...whatIfHandlers(deps),
    ...parameterHandlers(deps), ...registerHandlers(deps), ...importHandlers(deps), ...mappingHandlers(deps), ...snapshotHandlers(deps),
    ...fileHandlers(deps), ...policyTextHandlers(deps),
  };
}

/** One line for each request: method, address pattern and outcome, never what it carried or who sent it. */
function logged(log: Log): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    if (!c.req.path.startsWith('/api/')) return;
    log({ event: 'request', method: c.req.method, route: routeOf(c.req.path), status: c.res.status, ms: Math.round(performance.now() - started) });
  };
}

/** Ids of people may stand in an address; the log keeps its fixed words only. */
function routeOf(path: string): string {
  return path.split('/').map((word, at) => (at < 3 || /^(facts|standards|evidence|correct|end|history|undo|preview|inspect|mapped|effects|file|conditions\.\w+)$/.test(word) ? word : '*')).join('/');
}

/** The whole server: guards, API, the description of the API, web pages. */
export function createServer(deps: Deps, webDirectory: string) {
  const guarded = new OpenAPIHono<ApiEnv>({ defaultHook: malformed });
  guarded.use('*', logged(deps.log), securityHeaders, ownHost, ownOrigin);
  guarded.use('/api/*', knownRoute, soundKey, limitedBody, soundJson, sessionDoor(deps.database));
  guarded.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE });
  for (const [name, schema] of Object.entries(rowSchemas)) guarded.openAPIRegistry.register(`Row_${name}`, schema);
  const app = createApp(handlersOf(deps), guarded);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: '贯通 Guantong', version: deps.version, description: '中高职一体化培养试点的数据与评判接口 · data and verdicts of an integrated training pilot' },
    security: [{ session: [] }],
  });
  app.get('*', staticFiles(webDirectory));
  app.notFound((c) => refuse(c, 'no_such_route'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return refuse(c, 'bad_request');
    const incident = randomUUID();
    deps.log({ event: 'fault', incident, route: routeOf(c.req.path), error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return refuse(c, 'fault', { incident });
  });
  return app;
}
