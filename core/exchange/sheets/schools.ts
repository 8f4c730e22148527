import { code, date, integer, money, number, optional, reference, text } from '../column.ts';
import { sheet } from '../sheet.ts';

/** A pilot school on a day: its stage of the pilot, and all that it uses, its campuses included. */
export const schools = sheet('schools', ['试点学校', 'Pilot schools'], {
  school_id: reference('学校编号', 'School id', 'organisations'),
  on: date('统计日期', 'On'),
  pilot_stage: optional(code('试点阶段', 'Pilot stage', {
    deepening: ['深化', 'Deepening'],
    starting: ['启动', 'Starting'],
  })),
  pilot_from: optional(date('试点起始日期', 'Pilot from')),
  pilot_to: optional(date('试点截止日期', 'Pilot to')),
  total_land_m2: number('占地总面积', 'Total land', 'm2'),
  total_building_m2: number('校舍总建筑面积', 'Total building area', 'm2'),
  total_equipment_yuan: money('教学仪器设备总值', 'Total value of equipment'),
  secondary_students: integer('中职在校生数', 'Secondary students', 'person'),
  secondary_teachers: integer('中职专任教师数', 'Secondary teachers', 'person'),
}, { key: ['school_id', 'on'] });

export const campuses = sheet('campuses', ['校区', 'Campuses'], {
  campus_id: text('校区编号', 'Campus id'),
  name: text('校区名称', 'Campus name'),
  school_id: reference('中职学校编号', 'School id', 'organisations'),
  college_id: reference('高职院校编号', 'College id', 'organisations'),
  division_code: text('行政区划代码', 'Division code', 'division'),
  park_id: optional(reference('所在园区编号', 'Park id', 'parks')),
  form: code('设置形式', 'Form', {
    carved_out: ['校内划转', 'Carved out of the school'],
    new_build: ['独立新建', 'Newly built'],
  }),
  status: code('校区状态', 'Status', {
    preparing: ['筹建', 'Preparing'],
    recognised: ['已认定', 'Recognised'],
    suspended: ['暂停', 'Suspended'],
    closed: ['已撤销', 'Closed'],
  }),
  opened_on: optional(date('启用日期', 'Opened on')),
  payer_id: optional(reference('拨款单位编号', 'Payer id', 'organisations')),
}, { key: ['campus_id'] });
