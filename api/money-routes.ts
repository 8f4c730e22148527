import * as bills from './contract/bills.ts';

/** The relay of money in time. */
export const moneyRoutes = {
  readBills: bills.readBills,
  enterFeeRate: bills.enterFeeRate,
} as const;
