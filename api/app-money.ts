import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import type { moneyRoutes } from './money-routes.ts';
import { routes } from './routes.ts';

/** Bills, receipts, orders to pay and the books. */
export function addMoney(handlers: { readonly [K in keyof typeof moneyRoutes]: HandlerOf<K> }, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readBills, handlers.readBills)
    .openapi(routes.enterFeeRate, handlers.enterFeeRate)
    .openapi(routes.previewBankFile, handlers.previewBankFile)
    .openapi(routes.takeBankFile, handlers.takeBankFile)
    .openapi(routes.downloadBankTemplate, handlers.downloadBankTemplate)
    .openapi(routes.listBankLines, handlers.listBankLines)
    .openapi(routes.decideBankLine, handlers.decideBankLine)
    .openapi(routes.readOrderProposal, handlers.readOrderProposal)
    .openapi(routes.readPaymentOrder, handlers.readPaymentOrder)
    .openapi(routes.downloadPaymentFile, handlers.downloadPaymentFile)
    .openapi(routes.downloadPaymentCsv, handlers.downloadPaymentCsv)
    .openapi(routes.listLedgerAccounts, handlers.listLedgerAccounts)
    .openapi(routes.listLedgerEntries, handlers.listLedgerEntries)
    .openapi(routes.listOpenClearing, handlers.listOpenClearing)
    .openapi(routes.listGrantArrears, handlers.listGrantArrears)
    .openapi(routes.readEarmarks, handlers.readEarmarks)
    .openapi(routes.downloadEarmarkWorkbook, handlers.downloadEarmarkWorkbook)
    .openapi(routes.recordSpending, handlers.recordSpending)
    .openapi(routes.returnSpending, handlers.returnSpending)
    .openapi(routes.stateNeed, handlers.stateNeed)
    .openapi(routes.answerNeed, handlers.answerNeed)
    .openapi(routes.drawSpending, handlers.drawSpending)
    .openapi(routes.readStatement, handlers.readStatement);
}
