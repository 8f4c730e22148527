import { code, date, integer, money, number, optional, reference, text, year } from '../column.ts';
import { sheet } from '../sheet.ts';

const categories = {
  operation: ['日常运行', 'Operation'],
  equipment: ['设备购置', 'Equipment'],
  facilities: ['设施建设', 'Facilities'],
  teacher_training: ['教师培训', 'Teacher training'],
  teaching_reform: ['教学改革', 'Teaching reform'],
  other: ['其他', 'Other'],
} as const;

/** Budgets and what came of them; the options and limits of the planner. */
export const budgets = sheet('budgets', ['预算', 'Budgets'], {
  payer_id: reference('拨款单位编号', 'Payer id', 'organisations'),
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  fiscal_year: year('财政年度', 'Fiscal year'),
  category: code('支出类别', 'Category', categories),
  amount_yuan: money('金额', 'Amount'),
}, { key: ['payer_id', 'campus_id', 'fiscal_year', 'category'] });

export const spending = sheet('spending', ['经费支出', 'Spending'], {
  spending_id: text('支出编号', 'Spending id'),
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  fund: code('资金渠道', 'Fund', {
    grant: ['生均拨款', 'Grant'],
    tuition_share: ['学费分成', 'Tuition share'],
    dorm: ['住宿费', 'Dormitory fee'],
    other: ['其他资金', 'Other'],
  }),
  category: code('支出类别', 'Category', categories),
  amount_yuan: money('金额', 'Amount'),
  spent_on: date('支出日期', 'Spent on'),
}, { key: ['spending_id'] });

export const options = sheet('options', ['规划选项', 'Options'], {
  option_id: text('选项编号', 'Option id'),
  campus_id: optional(reference('校区编号', 'Campus id', 'campuses')),
  kind: code('选项类别', 'Kind of option', {
    room: ['教学行政用房', 'Teaching and administration rooms'],
    dormitory: ['学生宿舍', 'Dormitory'],
    land: ['土地', 'Land'],
    equipment: ['仪器设备', 'Equipment'],
    teacher: ['专任教师', 'Teacher'],
    ideology_teacher: ['思政课教师', 'Ideology teacher'],
    counsellor: ['专职辅导员', 'Counsellor'],
    psychologist: ['心理健康教师', 'Psychologist'],
    class: ['班级', 'Class'],
    campus: ['校区', 'Campus'],
  }),
  unit: number('单项增加量', 'How much one brings'),
  cost_yuan: money('一次性投入', 'Cost'),
  yearly_yuan: optional(money('每年支出', 'Yearly cost')),
  max: optional(integer('最多项数', 'At most')),
  from_year: year('可用起始年份', 'From year'),
}, { key: ['option_id'] });

export const limits = sheet('limits', ['规划限额', 'Limits'], {
  year: year('年份', 'Year'),
  budget_yuan: optional(money('预算上限', 'Budget')),
  max_classes: optional(integer('班级数上限', 'Classes at most')),
}, { key: ['year'] });
