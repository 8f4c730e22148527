import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** from a day on the region judges by another value or reading; what was frozen before stays. */
export const parameterDecision = documentKind({
  clause: 'X-1', label: { zh: '参数变更决定', en: 'Decision on a parameter' }, series: 'parameter',
  issuedBy: 'matter', readers: 'everybody', correctable: false,
  fields: {
    dated: 'day', parameter: 'text', label: 'text', served_clause: 'text', unit: 'note', before: 'text', after: 'text', effective_from: 'day', reason: 'text',
    effects: rows({ campus: 'text', item: 'text', before: 'text', after: 'text' }),
  },
  compose: (content) => ({
    title: `关于变更“${content.label}”的决定`,
    addressee: null,
    blocks: [
      paragraph(`现将“${content.label}”由${content.before}${content.unit}变更为${content.after}${content.unit}，自${dayInWords(content.effective_from)}起适用。此前已经冻结的结论不变。`),
      paragraph(`变更理由：${content.reason}`),
      facts(['参数', content.parameter], ['所属条款', content.served_clause], ['生效日期', dayInWords(content.effective_from)]),
      content.effects.length === 0
        ? paragraph('按现有数据，变更不影响任何校区的结论。')
        : {
          kind: 'table', caption: '受影响的结论', columns: [column('校区', 5), column('项目', 6), column('变更前', 2, 'center'), column('变更后', 2, 'center')],
          rows: content.effects.map(({ campus, item, before, after }) => [campus, item, before, after]),
        },
    ],
    basis: ['X-1', content.served_clause], closing: { kind: 'issued', dated: content.dated },
  }),
});
