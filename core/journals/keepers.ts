import type { Role } from '../access/roles.ts';

/** Whoever keeps the records of a campus for the school, and for the college. */
export const SCHOOL: readonly Role[] = ['school_head', 'school_registrar', 'campus_manager'];
export const COLLEGE: readonly Role[] = ['college_academic', 'college_programme', 'college_leadership'];
export const BOTH: readonly Role[] = [...SCHOOL, ...COLLEGE];
/** Whoever is on duty at a campus. */
export const ON_DUTY: readonly Role[] = ['campus_manager', 'counsellor', 'school_head', 'school_registrar'];
