import type { RouteHandler } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { RouteName, routes } from './routes.ts';

/** What answers a route. */
export type HandlerOf<K extends RouteName> = RouteHandler<(typeof routes)[K], ApiEnv>;
