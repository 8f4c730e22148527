import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** R4-g: custody money student by student, in one run: what came in, what it was spent for, what is given back or claimed. */
export const custodyStatement = documentKind({
  clause: 'R4-g', label: { zh: '代管费结算单', en: 'Settlement of custody money' }, series: 'custody_statement',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', school: 'text', year: 'count', voucher: 'text', paid_on: 'day', total: 'text', listed: 'note',
    students: rows({ student_id: 'text', name: 'text', class_id: 'note', received: 'text', spent: 'text', balance: 'text', refunded: 'text', claimed: 'text' }),
    items: rows({ student_id: 'text', name: 'text', item: 'text', unit_price: 'note', quantity: 'note', spent_on: 'day', amount: 'text' }),
  },
  compose: (content) => ({
    title: `${content.school}${content.year}—${content.year + 1}学年代管费结算单`, addressee: null,
    blocks: [
      facts(['付款日期', dayInWords(content.paid_on)], ['银行回单号', content.voucher], ['退款合计', `${content.total} 元`], ['说明', content.listed === '' ? '据实结算，多退少补' : content.listed]),
      {
        kind: 'table', caption: '每生结算（元）',
        columns: [column('学号', 4), column('姓名', 3), column('班级', 3), column('收取', 3, 'right'), column('支出', 3, 'right'), column('结余', 3, 'right'), column('本次退还', 3, 'right'), column('应补收', 3, 'right'), column('签收', 3)],
        rows: content.students.map((one) => [one.student_id, one.name, one.class_id, one.received, one.spent, one.balance, one.refunded, one.claimed, '']),
      },
      {
        kind: 'table', caption: '支出明细（元）', columns: [column('学号', 4), column('姓名', 3), column('项目', 4), column('单价', 3, 'right'), column('数量', 2, 'right'), column('日期', 4), column('金额', 3, 'right')],
        rows: content.items.map((one) => [one.student_id, one.name, one.item, one.unit_price, one.quantity, dayInWords(one.spent_on), one.amount]),
      },
    ],
    basis: ['R4-f', 'R4-g'], closing: { kind: 'issued', dated: content.dated },
  }),
});
