import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** M4-a: what a round of collection was frozen as, signed by a second person. */
export const collectionSheet = documentKind({
  clause: 'M4-a', label: { zh: '数据收集签认表', en: 'Signed sheet of a round of collection' }, series: 'collection',
  issuedBy: 'matter', readers: 'everybody', correctable: false,
  fields: {
    dated: 'day', round: 'text', frozen_on: 'day', snapshot_id: 'text', snapshot_sha256: 'text',
    schools: rows({ school: 'text', state: 'text', submitted_on: 'note', late: 'note' }),
    campuses: rows({ campus: 'text', students: 'note', met: 'count', unmet: 'count', undetermined: 'count' }),
    filled_by: 'note', reviewed_by: 'note', responsible: 'note',
  },
  compose: (content) => ({
    title: `${content.round}签认表`,
    addressee: null,
    blocks: [
      facts(['口径日期', dayInWords(content.frozen_on)], ['快照编号', content.snapshot_id], ['快照摘要', content.snapshot_sha256]),
      {
        kind: 'table', caption: '各校上报情况', columns: [column('学校', 6), column('状态', 3), column('上报日期', 3), column('逾期', 2)],
        rows: content.schools.map(({ school, state, submitted_on, late }) => [school, state, submitted_on, late]),
      },
      {
        kind: 'table', caption: '校区办学条件汇总',
        columns: [column('校区', 6), column('在校生（人）', 3, 'right'), column('达标（项）', 2, 'right'), column('未达标（项）', 2, 'right'), column('待补报（项）', 2, 'right')],
        rows: content.campuses.map(({ campus, students, met, unmet, undetermined }) => [campus, students, String(met), String(unmet), String(undetermined)]),
      },
    ],
    basis: ['M4-a'],
    closing: { kind: 'signed', dated: content.dated, filled_by: content.filled_by, reviewed_by: content.reviewed_by, responsible: content.responsible },
  }),
});
