import { words } from './dictionary.ts';

/** What plans, minutes, receipts and signatures give beside a reason. */
export const detailWords = words(
  {
    department: '发改部门',
    departmentHelp: '由该部门对计划作统筹（S2-a）',
    revision: '修订',
    signs: '签署学校',
    number: '编号',
    attendees: '出席人员',
    minutesNumber: '会议纪要编号',
    provinceNumber: '省教育厅回执编号',
    examNumber: '省教育考试院回执编号',
    meetingDay: '会议日期',
    receiptDay: '回执日期',
    giveAll: '请填写',
    openPlan: '打开计划，修订计划行',
  },
  {
    department: 'Department of development and reform',
    departmentHelp: 'It co-ordinates the plan (S2-a)',
    revision: 'Revision',
    signs: 'School that signs',
    number: 'Number',
    attendees: 'Who attended',
    minutesNumber: 'Number of the minutes',
    provinceNumber: 'Number of the education department’s receipt',
    examNumber: 'Number of the examination authority’s receipt',
    meetingDay: 'Day of the meeting',
    receiptDay: 'Day of the receipt',
    giveAll: 'To be filled in',
    openPlan: 'Open the plan and draw up its lines',
  },
);
