import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes } from './routes.ts';

type Names = 'readEmployment' | 'listGraduates' | 'recordDestinations' | 'downloadDestinationWorkbook'
  | 'downloadDestinationPaper' | 'issueDestinationReport' | 'listEmploymentServices' | 'recordEmploymentService' | 'readOwnEmployment'
  | 'recordEmploymentAnswer' | 'listReleases' | 'releaseGraduates' | 'recommendGraduate'
  | 'moveRecommendation' | 'readFirmEmployment' | 'recordPost' | 'readFollowUps';

/** Where graduates go, and who helps them there. */
export function addEmployment(handlers: { readonly [K in Names]: HandlerOf<K> }, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readEmployment, handlers.readEmployment)
    .openapi(routes.listGraduates, handlers.listGraduates)
    .openapi(routes.recordDestinations, handlers.recordDestinations)
    .openapi(routes.downloadDestinationWorkbook, handlers.downloadDestinationWorkbook)
    .openapi(routes.downloadDestinationPaper, handlers.downloadDestinationPaper)
    .openapi(routes.issueDestinationReport, handlers.issueDestinationReport)
    .openapi(routes.listEmploymentServices, handlers.listEmploymentServices)
    .openapi(routes.recordEmploymentService, handlers.recordEmploymentService)
    .openapi(routes.readOwnEmployment, handlers.readOwnEmployment)
    .openapi(routes.recordEmploymentAnswer, handlers.recordEmploymentAnswer)
    .openapi(routes.listReleases, handlers.listReleases)
    .openapi(routes.releaseGraduates, handlers.releaseGraduates)
    .openapi(routes.recommendGraduate, handlers.recommendGraduate)
    .openapi(routes.moveRecommendation, handlers.moveRecommendation)
    .openapi(routes.readFirmEmployment, handlers.readFirmEmployment)
    .openapi(routes.recordPost, handlers.recordPost)
    .openapi(routes.readFollowUps, handlers.readFollowUps);
}
