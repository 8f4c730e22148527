import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** M9-c: plan and results of a sample test, with seed and list, so that anybody draws the same sample again. */
export const sampleTestReport = documentKind({
  clause: 'M9-c', label: { zh: '抽测方案与结果', en: 'Sample test: plan and results' }, series: 'sample_test',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', college: 'text', title: 'text', year: 'count', test_on: 'day', papers: 'text', list_on: 'day', list_hash: 'text', population: 'count', seed: 'text', seed_source: 'text',
    classes: rows({ class_id: 'note', population: 'count', sampled: 'count' }),
    schools: rows({ school: 'text', drawn: 'count', sat: 'count', absent: 'count', passed: 'count', mean: 'note', rate: 'note', outcome: 'text' }),
    sample: rows({ school: 'note', class_id: 'note', student_id: 'text' }),
  },
  compose: (content) => ({
    title: `${content.college}${content.year}学年抽测方案与结果`,
    addressee: null,
    blocks: [
      facts(
        ['抽测名称', content.title], ['测试日期', dayInWords(content.test_on)], ['试卷', content.papers], ['名单封存', dayInWords(content.list_on)], ['名单人数', `${content.population} 人`],
        ['名单校验值', content.list_hash], ['种子来源', content.seed_source], ['种子', content.seed]),
      paragraph('按班级分层，以种子与学号的摘要由小到大抽取；持名单与种子可重新抽取核对。缺考单列，不按零分计。'),
      {
        kind: 'table', caption: '各校结果',
        columns: [column('学校', 6), column('抽取', 2, 'right'), column('实考', 2, 'right'), column('缺考', 2, 'right'), column('合格', 2, 'right'), column('平均分', 2, 'right'), column('合格率', 2, 'right'), column('结论', 3)],
        rows: content.schools.map(({ school, drawn, sat, absent, passed, mean, rate, outcome }) => [school, String(drawn), String(sat), String(absent), String(passed), mean, rate, outcome]),
      },
      {
        kind: 'table', caption: '分层抽取', columns: [column('班级', 6), column('人数', 3, 'right'), column('抽取', 3, 'right')],
        rows: content.classes.map(({ class_id, population, sampled }) => [class_id === '' ? '未编班' : class_id, String(population), String(sampled)]),
      },
      {
        kind: 'table', caption: '样本名单', columns: [column('序号', 2, 'right'), column('学校', 5), column('班级', 4), column('学号', 5)],
        rows: content.sample.map(({ school, class_id, student_id }, at) => [String(at + 1), school, class_id, student_id]),
      },
    ],
    basis: ['M9-c'], closing: { kind: 'issued', dated: content.dated },
  }),
});
