import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** M5-f: what of the grant was passed on to which campus, from which receipts, and how long it lay. */
export const grantDistribution = documentKind({
  clause: 'M5-f', label: { zh: '经费拨付通知（清分表）', en: 'Distribution of the grant' }, series: 'grant_distribution',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', college: 'text', fiscal_year: 'count', voucher: 'text', paid_on: 'day', total: 'text',
    lines: rows({ campus: 'text', weight: 'text', amount: 'text', formula: 'text' }),
    receipts: rows({ receipt: 'text', received_on: 'day', campus: 'note', amount: 'text', days: 'count' }),
  },
  compose: (content) => ({
    title: `${content.college}${content.fiscal_year}年生均拨款清分表`, addressee: null,
    blocks: [
      facts(['付款日期', dayInWords(content.paid_on)], ['银行回单号', content.voucher], ['本次拨付', `${content.total} 元`]),
      {
        kind: 'table', caption: '拨付校区', columns: [column('校区', 5), column('折算人数', 3, 'right'), column('金额（元）', 4, 'right'), column('怎么算的', 9)],
        rows: content.lines.map((one) => [one.campus, one.weight, one.amount, one.formula]),
      },
      {
        kind: 'table', caption: '到账与转付天数', columns: [column('到账编号', 4), column('到账日期', 4), column('校区', 4), column('金额（元）', 4, 'right'), column('至付款日（天）', 3, 'right')],
        rows: content.receipts.map((one) => [one.receipt, dayInWords(one.received_on), one.campus === '' ? '按人数分配' : one.campus, one.amount, String(one.days)]),
      },
    ],
    basis: ['M5-f'], closing: { kind: 'issued', dated: content.dated },
  }),
});
