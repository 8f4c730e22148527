import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import type { planningRoutes } from './planning-routes.ts';
import { routes } from './routes.ts';

export type PlanningHandlers = { readonly [K in keyof typeof planningRoutes]: HandlerOf<K> };

/** Looking ahead: what campuses can hold, plans, and scenarios that are kept. */
export function addPlanning(handlers: PlanningHandlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readForecastBands, handlers.readForecastBands).openapi(routes.readBandInputs, handlers.readBandInputs).openapi(routes.readAllocation, handlers.readAllocation)
    .openapi(routes.readPlanRun, handlers.readPlanRun).openapi(routes.stopPlanRun, handlers.stopPlanRun)
    .openapi(routes.readCapacity, handlers.readCapacity).openapi(routes.downloadCapacityWorkbook, handlers.downloadCapacityWorkbook).openapi(routes.readClassNeed, handlers.readClassNeed)
    .openapi(routes.listScenarios, handlers.listScenarios).openapi(routes.keepScenario, handlers.keepScenario)
    .openapi(routes.readScenario, handlers.readScenario).openapi(routes.repeatScenario, handlers.repeatScenario)
    .openapi(routes.readPolicyImpact, handlers.readPolicyImpact)
    .openapi(routes.readMatterScenarios, handlers.readMatterScenarios).openapi(routes.attachScenario, handlers.attachScenario)
    .openapi(routes.downloadScenarioWorkbook, handlers.downloadScenarioWorkbook).openapi(routes.downloadScenarioPaper, handlers.downloadScenarioPaper)
    .openapi(routes.downloadScenarioModel, handlers.downloadScenarioModel)
    .openapi(routes.downloadDecisionPack, handlers.downloadDecisionPack);
}
