import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes } from './routes.ts';

export type SupervisionHandlers = { readonly [K in 'listVisits' | 'readVisit' | 'readChecklist' | 'recordVisit' | 'correctVisit']: HandlerOf<K> };

/** Supervision visits. */
export function addSupervision(handlers: SupervisionHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listVisits, handlers.listVisits).openapi(routes.readVisit, handlers.readVisit).openapi(routes.readChecklist, handlers.readChecklist)
    .openapi(routes.recordVisit, handlers.recordVisit).openapi(routes.correctVisit, handlers.correctVisit);
}
