import { ROLE_NAMES, type Role } from './roles.ts';

/** The page that somebody begins with, by role: what is due from them, or how their place stands. */
export const LANDING: Readonly<Record<Role, string>> = {
  office: '/todo',
  city_bureau: '/todo',
  county_bureau: '/todo',
  finance_bureau: '/todo',
  department: '/todo',
  college_programme: '/todo',
  college_academic: '/todo',
  college_finance: '/todo',
  college_roll: '/todo',
  college_leadership: '/todo',
  school_registrar: '/todo',
  school_finance: '/todo',
  school_head: '/todo',
  campus_manager: '/todo',
  counsellor: '/todo',
  teacher: '/teaching',
  enterprise: '/mine',
  student: '/five-years',
  guardian: '/five-years',
  auditor: '/',
  system_admin: '/people',
  security_admin: '/people',
  audit_admin: '/audit',
};

/** The landing page of somebody with these roles: that of the first in the order of the table of roles. */
export function landingOf(roles: readonly Role[]): string {
  const first = ROLE_NAMES.find((role) => roles.includes(role));
  return first === undefined ? '/clauses' : LANDING[first];
}
