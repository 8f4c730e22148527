import { ROLES } from '../../../core/access/roles.ts';
import type { Role } from '../../../core/access/roles.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { peopleWords } from '../../words/people.ts';
import type { Places } from './queries.ts';

export interface AppointingDraft {
  readonly role: Role | null;
  readonly org_id: string;
  readonly campuses: readonly string[];
  readonly classes: readonly string[];
  /** Of a teacher. */
  readonly staff_no: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** What a role is narrowed to: those that are for some campuses, some classes or as somebody of the staff are nothing without them. */
export function narrowedBy(role: Role | null): 'campuses' | 'classes' | 'staff_no' | null {
  if (role === 'teacher') return 'staff_no';
  return role === 'campus_manager' ? 'campuses' : role === 'counsellor' ? 'classes' : null;
}

/** Whether the role is held at an institution; else it is for the whole region. */
export function isAtOrganisation(role: Role | null): boolean {
  return role !== null && typeof ROLES[role].at !== 'string';
}

/** The institutions at which a role can be held. */
export function organisationsFor(role: Role | null, { organisations }: Pick<Places, 'organisations'>): Places['organisations'] {
  const at = role === null ? [] : ROLES[role].at;
  return typeof at === 'string' ? [] : organisations.filter(({ kind }) => (at as readonly string[]).includes(kind));
}

/** What is missing before the server is asked. */
export function appointingProblems(draft: AppointingDraft, say: (typeof peopleWords)['zh']): readonly FieldProblem[] {
  const { role, org_id, from, to } = draft;
  const narrowed = narrowedBy(role);
  return [
    ...(role === null ? [{ field: 'appoint-role', message: say.chooseRole }] : []),
    ...(isAtOrganisation(role) && org_id === '' ? [{ field: 'appoint-org', message: say.chooseOrganisation }] : []),
    ...(narrowed === 'campuses' && draft.campuses.length === 0 ? [{ field: 'appoint-campuses', message: say.chooseCampus }] : []),
    ...(narrowed === 'classes' && draft.classes.length === 0 ? [{ field: 'appoint-classes', message: say.chooseClass }] : []),
    ...(narrowed === 'staff_no' && draft.staff_no.trim() === '' ? [{ field: 'appoint-staff', message: say.giveStaffNo }] : []),
    ...(from === null ? [{ field: 'appoint-from', message: say.chooseFrom }] : []),
    ...(from !== null && to !== null && to < from ? [{ field: 'appoint-to', message: say.endsEarly }] : []),
  ];
}
