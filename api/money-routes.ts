import * as bank from './contract/bank.ts';
import * as bills from './contract/bills.ts';
import * as earmarks from './contract/earmarks.ts';
import * as arrears from './contract/grant-arrears.ts';
import * as statement from './contract/statement.ts';
import * as ledger from './contract/ledger.ts';
import * as orders from './contract/orders.ts';

/** The relay of money in time. */
export const moneyRoutes = {
  readBills: bills.readBills,
  enterFeeRate: bills.enterFeeRate,
  previewBankFile: bank.previewBankFile,
  takeBankFile: bank.takeBankFile,
  downloadBankTemplate: bank.downloadBankTemplate,
  listBankLines: bank.listBankLines,
  decideBankLine: bank.decideBankLine,
  readOrderProposal: orders.readOrderProposal,
  readPaymentOrder: orders.readPaymentOrder,
  downloadPaymentFile: orders.downloadPaymentFile,
  downloadPaymentCsv: orders.downloadPaymentCsv,
  listLedgerAccounts: ledger.listLedgerAccounts,
  listLedgerEntries: ledger.listLedgerEntries,
  listOpenClearing: ledger.listOpenClearing,
  listGrantArrears: arrears.listGrantArrears,
  readEarmarks: earmarks.readEarmarks,
  downloadEarmarkWorkbook: earmarks.downloadEarmarkWorkbook,
  recordSpending: earmarks.recordSpending,
  returnSpending: earmarks.returnSpending,
  stateNeed: earmarks.stateNeed,
  answerNeed: earmarks.answerNeed,
  drawSpending: earmarks.drawSpending,
  readStatement: statement.readStatement,
} as const;
