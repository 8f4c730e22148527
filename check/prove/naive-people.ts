import { distinct, inForce } from './naive-answer.ts';
import type { Campus } from './naive-campus.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow } from './naive-rows.ts';

const TEACHING_POSTS = ['teacher', 'ideology_teacher'];
const isTeaching = (row: NaiveRow): boolean => cell(row, 'employment') === 'full_time' && TEACHING_POSTS.includes(cell(row, 'post'));

/** One person with a full-time teaching row in force at the campus, and those rows. */
export interface FullTimePerson {
  readonly id: string;
  readonly rows: readonly NaiveRow[];
  /** Teaches full-time in the secondary stage on the same day. */
  readonly overlaps: boolean;
  readonly excepted: boolean;
  readonly unqualified: boolean;
  readonly degree: string;
  readonly title: string;
}

export function fullTimePersons(campus: Campus): FullTimePerson[] {
  const rows = campus.staff.filter((row) => isTeaching(row) && inForce(row, campus.day));
  return distinct(rows, 'person_id').map((id) => {
    const own = rows.filter((row) => cell(row, 'person_id') === id);
    const overlaps = (campus.all['staff'] ?? []).some((row) =>
      cell(row, 'person_id') === id && cell(row, 'stage') === 'secondary' && isTeaching(row) && inForce(row, campus.day));
    const latest = [...own].sort((a, b) => (cell(a, 'from') < cell(b, 'from') ? -1 : 1)).at(-1) ?? {};
    return {
      id, rows: own, overlaps,
      excepted: overlaps && own.some((row) => cell(row, 'exception_until') >= campus.day),
      unqualified: own.some((row) => cell(row, 'qualified') === 'no'),
      degree: cell(latest, 'degree'), title: cell(latest, 'title'),
    };
  });
}

/** Neither uncovered overlaps nor unqualified. */
export const countedPersons = (persons: readonly FullTimePerson[]): FullTimePerson[] =>
  persons.filter((person) => (!person.overlaps || person.excepted) && !person.unqualified);

/** Persons with an `external` row in force who are not full-time persons. */
export function externalPersons(campus: Campus, persons: readonly FullTimePerson[]): string[] {
  const rows = campus.staff.filter((row) => cell(row, 'employment') === 'external' && inForce(row, campus.day));
  return distinct(rows, 'person_id').filter((id) => !persons.some((person) => person.id === id));
}
