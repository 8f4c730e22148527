import { words } from './dictionary.ts';

/** What acts of the relay of money are called. */
export const moneyActWords = words(
  {
    'fee_rate.enter': '登记收费标准',
    'bill.enter': '开账记入台账',
    'bank_file.take': '导入银行流水或电子票据',
    'bank_line.decide': '处理待核流水',
    'receipt.match': '核销收款记入台账',
    'payment.enter': '付款记入台账',
    'payment_file.download': '下载付款文件',
  },
  {
    'fee_rate.enter': 'Entered a rate of fees',
    'bill.enter': 'Entered bills in the register',
    'bank_file.take': 'Took in a file of the bank or of e-receipts',
    'bank_line.decide': 'Decided a line that was not matched',
    'receipt.match': 'Entered matched receipts in the register',
    'payment.enter': 'Entered payments in the register',
    'payment_file.download': 'Downloaded a payment file',
  },
);
