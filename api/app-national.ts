import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import type { nationalRoutes } from './national-routes.ts';
import { routes } from './routes.ts';

export type NationalHandlers = { readonly [K in keyof typeof nationalRoutes]: HandlerOf<K> };

/** Files in the columns of national systems. */
export function addNational(handlers: NationalHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listNationalSystems, handlers.listNationalSystems).openapi(routes.readNationalReport, handlers.readNationalReport).openapi(routes.downloadNationalReport, handlers.downloadNationalReport);
}
