import { decimal } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const ANNEX_2 = say('附件第二条', 'Annex, article 2');
const CONDITIONS_2004 = say('普通高等学校基本办学条件指标（2004）', 'Basic conditions of colleges (2004)');

/** R2: training bases and equipment. */
export const r2Parameters: readonly Parameter[] = [
  parameter({
    key: 'base.students_per_station', clause: 'R2-a', value: 'off', unit: 'student/station', source: PROPOSED,
    label: say('每个工位最多服务的学生数', 'Most students per work station'),
  }),
  parameter({
    key: 'equip.min_yuan', clause: 'R2-b', value: decimal('10000'), unit: 'yuan/student', source: ANNEX_2,
    label: say('生均仪器设备值下限', 'Least equipment value per student'),
  }),
  parameter({
    key: 'equip.new_ratio.min', clause: 'R2-c', value: decimal('0.1'), unit: 'ratio', source: ANNEX_2,
    label: say('新增设备占比下限', 'Least share of new equipment'),
  }),
  parameter({
    key: 'equip.scope', clause: 'R2-b', value: 'teaching_research_serving_higher_stage', unit: 'choice', source: CONDITIONS_2004,
    label: say('计入的设备范围', 'Which equipment counts'),
    reading: reading('B11', say('只算实训基地的设备，还是服务高职阶段的全部教学科研设备？', 'Only equipment of training bases, or all that serves the higher stage?'), [
      ['teaching_research_serving_higher_stage', '服务高职阶段的教学科研设备', 'Teaching and research equipment serving the higher stage'],
      ['training_base_only', '仅实训基地内设备', 'Equipment inside training bases only'],
    ]),
  }),
  parameter({
    key: 'equip.value', clause: 'R2-b', value: 'original', unit: 'choice', source: CONDITIONS_2004,
    label: say('设备按什么价值计', 'At which value equipment counts'),
    reading: reading('B11', say('原值还是净值？', 'Original or net value?'), [
      ['original', '原值', 'Original value'],
      ['net', '净值', 'Net value'],
    ]),
  }),
  parameter({
    key: 'equip.min_item', clause: 'R2-b', value: decimal('1000'), unit: 'yuan', source: CONDITIONS_2004,
    label: say('单件计入的最低原值', 'Least original value of an item that counts'),
    reading: unverified(reading('B11', say('单件多少元以上才计入？', 'From which value does an item count?'), [
      ['1000', '1 000 元', '1 000 yuan'],
      ['1500', '1 500 元（专用设备）', '1 500 yuan (special equipment)'],
    ])),
  }),
  parameter({
    key: 'equip.firm_cap', clause: 'R2-b', value: decimal('0.3'), unit: 'ratio', source: PROPOSED,
    label: say('企业设备占总值的上限', 'Most that enterprises’ equipment may be of the whole'),
    reading: reading('B11', say('企业所有的设备最多计入多少？', 'How much of the enterprises’ equipment counts?'), [
      ['0.3', '不超过总值的 30%', 'At most 30 % of the whole'],
    ]),
  }),
  parameter({
    key: 'equip.new_ratio.denominator', clause: 'R2-c', value: 'total_minus_new', unit: 'choice', source: CONDITIONS_2004,
    label: say('新增占比的分母', 'What new equipment is divided by'),
    reading: unverified(reading('B12', say('除以存量，还是除以总值？', 'Divided by what was there before, or by the total?'), [
      ['total_minus_new', '总值减新增', 'Total less new'],
      ['total', '总值', 'Total'],
    ])),
  }),
  parameter({
    key: 'equip.new_ratio.exempt_total', clause: 'R2-c', value: decimal('100000000'), unit: 'yuan', source: CONDITIONS_2004,
    label: say('免于新增占比要求的设备总值', 'Total above which the share is not asked'),
    reading: unverified(reading('B12', say('设备很多的校区是否免于此项？', 'Is a campus with much equipment exempt?'), [
      ['100000000', '总值超过 1 亿元且新增超过 1 000 万元', 'Total over 100 million and new over 10 million yuan'],
    ])),
  }),
  parameter({
    key: 'equip.new_ratio.exempt_new', clause: 'R2-c', value: decimal('10000000'), unit: 'yuan', source: CONDITIONS_2004,
    label: say('免于新增占比要求的新增值', 'New value above which the share is not asked'),
  }),
  parameter({
    key: 'equip.new_ratio.year', clause: 'R2-c', value: 'calendar', unit: 'choice', source: PROPOSED,
    label: say('“新增”按哪种年度', 'Which year "new" means'),
    reading: reading('B13', say('按日历年还是学年？', 'Calendar year or academic year?'), [
      ['calendar', '日历年', 'Calendar year'],
      ['academic', '学年', 'Academic year'],
    ]),
  }),
];
