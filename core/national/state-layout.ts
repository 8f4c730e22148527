import { date } from '../values/plain-date.ts';
import { blanks, coded, held, must, type NationalColumn, type NationalLayout } from './layout.ts';

const CODES = { zh: '填登记的高职专业代码', en: 'Higher major codes of the register' };
const PILOT_ONLY = { zh: '只含本试点登记的高职段学生，不含学院其他学生', en: 'Students of the pilot only, not others of the college' };
const HOST = { zh: '本学年接收过实习学生的单位；是否为基地由填报人判断', en: 'Firms that took interns this academic year; whether one is a base is for whoever reports to say' };

const title: readonly NationalColumn[] = [
  held('专业技术职务-等级', 'title'), ...blanks('专业技术职务-名称（全称）', '专业技术职务-发证单位', '专业技术职务-获取日期（年月）'),
];
const qualification = blanks('职业资格证书-等级', '职业资格证书-名称（全称）', '职业资格证书-发证单位', '职业资格证书-获取日期（年月）');

/** Columns of the college's own teachers, in full-time and part-time posts. */
const inside: readonly NationalColumn[] = [
  ...blanks('所属系部'), must('教工号', 'person_id'), must('姓名', 'name'), ...blanks('性别', '出生日期', '民族', '学历'), held('学位', 'degree'), ...title, ...blanks('专业领域', '专业特长'),
  ...blanks('有无高校教师资格证', '高校教师资格证书-发证单位', '高校教师资格证书-获取日期（年月）', '行业、企业一线工作时间-历年（年）', '行业、企业一线工作时间-本学年（天）'), ...qualification,
  ...blanks('是否专业教师', '是否为骨干教师'), held('是否为双师素质教师', 'dual_qualified'), ...blanks('教学名师'),
];

const outside: readonly NationalColumn[] = [
  ...blanks('所属系部'), must('教工号', 'person_id'), must('姓名', 'name'), ...blanks('性别', '出生日期', '参加工作日期（年月）', '学历'), held('学位', 'degree'), ...coded('签约情况'), ...title, ...qualification,
  held('当前专职工作背景-单位名称', 'employer'), ...blanks('当前专职工作背景-职务', '当前专职工作背景-任职日期（年月）'),
];

const bases: readonly NationalColumn[] = [
  must('实践基地名称', 'name'), held('面向专业-总数', 'majors_count'), held('面向专业-主要专业', 'majors', { remark: CODES }), ...blanks('立项部门', '批准日期（年）', '建筑面积（平方米）'),
  held('设备总值（万元）', 'value'), held('当年新增设备值（万元）', 'new_value'), ...blanks('自主研制设备值（万元）', '社会捐赠设备值（万元）', '社会准捐赠设备值（万元）'), held('设备总数（台套）', 'equipment'), ...blanks('大型设备数（台套）'),
  ...blanks('项目总数', '主要项目名称', '学年使用频率-校内（人时）', '学年使用频率-社会（人时）'), held('工位数（个）', 'stations'), ...blanks('原材料（耗材）费用（万元）', '设备维护费用（万元）', '专职管理人员（名）', '兼职管理人员（名）'),
];

const hosts: readonly NationalColumn[] = [
  ...blanks('基地名称（全称）'), must('依托单位', 'name', { remark: HOST }), ...blanks('建立日期（年月）'), held('面向专业-总数', 'majors_count'), held('面向专业-主要专业', 'majors', { remark: CODES }), ...blanks('项目数', '主要项目名称'),
  held('接待学生量（人次）', 'interns'), ...blanks('基地使用时间（天）'), held('接受半年顶岗实习学生数', 'half_year'), ...blanks('是否有住宿条件', '是否发放学生实习补贴', '向基地支付专项实习经费（元/生）', '派指导教师/学生管理人员（人次）', '接收应届毕业生就业数'),
];

const programmes: readonly NationalColumn[] = [
  ...blanks('专业所属系部', '是否招生'), must('专业代码', 'higher_code'), must('专业名称（全称）', 'name', { remark: { zh: '填登记的专业项目名称', en: 'The name of the programme in the register' } }), ...blanks('专业方向代码', '专业方向名称（全称）', '批准设置日期', '首次招生日期', '修业年限'),
  held('在校生数-总人数', 'students', { remark: PILOT_ONLY }), held('在校生数-一年级', 'fourth', { remark: { zh: '填本试点四年级人数', en: 'Grade 4 of the pilot' } }), held('在校生数-二年级', 'fifth', { remark: { zh: '填本试点五年级人数', en: 'Grade 5 of the pilot' } }), ...blanks('在校生数-三年级', '生源类型-普通高中起点'),
  held('生源类型-中职起点-合计', 'students', { remark: PILOT_ONLY }), held('生源类型-中职起点-其中五年制后二年', 'students', { remark: PILOT_ONLY }), ...blanks('生源类型-其他', '重点专业', '特色专业', '是否现代学徒制试点专业', '是否国际合作专业'),
  held('班级总数（个）', 'classes', { remark: PILOT_ONLY }), ...blanks('订单（定向）培养-班级数', '订单（定向）培养-学生数', '是否有上届毕业生'),
];

/** Tables of the state-data platform that the pilot has facts for. */
export const COLLEGE_STATE: NationalLayout = {
  system: 'college_state', valid_from: null, copied_on: date('2017-11-22'), read_on: date('2026-11-29'), confirmed: false,
  source: { zh: '高职院校数据软件对状态数据表的摘录；平台每年改版，教师表的列序不详，必填项只记编号和名称', en: 'Tables of the platform as colleges’ data software holds them; the platform changes yearly, the order of columns about teachers is not known, nor what is required beyond ids and names' },
  tables: [
    { id: 'A6-1-1', name: 'A6-1-1 校内专任教师', rows: 'full_time_teacher', columns: inside },
    { id: 'A6-2-1', name: 'A6-2-1 校内兼课人员', rows: 'part_time_teacher', columns: inside },
    { id: 'A6-3-1', name: 'A6-3-1 校外兼职教师', rows: 'outside_teacher', columns: outside },
    { id: 'A4-1', name: 'A4-1 校内实践基地', rows: 'base', columns: bases },
    { id: 'A4-2', name: 'A4-2 校外实习实训基地', rows: 'host', columns: hosts },
    { id: 'A7-1-1', name: 'A7-1-1 开设专业', rows: 'programme', columns: programmes },
  ],
};
