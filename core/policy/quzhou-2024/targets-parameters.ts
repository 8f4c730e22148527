import { decimal } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const AIMS = say('正文一（二）', 'Main text, part 1, section 2');

/** 1.2: what is to be reached, and by which day. */
export const targetParameters: readonly Parameter[] = [
  parameter({
    key: 'target.schools', clause: '1.2-f', value: decimal('6'), unit: 'school', source: AIMS,
    label: say('参与试点的中职学校数', 'Schools in the pilot'),
    reading: reading('B45', say('何时算“参与试点”？', 'When does a school take part?'), [['active_with_intake', '在试点期内且当年有招生', 'Pilot running and students admitted that year']]),
  }),
  due('target.schools.due', '1.2-f', '2027-12-31', '参与试点学校数的期限', 'When the number of schools is due'),
  parameter({
    key: 'target.parks', clause: '1.2-g', value: decimal('1'), unit: 'ratio', source: AIMS,
    label: say('主要产业园区覆盖比例', 'Share of main parks reached'),
    reading: reading('B46', say('怎样算“覆盖”园区？', 'When is a park reached?'), [['campus_or_service', '有认定校区或正式服务', 'A recognised campus or a formal service']]),
  }),
  parameter({
    key: 'target.counties', clause: '1.2-g', value: decimal('1'), unit: 'ratio', source: AIMS,
    label: say('县（市、区）覆盖比例', 'Share of counties reached'),
    reading: reading('B65', say('县（市、区）按所在地还是按服务算覆盖？', 'Is a county reached by location or by service?'), [['location', '有认定校区', 'A recognised campus'], ['service', '有校区或正式服务', 'A campus or a formal service']]),
  }),
  due('target.coverage.due', '1.2-g', '2027-12-31', '覆盖目标的期限', 'When coverage is due'),
  parameter({
    key: 'target.intake.2024', clause: '1.2-i', value: decimal('450'), unit: 'student', source: AIMS,
    label: say('2024 年中职招生数', 'Secondary intake in 2024'),
    reading: reading('B44', say('按计划、录取还是注册人数？', 'Planned, admitted or registered?'), [['registered_secondary_roll_in_programme', '中职学籍注册人数', 'Registered on the secondary roll']]),
  }),
  due('target.intake.2024.due', '1.2-i', '2024-11-20', '2024 年招生数的统计日', 'When the intake of 2024 is counted'),
  parameter({
    key: 'target.intake.2027', clause: '1.2-j', value: decimal('500'), unit: 'student', source: AIMS,
    label: say('2027 年中职招生数下限', 'Least secondary intake in 2027'),
  }),
  parameter({
    key: 'target.intake.2027.stretch', clause: '1.2-j', value: decimal('1000'), unit: 'student', source: AIMS,
    label: say('2027 年中职招生数力争值', 'Secondary intake in 2027 to strive for'),
  }),
  due('target.intake.2027.due', '1.2-j', '2027-11-20', '2027 年招生数的统计日', 'When the intake of 2027 is counted'),
  parameter({
    key: 'target.local_rate', clause: '1.2-k', value: decimal('0.6'), unit: 'ratio', source: AIMS,
    label: say('毕业生本地就业率', 'Share of graduates employed locally'),
    reading: reading('B42', say('“超过 60% 以上”是否含 60%？', 'Does the aim include exactly 60 %?'), [['>60', '须大于 60%', 'More than 60 %'], ['>=60', '60% 即可', '60 % is enough']]),
  }),
  due('target.local_rate.due', '1.2-k', '2027-08-31', '本地就业率的统计日', 'When local employment is counted'),
  parameter({
    key: 'local_rate.year_end', clause: '1.2-k', value: '12-31', unit: 'month_day', source: PROPOSED,
    label: say('本地就业率另一统计日', 'Other day of the year on which local employment is counted'),
    reading: unverified(reading('B43', say('统计哪些毕业生、在哪一天？', 'Which graduates, on which day?'), [['12-31', '当年毕业生，另以12月31日和满一年时对照', 'Graduates of the year, beside it on 31 December and a year on']])),
  }),
  parameter({
    key: 'local_rate.not_employed', clause: '1.2-k', value: '70;71;72;65;80;85', unit: 'codes', source: PROPOSED,
    label: say('不算就业的去向', 'Destinations that are not employment'),
    reading: unverified(reading('B43', say('统计哪些毕业生、在哪一天？', 'Which graduates, on which day?'), [['08-31', '当年毕业生，截至 8 月 31 日', 'Graduates of the year, as of 31 August']])),
  }),
  parameter({
    key: 'local_rate.set_aside', clause: '1.2-k', value: '80;85;46', unit: 'codes', source: PROPOSED,
    label: say('不进入分母的去向', 'Destinations left out of the denominator'),
    reading: reading('B41', say('分母包括谁？', 'Who is in the denominator?'), [
      ['80;85;46', '除去升学、出国和应征入伍', 'Without further study, abroad and enlistment'],
      ['none', '全部毕业生', 'All graduates'],
      ['employed', '已就业毕业生', 'Employed graduates'],
    ]),
  }),
  parameter({
    key: 'local.area', clause: '1.2-k', value: '3308', unit: 'code', source: PROPOSED,
    label: say('“本地”的行政区划前缀', 'Division prefix that counts as local'),
    reading: reading('B40', say('“本地”指全市还是本县？按工作地还是户籍？', 'Local to the city or the county? By workplace or household?'), [['3308', '工作地在全市范围内', 'Workplace anywhere in the city']]),
  }),
];

function due(key: string, clause: string, day: string, zh: string, en: string): Parameter {
  return parameter({ key, clause, value: day, unit: 'date', source: PROPOSED, label: say(zh, en) });
}
