import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** M4-a, R1 to R5: every standard of a campus with what it is judged by, as of a day. */
export const conditionsReport = documentKind({
  clause: 'M4-a', label: { zh: '高职校区办学条件达标表', en: 'Report on the conditions of a campus' }, series: 'conditions',
  issuedBy: 'person', readers: 'concerned', correctable: true,
  fields: {
    dated: 'day', campus_id: 'text', campus: 'text', school: 'text', college: 'text', judged_on: 'day', frozen: 'note', students: 'note',
    verdicts: rows({ clause: 'text', item: 'text', value: 'note', required: 'note', gap: 'note', outcome: 'text' }),
    filled_by: 'note', reviewed_by: 'note', responsible: 'note',
  },
  compose: (content) => ({
    title: '高职校区办学条件达标表',
    addressee: null,
    blocks: [
      facts(
        ['校区', `${content.campus}（${content.campus_id}）`], ['学校', content.school], ['学院', content.college],
        ['口径日期', dayInWords(content.judged_on)], ['数据状态', content.frozen === '' ? '实时数据' : content.frozen], ['在校生', content.students === '' ? '未上报' : `${content.students} 人`],
      ),
      {
        kind: 'table', caption: '各项标准',
        columns: [column('条款', 2), column('项目', 6), column('实际', 4, 'right'), column('标准', 4, 'right'), column('差距', 4), column('结论', 2, 'center')],
        rows: content.verdicts.map(({ clause, item, value, required, gap, outcome }) => [clause, item, value, required, gap, outcome]),
      },
    ],
    basis: ['M4-a', 'R1-b', 'R5-d'],
    closing: { kind: 'signed', dated: content.dated, filled_by: content.filled_by, reviewed_by: content.reviewed_by, responsible: content.responsible },
  }),
});
