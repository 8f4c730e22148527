import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** What stands in the place of a destination of whom the school has recorded none. */
export const NOT_RECORDED = '未登记';

/** M10-b, 1.2-k: where the graduates of a school and year went, and the three local rates; put right by another version as long as people are heard of. */
export const destinationReport = documentKind({
  clause: 'M10-b', label: { zh: '毕业去向与本地就业统计', en: 'Statistics of destinations and local work' }, series: 'destinations', issuedBy: 'person', readers: 'concerned', correctable: true, wide: true,
  fields: {
    dated: 'day', school_id: 'text', school: 'text', year: 'count', on: 'day',
    rates: rows({ day: 'text', graduates: 'count', recorded: 'count', local: 'count', without_set_aside: 'text', all_graduates: 'text', employed: 'text' }),
    students: rows({
      student_id: 'text', name: 'text', class_id: 'note', programme: 'text', code: 'text', employer: 'note', credit_code: 'note', workplace: 'note', partner: 'note', contract: 'note', wage: 'note', match: 'note', recorded_on: 'note',
    }),
    filled_by: 'note', reviewed_by: 'note', responsible: 'note',
  },
  compose: (content) => {
    const missing = content.students.filter(({ code }) => code === NOT_RECORDED).length;
    return {
      title: `${content.school}${content.year}届毕业去向与本地就业统计`, addressee: null,
      blocks: [
        facts(['学校', `${content.school}（${content.school_id}）`], ['口径日期', dayInWords(content.on)]),
        {
          kind: 'table', caption: '本地就业率（同一分子，三种分母）',
          columns: [column('统计日', 3), column('毕业生', 2, 'right'), column('已登记', 2, 'right'), column('本市就业', 2, 'right'), column('除去升学、出国、入伍', 4), column('全部毕业生', 4), column('已就业毕业生', 4)],
          rows: content.rates.map((one) => [one.day, String(one.graduates), String(one.recorded), String(one.local), one.without_set_aside, one.all_graduates, one.employed]),
        },
        {
          kind: 'table', caption: `毕业生 ${content.students.length} 人，已登记去向 ${content.students.length - missing} 人，未登记 ${missing} 人`,
          columns: [
            column('学号', 3), column('姓名', 2.4), column('班级', 2.8), column('专业', 3.4), column('去向', 4), column('用人单位', 4.4), column('统一社会信用代码', 4.4), column('工作地', 2), column('合作企业', 1.8), column('合同', 3),
            column('月工资（元）', 2.4, 'right'), column('专业对口', 1.8), column('登记日期', 2.6),
          ],
          rows: content.students.map((one) => [
            one.student_id, one.name, one.class_id, one.programme, one.code, one.employer, one.credit_code, one.workplace, one.partner, one.contract, one.wage, one.match, one.recorded_on,
          ]),
        },
      ],
      basis: ['M10-b', '1.2-k', 'S2-j'],
      closing: { kind: 'signed', dated: content.dated, filled_by: content.filled_by, reviewed_by: content.reviewed_by, responsible: content.responsible },
    };
  },
});
