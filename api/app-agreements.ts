import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import { routes } from './routes.ts';

type Names = 'listAgreements'
  | 'readAgreement'
  | 'prepareAgreements'
  | 'drawUpAgreements'
  | 'redrawAgreement'
  | 'askSigningCode'
  | 'signAgreements'
  | 'recordAgreementPaper'
  | 'handOverCopy'
  | 'downloadAgreement'
  | 'downloadAgreementScan'
  | 'confirmAgreement'
  | 'downloadLedgerWorkbook'
  | 'downloadLedgerPaper'
  | 'readFiveYears';

/** Agreements of students, from drawing up to the confirmation of year 4. */
export function addAgreements(handlers: { readonly [K in Names]: HandlerOf<K> }, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.listAgreements, handlers.listAgreements)
    .openapi(routes.readAgreement, handlers.readAgreement)
    .openapi(routes.prepareAgreements, handlers.prepareAgreements)
    .openapi(routes.drawUpAgreements, handlers.drawUpAgreements)
    .openapi(routes.redrawAgreement, handlers.redrawAgreement)
    .openapi(routes.askSigningCode, handlers.askSigningCode)
    .openapi(routes.signAgreements, handlers.signAgreements)
    .openapi(routes.recordAgreementPaper, handlers.recordAgreementPaper)
    .openapi(routes.handOverCopy, handlers.handOverCopy)
    .openapi(routes.downloadAgreement, handlers.downloadAgreement)
    .openapi(routes.downloadAgreementScan, handlers.downloadAgreementScan)
    .openapi(routes.confirmAgreement, handlers.confirmAgreement)
    .openapi(routes.downloadLedgerWorkbook, handlers.downloadLedgerWorkbook)
    .openapi(routes.downloadLedgerPaper, handlers.downloadLedgerPaper)
    .openapi(routes.readFiveYears, handlers.readFiveYears);
}
