import { date } from '../values/plain-date.ts';
import { blanks, coded, held, must, required, type NationalLayout } from './layout.ts';

/** The day on which the copies were read. */
const READ_ON = date('2026-11-29');
const CLASS = { zh: '填登记的班级编号；如系统里的班级名称不同，请改', en: 'The class id of the register; change it where the system calls the class otherwise' };
const ENTERED = { zh: '该学段一年级（高职段为四年级）的第一天，取自学籍台账', en: 'The first day of the first grade of the stage, from the roll' };

const memberOf = (which: string, prefix: string) => [
  held(`${which}姓名`, `${prefix}name`), held(`${which}关系`, `${prefix}relation`), held(`${which}是否监护人`, `${prefix}is`), held(`${which}联系电话`, `${prefix}phone`),
  ...blanks(...['出生年月', '身份证件类型', '身份证件号', '民族', '政治面貌', '健康状况', '工作或学习单位', '职务'].map((what) => which + what)),
];

/** R3-b: students of the secondary stage, 73 columns. */
const secondaryRoll: NationalLayout = {
  system: 'secondary_roll', valid_from: null, copied_on: date('2019-07-09'), read_on: READ_ON, confirmed: false,
  source: { zh: '某校学籍软件中的导入模板（73列）；必填项按 JY/T 1002-2012', en: 'The import template in a school’s roll software (73 columns); required by JY/T 1002-2012' },
  tables: [{
    id: 'students', name: '学生信息', rows: 'student',
    columns: [
      must('姓名', 'name'), must('性别', 'sex'), must('出生日期', 'birth_date'), must('身份证件类型', 'id_type'), must('身份证件号', 'id_number'), ...blanks('姓名拼音'),
      must('班级名称', 'class_id', { remark: CLASS }), must('学号', 'student_id'), ...coded('学生类别', '学习形式', '入学方式', '就读方式'),
      ...blanks('国籍/地区', '港澳台侨外', '婚姻状况', '乘火车区间', '是否随迁子女', '生源地行政区划码', '出生地行政区划码', '籍贯地行政区划码', '户口所在地区县以下详细地址', '所属派出所', '户口所在地行政区划码', '户口性质', '学生居住地类型'),
      must('入学年月', 'entered_month', { remark: ENTERED }), held('专业简称', 'programme'), ...coded('学制'), ...blanks('民族', '政治面貌', '健康状况', '学生来源', '招生对象', '联系电话', '是否建档立卡贫困户'),
      ...coded('招生方式', '联招合作类型'), ...blanks('准考证号'), held('考生号', 'exam_number'), held('考试总分', 'score'), ...coded('联招合作办学形式', '联招合作学校代码', '校外教学点', '分段培养方式'),
      ...blanks('英文姓名', '电子信箱/其他联系方式', '家庭现地址', '家庭邮政编码', '家庭电话'), ...memberOf('成员1', 'guardian_'), ...memberOf('成员2', 'second_guardian_'),
    ],
  }],
};

/** R3-c: students of the higher stage, the 18 columns of new students’ registration. */
const higherRoll: NationalLayout = {
  system: 'higher_roll', valid_from: null, copied_on: null, read_on: READ_ON, confirmed: false,
  source: { zh: '高校公开的学籍注册数据结构说明（18列）；必填项按某省特殊类别新生注册库结构', en: 'The structure of registration data as a university published it (18 columns); required by a province’s table for special kinds of entry' },
  tables: [{
    id: 'students', name: '学籍注册', rows: 'student',
    columns: [
      ...required(blanks('KSH')), held('XH', 'student_id'), must('XM', 'name'), must('XB', 'sex'), must('CSRQ', 'birth_date'), must('SFZH', 'id_number'), ...blanks('ZZMM'), ...required(blanks('MZ')),
      held('ZYDM', 'higher_code'), must('ZYMC', 'programme', { remark: { zh: '填登记的专业项目名称；与专业目录的名称不同时请改', en: 'The name of the programme in the register; change it where the catalogue calls the major otherwise' } }),
      ...required(coded('CC', 'XZ', 'XXXS')), must('RXRQ', 'entered_on', { remark: ENTERED }), ...blanks('FY', 'XSH'), held('BH', 'class_id', { remark: CLASS }), ...blanks('YJBYRQ'),
    ],
  }],
};

/** S2-i: one row for each internship, 33 columns. */
const internships: NationalLayout = {
  system: 'internships', valid_from: null, copied_on: null, read_on: READ_ON, confirmed: false,
  source: { zh: '某院实习数据导出（33列），与全国大学生实习公共服务平台的采集项相近；必填项按某院采集表', en: 'A department’s export of internship data (33 columns), close to what the national internship platform gathers; required by a department’s own form' },
  tables: [{
    id: 'internships', name: '实习数据', rows: 'internship',
    columns: [
      must('学号', 'student_id'), must('学生姓名', 'name'), held('入学年份', 'cohort'), ...blanks('院系'), held('班级', 'class_id', { remark: CLASS }), ...blanks('课程名称', '课程代码', '学分'), ...coded('实习类型', '实习组织形式', '实习方式'),
      held('学年', 'academic_year'), ...blanks('校内指导教师'), must('实习单位名称', 'employer'), held('实习单位统一社会信用代码', 'credit_code'), ...blanks('实习地区及代码'), must('实习详细地址', 'place', { remark: { zh: '填岗位登记的实习地点', en: 'The place that the post was offered with' } }),
      held('是否有实习责任险', 'insured', { remark: { zh: '登记的保单覆盖实习全部日期时填“是”，否则留空', en: 'Yes where recorded policies cover every day; empty otherwise' } }), ...blanks('是否有人身意外险'),
      held('是否进行实习安全教育和培训', 'safety_trained', { remark: { zh: '已登记安全培训时填“是”，否则留空', en: 'Yes where training is recorded; empty otherwise' } }),
      held('是否签订实习三方协议', 'agreed', { remark: { zh: '已登记各方签署的协议时填“是”，否则留空', en: 'Yes where the agreement of all parties is recorded; empty otherwise' } }),
      ...blanks('实习单位获取方式', '实习单位是否有安全应急', '实习单位是否为校级及以上实习基地', '实习单位是否为数智赋能实习基地', '实习单位是否为海外实习基地'),
      must('实习开始时间', 'from'), must('实习结束时间', 'to'), ...blanks('实际实习天数'), must('实习岗位', 'post'), held('实习报酬（元/月）', 'wage'), ...required(blanks('企业指导人员姓名')), ...blanks('企业指导人员电话'),
    ],
  }],
};

export const STUDENT_LAYOUTS: readonly NationalLayout[] = [secondaryRoll, higherRoll, internships];
