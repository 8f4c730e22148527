import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import type { coordinationRoutes } from './coordination-routes.ts';
import { routes } from './routes.ts';

export type CoordinationHandlers = { readonly [K in keyof typeof coordinationRoutes]: HandlerOf<K> };

/** What the office co-ordinates. */
export function addCoordination(handlers: CoordinationHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readCoordination, handlers.readCoordination).openapi(routes.readPilotLog, handlers.readPilotLog)
    .openapi(routes.issueCircular, handlers.issueCircular).openapi(routes.readCircular, handlers.readCircular)
    .openapi(routes.recordLogEntry, handlers.recordLogEntry).openapi(routes.correctLogEntry, handlers.correctLogEntry)
    .openapi(routes.readReport, handlers.readReport).openapi(routes.downloadReport, handlers.downloadReport).openapi(routes.issueAnnualReport, handlers.issueAnnualReport);
}
