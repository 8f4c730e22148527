import type { OpenAPIHono, RouteHandler } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import { routes, type RouteName } from './routes.ts';

/** One handler for every route of the contract. */
export type Handlers = { readonly [K in RouteName]: RouteHandler<(typeof routes)[K], ApiEnv> };

/** Puts the handlers behind the contract, onto an application that has its guards in place. */
export function createApp(handlers: Handlers, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readHealth, handlers.readHealth)
    .openapi(routes.readSession, handlers.readSession)
    .openapi(routes.openSession, handlers.openSession)
    .openapi(routes.closeSession, handlers.closeSession)
    .openapi(routes.readFirstRun, handlers.readFirstRun)
    .openapi(routes.setUpRegion, handlers.setUpRegion)
    .openapi(routes.readRegion, handlers.readRegion)
    .openapi(routes.loadSample, handlers.loadSample)
    .openapi(routes.removeSample, handlers.removeSample)
    .openapi(routes.readOverview, handlers.readOverview)
    .openapi(routes.listCampuses, handlers.listCampuses)
    .openapi(routes.readCampus, handlers.readCampus)
    .openapi(routes.readCampusFacts, handlers.readCampusFacts)
    .openapi(routes.listEvidence, handlers.listEvidence)
    .openapi(routes.listSchoolEvidence, handlers.listSchoolEvidence)
    .openapi(routes.listTargetEvidence, handlers.listTargetEvidence)
    .openapi(routes.askWhatIf, handlers.askWhatIf)
    .openapi(routes.listParameters, handlers.listParameters)
    .openapi(routes.listEffects, handlers.listEffects)
    .openapi(routes.listRegisters, handlers.listRegisters)
    .openapi(routes.listRecords, handlers.listRecords)
    .openapi(routes.addRecord, handlers.addRecord)
    .openapi(routes.correctRecord, handlers.correctRecord)
    .openapi(routes.endRecord, handlers.endRecord)
    .openapi(routes.readHistory, handlers.readHistory)
    .openapi(routes.previewImport, handlers.previewImport)
    .openapi(routes.inspectUpload, handlers.inspectUpload)
    .openapi(routes.previewMapped, handlers.previewMapped)
    .openapi(routes.previewReplacing, handlers.previewReplacing)
    .openapi(routes.commitImport, handlers.commitImport)
    .openapi(routes.listImports, handlers.listImports)
    .openapi(routes.undoImport, handlers.undoImport)
    .openapi(routes.listMappings, handlers.listMappings)
    .openapi(routes.rememberMapping, handlers.rememberMapping)
    .openapi(routes.listSnapshots, handlers.listSnapshots)
    .openapi(routes.takeSnapshot, handlers.takeSnapshot)
    .openapi(routes.readSnapshot, handlers.readSnapshot)
    .openapi(routes.downloadTemplate, handlers.downloadTemplate)
    .openapi(routes.downloadReportWorkbook, handlers.downloadReportWorkbook)
    .openapi(routes.downloadReportPage, handlers.downloadReportPage)
    .openapi(routes.downloadExport, handlers.downloadExport)
    .openapi(routes.readPolicyText, handlers.readPolicyText)
    .openapi(routes.downloadPolicyText, handlers.downloadPolicyText)
    .openapi(routes.attachPolicyText, handlers.attachPolicyText);
}

/** The typed contract: `hc<App>(origin)` in the browser. */
export type App = ReturnType<typeof createApp>;
