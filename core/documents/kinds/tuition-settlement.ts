import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** R4-c: tuition billed, collected and given back, the agreed share of the rest, and what was paid of it. */
export const tuitionSettlement = documentKind({
  clause: 'R4-c', label: { zh: '学费收缴及拨付结算表', en: 'Settlement of tuition' }, series: 'tuition_settlement',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', college: 'text', year: 'count', voucher: 'text', paid_on: 'day', total: 'text',
    schools: rows({ school: 'text', billed: 'text', collected: 'text', refunds: 'text', net: 'text', ratio: 'text', due: 'text', paid: 'text', difference: 'text' }),
  },
  compose: (content) => ({
    title: `${content.college}${content.year}—${content.year + 1}学年学费收缴及拨付结算表`, addressee: null,
    blocks: [
      facts(['付款日期', dayInWords(content.paid_on)], ['银行回单号', content.voucher], ['本次拨付', `${content.total} 元`]),
      {
        kind: 'table', caption: '各校结算（元）',
        columns: [
          column('学校', 5), column('应收', 3, 'right'), column('实收', 3, 'right'), column('退费', 3, 'right'), column('净收', 3, 'right'), column('比例', 2, 'right'), column('应拨', 3, 'right'), column('已拨', 3, 'right'),
          column('差额', 3, 'right'),
        ],
        rows: content.schools.map((one) => [one.school, one.billed, one.collected, one.refunds, one.net, one.ratio, one.due, one.paid, one.difference]),
      },
    ],
    basis: ['R4-b', 'R4-c'], closing: { kind: 'issued', dated: content.dated },
  }),
});
