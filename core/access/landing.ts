import { ROLE_NAMES, type Role } from './roles.ts';

/** The page that somebody begins with, by role: what is due from them, or how their place stands. */
export const LANDING: Readonly<Record<Role, string>> = {
  office: '/',
  city_bureau: '/',
  county_bureau: '/',
  finance_bureau: '/',
  department: '/',
  college_programme: '/',
  college_academic: '/',
  college_finance: '/',
  college_roll: '/',
  college_leadership: '/',
  school_registrar: '/campuses',
  school_finance: '/campuses',
  school_head: '/campuses',
  campus_manager: '/campuses',
  counsellor: '/campuses',
  enterprise: '/mine',
  student: '/mine',
  guardian: '/mine',
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
