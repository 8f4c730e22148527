import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, paragraph } from '../sheet.ts';

/** M5-d, M5-e: what the grant of a year comes to for each campus, what came of it, and the request for the rest. */
export const grantRequest = documentKind({
  clause: 'M5-d', label: { zh: '生均拨款测算及请款函', en: 'Calculation and request of the grant' }, series: 'grant_request',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', college: 'text', payers: 'text', fiscal_year: 'count', due: 'text', received: 'text', arrears: 'text', overdue: 'text',
    campuses: rows({ campus: 'text', payer: 'text', standard: 'text', weight: 'text', formula: 'text', due: 'text', received: 'text', arrears: 'text', overdue: 'text' }),
  },
  compose: (content) => ({
    title: `${content.college}${content.fiscal_year}年生均拨款测算及请款函`,
    addressee: content.payers,
    blocks: [
      paragraph(`依据生均拨款标准和签认人数，${content.fiscal_year}年应拨生均经费 ${content.due} 元，截至${dayInWords(content.dated)}到账 ${content.received} 元，尚欠 ${content.arrears} 元，其中按季已到期 ${content.overdue} 元。请按规定拨付。`),
      {
        kind: 'table', caption: '各校区测算（元）',
        columns: [column('校区', 5), column('拨款单位', 4), column('生均标准', 3, 'right'), column('折算人数', 3, 'right'), column('应拨', 4, 'right'), column('到账', 4, 'right'), column('欠拨', 4, 'right'), column('其中到期', 4, 'right')],
        rows: content.campuses.map((one) => [one.campus, one.payer, one.standard, one.weight, one.due, one.received, one.arrears, one.overdue]),
      },
      { kind: 'table', caption: '计算过程', columns: [column('校区', 3), column('算式', 12)], rows: content.campuses.map(({ campus, formula }) => [campus, formula]) },
    ],
    basis: ['M5-d', 'M5-e'], closing: { kind: 'issued', dated: content.dated },
  }),
});
