import type { NationalLayout } from './layout.ts';
import { COLLEGE_STATE } from './state-layout.ts';
import { STUDENT_LAYOUTS } from './student-layouts.ts';

/** Every layout that is known; a later one of a system is added beside the earlier. */
export const NATIONAL_LAYOUTS: readonly NationalLayout[] = [...STUDENT_LAYOUTS, COLLEGE_STATE];
