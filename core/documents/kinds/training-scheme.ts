import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** M9-a, M9-b: a training scheme with what its parties and the teaching committee decided. */
export const trainingScheme = documentKind({
  clause: 'M9-b', label: { zh: '人才培养方案及审定意见', en: 'Training scheme and decision' }, series: 'scheme',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', college: 'text', school: 'text', programme: 'text', secondary_code: 'text', higher_code: 'text', from_cohort: 'count', version: 'count', revision: 'count',
    required_credits: 'text', credits: 'text', hours: 'count', practice_hours: 'count', practice_share: 'text',
    courses: rows({ term: 'count', code: 'text', course: 'text', kind: 'text', credits: 'text', theory: 'count', practice: 'count', taught_by: 'text', certificate: 'note' }),
    parties: rows({ party: 'text', person: 'text', on: 'day' }),
    minutes_number: 'text', met_on: 'day', attendees: 'text', members: 'count', present: 'count', votes_for: 'count', votes_against: 'count', abstained: 'count',
  },
  compose: (content) => ({
    title: `${content.programme}专业人才培养方案（${content.from_cohort}级起适用）及审定意见`,
    addressee: null,
    blocks: [
      facts(
        ['高职院校', content.college], ['中职学校', content.school], ['专业代码（中职 → 高职）', `${content.secondary_code} → ${content.higher_code}`],
        ['版本', `第${content.version}版（第${content.revision}次修订）`], ['应修学分', content.required_credits], ['课程学分合计', content.credits],
        ['总学时', String(content.hours)], ['其中实践学时', `${content.practice_hours}（${content.practice_share}）`],
      ),
      {
        kind: 'table', caption: '五年课程表',
        columns: [column('学期', 2, 'right'), column('代码', 3), column('课程', 6), column('类别', 3), column('学分', 2, 'right'), column('理论', 2, 'right'), column('实践', 2, 'right'), column('授课方', 2), column('对应证书', 4)],
        rows: content.courses.map((one) => [String(one.term), one.code, one.course, one.kind, one.credits, String(one.theory), String(one.practice), one.taught_by, one.certificate]),
      },
      {
        kind: 'table', caption: '共同制订各方', columns: [column('单位', 6), column('同意人', 4), column('日期', 4)],
        rows: content.parties.map(({ party, person, on }) => [party, person, dayInWords(on)]),
      },
      facts(['会议纪要编号', content.minutes_number], ['会议日期', dayInWords(content.met_on)], ['出席人员', content.attendees]),
      paragraph(`教学委员会应到${content.members}人，实到${content.present}人；同意${content.votes_for}票，反对${content.votes_against}票，弃权${content.abstained}票，审定通过，自${content.from_cohort}级起实施。`),
    ],
    basis: ['M9-a', 'M9-b'], closing: { kind: 'issued', dated: content.dated },
  }),
});
