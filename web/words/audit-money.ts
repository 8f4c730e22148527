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
    'spending.enter': '登记经费支出',
    'spending.return': '登记追回经费',
    'spending.draw': '抽取支出抽查样本',
    'funding_need.state': '提出经费需求',
    'funding_need.answer': '答复经费需求',
    'earmark.sheet': '下载专项与预算执行表',
  },
  {
    'fee_rate.enter': 'Entered a rate of fees',
    'bill.enter': 'Entered bills in the register',
    'bank_file.take': 'Took in a file of the bank or of e-receipts',
    'bank_line.decide': 'Decided a line that was not matched',
    'receipt.match': 'Entered matched receipts in the register',
    'payment.enter': 'Entered payments in the register',
    'payment_file.download': 'Downloaded a payment file',
    'spending.enter': 'Recorded spending',
    'spending.return': 'Recorded spending that came back',
    'spending.draw': 'Drew spending to be looked at',
    'funding_need.state': 'Stated a need of money',
    'funding_need.answer': 'Answered a need of money',
    'earmark.sheet': 'Downloaded budget against actual',
  },
);
