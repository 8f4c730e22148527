import { code, date, integer, list, money, number, optional, reference, share, text, yesNo } from '../column.ts';
import { sheet } from '../sheet.ts';

/** What a campus has: land, rooms, facilities, training bases, equipment. */
export const land = sheet('land', ['土地台账', 'Land'], {
  parcel_id: text('地块编号', 'Parcel id'),
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  area_m2: number('占地面积', 'Area', 'm2'),
  share: share('使用份额', 'Share'),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
}, { key: ['parcel_id', 'campus_id', 'from'], noOverlap: ['parcel_id', 'campus_id'], sharesOf: ['parcel_id'] });

export const rooms = sheet('rooms', ['房间台账', 'Rooms'], {
  room_id: text('房间编号', 'Room id'),
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  name: optional(text('房间名称', 'Room name')),
  use: code('用途', 'Use', {
    teaching: ['教室', 'Classroom'],
    laboratory: ['实验室', 'Laboratory'],
    training: ['实训用房', 'Training room'],
    library: ['图书馆', 'Library'],
    sports_hall: ['室内体育用房', 'Sports hall'],
    admin: ['行政办公用房', 'Administration'],
    dormitory: ['学生宿舍', 'Dormitory'],
    canteen: ['食堂', 'Canteen'],
    other: ['其他用房', 'Other'],
  }),
  area_m2: number('建筑面积', 'Area', 'm2'),
  share: share('使用份额', 'Share'),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
}, { key: ['room_id', 'campus_id', 'from'], noOverlap: ['room_id', 'campus_id'], sharesOf: ['room_id'] });

export const facilities = sheet('facilities', ['配套设施', 'Facilities'], {
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  kind: code('设施类别', 'Kind of facility', {
    library: ['图书馆', 'Library'],
    canteen: ['食堂', 'Canteen'],
    sports: ['运动场地', 'Sports ground'],
    clinic: ['医务室', 'Clinic'],
    network: ['校园网络', 'Campus network'],
    counselling_room: ['心理辅导室', 'Counselling room'],
    other: ['其他设施', 'Other'],
  }),
  present: yesNo('是否具备', 'Present'),
  checked_on: date('核查日期', 'Checked on'),
}, { key: ['campus_id', 'kind', 'checked_on'] });

export const bases = sheet('bases', ['实训基地', 'Training bases'], {
  base_id: text('基地编号', 'Base id'),
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  name: text('基地名称', 'Base name'),
  stations: integer('工位数', 'Stations', 'station'),
  majors: list('服务的高职专业代码', 'Higher major codes served', 'higher_major'),
}, { key: ['base_id'] });

export const equipment = sheet('equipment', ['仪器设备台账', 'Equipment'], {
  asset_id: text('资产编号', 'Asset id'),
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  base_id: optional(reference('基地编号', 'Base id', 'bases')),
  name: text('设备名称', 'Equipment name'),
  value_yuan: money('原值', 'Original value'),
  acquired_on: date('购置日期', 'Acquired on'),
  retired_on: optional(date('报废日期', 'Retired on')),
  share: share('使用份额', 'Share'),
  owner: code('产权归属', 'Owner', {
    school: ['中职学校', 'School'],
    college: ['高职院校', 'College'],
    enterprise: ['企业', 'Enterprise'],
  }),
  agreement_until: optional(date('共用协议到期日', 'Agreement until')),
}, { key: ['asset_id', 'campus_id'], noOverlap: ['asset_id', 'campus_id'], sharesOf: ['asset_id'] });
