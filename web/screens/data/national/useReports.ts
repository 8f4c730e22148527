import type { Role } from '../../../../core/access/roles.ts';
import { useMay, useSession } from '../../../shell/session.ts';

/** Those who may take out what a college's state is made of; others with staff of their own report no such thing. */
const OF_COLLEGES: ReadonlySet<Role> = new Set<Role>(['college_programme', 'college_leadership', 'office', 'city_bureau', 'auditor']);

/** Whether there is anything that somebody reports to a national system. */
export function useReports(): boolean {
  const may = useMay();
  const { roles } = useSession();
  return may('students.export') || may('staff.export') && roles.some(({ role }) => OF_COLLEGES.has(role));
}
