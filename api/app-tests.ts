import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes } from './routes.ts';

type TestRoute =
  | 'listSampleTests' | 'readSampleTest' | 'planSampleTest' | 'closeSampleList' | 'readSampleList' | 'drawSample' | 'scoreSampleTest' | 'reportSampleTest'
  | 'listSeasons' | 'readSeason' | 'arrangeSeason' | 'scoreSeason' | 'publishSeason' | 'appealStepUp' | 'answerAppeal' | 'readMyTests';

export type TestHandlers = { readonly [K in TestRoute]: HandlerOf<K> };

/** Sample tests and step-up tests. */
export function addTests(handlers: TestHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listSampleTests, handlers.listSampleTests).openapi(routes.readSampleTest, handlers.readSampleTest).openapi(routes.planSampleTest, handlers.planSampleTest)
    .openapi(routes.closeSampleList, handlers.closeSampleList).openapi(routes.readSampleList, handlers.readSampleList).openapi(routes.drawSample, handlers.drawSample)
    .openapi(routes.scoreSampleTest, handlers.scoreSampleTest).openapi(routes.reportSampleTest, handlers.reportSampleTest)
    .openapi(routes.listSeasons, handlers.listSeasons).openapi(routes.readSeason, handlers.readSeason).openapi(routes.arrangeSeason, handlers.arrangeSeason)
    .openapi(routes.scoreSeason, handlers.scoreSeason).openapi(routes.publishSeason, handlers.publishSeason)
    .openapi(routes.appealStepUp, handlers.appealStepUp).openapi(routes.answerAppeal, handlers.answerAppeal).openapi(routes.readMyTests, handlers.readMyTests);
}
