import { code, date, list, optional, reference, text, yesNo } from '../column.ts';
import { sheet } from '../sheet.ts';

/** The region itself, and everybody and every place in it that other sheets refer to. */
export const region = sheet('region', ['地区', 'Region'], {
  region_code: text('地区代码', 'Region code', 'division'),
  name: text('地区名称', 'Region name'),
  office_name: text('领导小组办公室名称', 'Name of the leading-group office'),
}, { key: ['region_code'] });

export const organisations = sheet('organisations', ['单位名录', 'Organisations'], {
  org_id: text('单位编号', 'Organisation id'),
  name: text('单位名称', 'Organisation name'),
  aliases: optional(list('别名', 'Aliases')),
  kind: code('单位类别', 'Kind of organisation', {
    college: ['高职院校', 'Higher vocational college'],
    school: ['中职学校', 'Secondary vocational school'],
    office: ['领导小组办公室', 'Leading-group office'],
    education_bureau: ['教育行政部门', 'Education bureau'],
    government: ['人民政府', 'Government'],
    finance_bureau: ['财政部门', 'Finance bureau'],
    enterprise: ['企业', 'Enterprise'],
    park: ['园区管理机构', 'Park administration'],
    department: ['其他部门', 'Other department'],
  }),
  division_code: text('行政区划代码', 'Division code', 'division'),
  credit_code: optional(text('统一社会信用代码', 'Unified social credit code', 'credit_code')),
}, { key: ['org_id'] });

export const parks = sheet('parks', ['产业园区', 'Industrial parks'], {
  park_id: text('园区编号', 'Park id'),
  name: text('园区名称', 'Park name'),
  division_code: text('行政区划代码', 'Division code', 'division'),
  main: yesNo('是否主要园区', 'Main park'),
}, { key: ['park_id'] });

export const services = sheet('services', ['园区服务', 'Services to parks'], {
  park_id: reference('园区编号', 'Park id', 'parks'),
  programme_id: reference('专业项目编号', 'Programme id', 'programmes'),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
}, { key: ['park_id', 'programme_id', 'from'] });
