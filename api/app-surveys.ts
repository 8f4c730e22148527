import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes } from './routes.ts';
import type { surveyRoutes } from './survey-routes.ts';

export type SurveyHandlers = { readonly [K in keyof typeof surveyRoutes]: HandlerOf<K> };

/** The anonymous survey of a year, and lists of what campuses have. */
export function addSurveys(handlers: SurveyHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readOwnSurvey, handlers.readOwnSurvey).openapi(routes.listSurveys, handlers.listSurveys).openapi(routes.openSurvey, handlers.openSurvey)
    .openapi(routes.withdrawSurvey, handlers.withdrawSurvey).openapi(routes.answerSurvey, handlers.answerSurvey)
    .openapi(routes.downloadSiteWorkbook, handlers.downloadSiteWorkbook).openapi(routes.downloadSitePaper, handlers.downloadSitePaper);
}
