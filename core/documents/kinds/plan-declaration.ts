import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph, type Block } from '../sheet.ts';

/** M8-a, M8-b: the enrolment plan of a year as its two sides signed it and the leading group decided it, to be filed. */
export const planDeclaration = documentKind({
  clause: 'M8-b', label: { zh: '招生计划申报表', en: 'Declaration of an enrolment plan' }, series: 'plan',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', year: 'count', college: 'text', revision: 'count', minutes_number: 'text', met_on: 'day', higher_year: 'note',
    lines: rows({
      school: 'text', secondary_code: 'text', secondary_name: 'text', higher_code: 'text', higher_name: 'text', planned: 'count', higher_planned: 'note', planned_before: 'note', actual_before: 'note', campus: 'note', capacity: 'note',
    }),
    reasons: rows({ school: 'text', programme: 'text', reason: 'text' }),
    signatures: rows({ party: 'text', person: 'text', on: 'day' }),
    coordination: rows({ party: 'text', person: 'text', on: 'day', opinion: 'note' }),
  },
  compose: (content) => ({
    title: `${content.college}${content.year}年中高职一体化招生计划申报表`,
    addressee: null,
    blocks: [
      facts(['高职院校', content.college], ['招生年份', `${content.year}年`], ['计划人数合计', `${content.lines.reduce((sum, { planned }) => sum + planned, 0)}人`],
        ['对应高职阶段', content.higher_year === '' ? '不另计高职计划' : `${content.higher_year}年`], ['修订', `第${content.revision}次`], ['会议纪要编号', `${content.minutes_number}（${dayInWords(content.met_on)}）`]),
      {
        kind: 'table', caption: '中职阶段与高职阶段招生计划（人）',
        columns: [column('中职学校', 4), column('中职专业', 4), column('高职专业', 4), column('本年计划', 3, 'right'), column('高职计划', 3, 'right'), column('上年计划', 3, 'right'), column('上年实招', 3, 'right')],
        rows: content.lines.map((line) => [
          line.school, `${line.secondary_code} ${line.secondary_name}`, `${line.higher_code} ${line.higher_name}`, String(line.planned), line.higher_planned, line.planned_before, line.actual_before,
        ]),
      },
      {
        kind: 'table', caption: '升段年份的校区容量', columns: [column('专业', 4), column('高职校区', 4), column('预计在校生 / 可容纳（人）', 8)],
        rows: content.lines.map((line) => [line.secondary_name, line.campus, line.capacity]),
      },
      ...reasonsOf(content.reasons),
      { kind: 'table', caption: '两校签署', columns: [column('单位', 6), column('签署人', 4), column('日期', 4)], rows: content.signatures.map(({ party, person, on }) => [party, person, dayInWords(on)]) },
      {
        kind: 'table', caption: '统筹意见', columns: [column('部门', 4), column('经办人', 4), column('日期', 4), column('意见', 6)],
        rows: content.coordination.map(({ party, person, on, opinion }) => [party, person, dayInWords(on), opinion]),
      },
    ],
    basis: ['M8-a', 'M8-b', 'S2-a'], closing: { kind: 'issued', dated: content.dated },
  }),
});

function reasonsOf(reasons: readonly { readonly school: string; readonly programme: string; readonly reason: string }[]): Block[] {
  if (reasons.length === 0) return [paragraph('各计划行均在校区可容纳人数之内。')];
  return [{ kind: 'table', caption: '理由说明', columns: [column('中职学校', 4), column('专业', 4), column('理由', 9)], rows: reasons.map(({ school, programme, reason }) => [school, programme, reason]) }];
}
