import { words } from './dictionary.ts';

/** What acts of the relay of money are called. */
export const moneyActWords = words(
  {
    'fee_rate.enter': '登记收费标准',
    'bill.enter': '开账记入台账',
  },
  {
    'fee_rate.enter': 'Entered a rate of fees',
    'bill.enter': 'Entered bills in the register',
  },
);
