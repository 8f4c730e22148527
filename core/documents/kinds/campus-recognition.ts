import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** M4-a, M2-a: a campus that meets every standard is recognised. */
export const campusRecognition = documentKind({
  clause: 'M4-a', label: { zh: '高职校区认定决定', en: 'Decision to recognise a campus' }, series: 'recognition',
  issuedBy: 'matter', readers: 'concerned', correctable: true,
  fields: {
    dated: 'day', campus_id: 'text', campus: 'text', school: 'text', college: 'text', form: 'text', students: 'count',
    judged_on: 'day', effective_from: 'day', conditions: rows({ clause: 'text', item: 'text', found: 'note', outcome: 'text' }),
  },
  compose: (content) => ({
    title: `关于认定${content.campus}为高职校区的决定`,
    addressee: `${content.school}、${content.college}`,
    blocks: [
      paragraph(`${content.school}就${content.campus}提出的高职校区认定申请，经${content.college}核验，并按${dayInWords(content.judged_on)}的数据逐项评判，办学条件全部达标。现决定如下。`),
      paragraph(`一、认定${content.campus}为高职校区，自${dayInWords(content.effective_from)}起生效。`),
      paragraph('二、校区应持续保持各项办学条件，每年按规定上报；条件不再达标的，限期整改，整改不到位的撤销认定。'),
      facts(['校区编号', content.campus_id], ['校区形式', content.form], ['在校生', `${content.students} 人`], ['评判日期', dayInWords(content.judged_on)]),
      {
        kind: 'table', caption: '办学条件核验结果',
        columns: [column('条款', 2), column('项目', 6), column('实际', 5), column('结论', 2, 'center')],
        rows: content.conditions.map(({ clause, item, found, outcome }) => [clause, item, found, outcome]),
      },
    ],
    basis: ['M4-a', 'M2-a', 'R6-a'], closing: { kind: 'issued', dated: content.dated },
  }),
});
