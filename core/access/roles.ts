import type { Bilingual } from '../values/bilingual.ts';

interface RoleHead {
  readonly name: Bilingual;
  /** Those who approve, pay, administer or read all prove themselves twice. */
  readonly secondFactor: boolean;
  /** Held beside no other role. */
  readonly exclusive: boolean;
  /** Where an appointment to it is: an organisation of one of these kinds, or the region as a whole. */
  readonly at: readonly OrganisationKind[] | 'region' | 'person';
}

export type OrganisationKind = 'college' | 'school' | 'office' | 'education_bureau' | 'government' | 'finance_bureau' | 'enterprise' | 'park' | 'department';

const role = (zh: string, en: string, at: RoleHead['at'], { secondFactor = false, exclusive = false } = {}): RoleHead =>
  ({ name: { zh, en }, secondFactor, exclusive, at });
const twice = { secondFactor: true };
const alone = { secondFactor: true, exclusive: true };

/** Everything that a person may be in the pilot. */
export const ROLES = {
  office: role('领导小组办公室', 'Leading-group office', ['office', 'government'], twice),
  city_bureau: role('市教育局', 'City education bureau', ['education_bureau'], twice),
  county_bureau: role('县（市、区）教育局', 'County education bureau', ['education_bureau'], twice),
  finance_bureau: role('财政部门', 'Finance bureau', ['finance_bureau'], twice),
  department: role('其他部门', 'Other department', ['department', 'park', 'government']),
  college_programme: role('高职项目办', 'College programme office', ['college'], twice),
  college_academic: role('高职教务', 'College academic affairs', ['college']),
  college_finance: role('高职财务', 'College finance', ['college'], twice),
  college_roll: role('高职学籍', 'College roll office', ['college'], twice),
  college_leadership: role('高职领导小组和教学委员会成员', 'College leadership group or teaching committee', ['college'], twice),
  school_registrar: role('中职学籍管理员', 'School registrar', ['school'], twice),
  school_finance: role('中职财务', 'School finance', ['school'], twice),
  school_head: role('中职校领导', 'School head', ['school'], twice),
  campus_manager: role('校区负责人', 'Campus manager', ['school']),
  counsellor: role('辅导员、班主任', 'Counsellor or class head', ['school', 'college']),
  teacher: role('任课教师', 'Teacher', ['school', 'college']),
  enterprise: role('企业', 'Enterprise', ['enterprise']),
  student: role('学生', 'Student', 'person'),
  guardian: role('监护人', 'Guardian', 'person'),
  auditor: role('审计人员', 'Auditor', 'region', alone),
  system_admin: role('系统管理员', 'System administrator', 'region', alone),
  security_admin: role('安全管理员', 'Security administrator', 'region', alone),
  audit_admin: role('审计管理员', 'Audit administrator', 'region', alone),
} as const satisfies Record<string, RoleHead>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** Whether a person may hold these roles at one time: an exclusive one is held alone. */
export function compatible(roles: readonly Role[]): boolean {
  return new Set(roles).size <= 1 || roles.every((name) => !ROLES[name].exclusive);
}

/** Whether a person with these roles must show a second factor. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((name) => ROLES[name].secondFactor);
}
