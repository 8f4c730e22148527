import type { Row } from '../exchange/sheets.ts';
import type { CampusRows } from '../facts/campus-rows.ts';
import { isFullTimeTeacher } from '../facts/staff.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A full-time teacher of the campus who is a full-time teacher of the secondary stage on the same day, with both posts. */
export interface Overlapping {
  readonly person_id: string;
  readonly name: string;
  readonly higher: readonly Row<'staff'>[];
  readonly secondary: readonly Row<'staff'>[];
  /** The last day of an exception that is in force; null where there is none. */
  readonly excepted_until: PlainDate | null;
}

/** R5-b (B14): persons, not posts, on the day. */
export function overlappingTeachers({ staff, staff_of_persons }: Pick<CampusRows, 'staff' | 'staff_of_persons'>, on: PlainDate): Overlapping[] {
  const here = staff.filter((post) => isFullTimeTeacher(post) && inForce(post, on));
  const persons = [...new Set(here.map(({ person_id }) => person_id))].sort();
  return persons.flatMap((person_id) => {
    const higher = here.filter((post) => post.person_id === person_id);
    const secondary = (staff_of_persons.get(person_id) ?? []).filter((post) => post.stage === 'secondary' && isFullTimeTeacher(post) && inForce(post, on));
    if (secondary.length === 0) return [];
    const until = higher.flatMap(({ exception_until }) => (exception_until !== null && exception_until >= on ? [exception_until] : [])).sort();
    return [{ person_id, name: higher[0]?.name ?? person_id, higher, secondary, excepted_until: until.at(-1) ?? null }];
  });
}
