import type { Dataset, Row } from '../exchange/sheets.ts';
import { date } from '../values/plain-date.ts';

/** Stands where a name was. */
const LEFT_OUT = '略';
/** A day that is nobody's: the sheet asks for one. */
const NO_DAY = date('2000-01-01');

/** The columns of people of which a decision needs nothing, by sheet; numbers of persons are replaced by running ones. */
export const COLUMNS_LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  students: ['student_id', 'name', 'sex', 'birth_date', 'id_number', 'class_id'],
  destinations: ['student_id', 'employer_id', 'employer_credit_code', 'industry', 'contract', 'wage_band'],
  staff: ['person_id', 'name'],
  classes: ['head_id'],
  teaching: ['person_id'],
};

/**
 * The same records without anybody's person: heads, posts and periods stay, so that every figure comes to the same.
 * For whoever makes it and whatever they may read: a pack leaves the house.
 */
export function withoutPeople(dataset: Dataset): Dataset {
  const student = running('S');
  const person = running('P');
  return {
    ...dataset,
    ...(dataset.students !== undefined && { students: dataset.students.map((row): Row<'students'> => ({ ...row, student_id: student(row.student_id), name: LEFT_OUT, sex: '1', birth_date: NO_DAY, id_number: null, class_id: null })) }),
    ...(dataset.destinations !== undefined && {
      destinations: dataset.destinations.map((row): Row<'destinations'> => ({ ...row, student_id: student(row.student_id), employer_id: null, employer_credit_code: null, industry: null, contract: null, wage_band: null })),
    }),
    ...(dataset.staff !== undefined && { staff: dataset.staff.map((row): Row<'staff'> => ({ ...row, person_id: person(row.person_id), name: LEFT_OUT })) }),
    ...(dataset.classes !== undefined && { classes: dataset.classes.map((row): Row<'classes'> => ({ ...row, head_id: row.head_id === null ? null : person(row.head_id) })) }),
    ...(dataset.teaching !== undefined && { teaching: dataset.teaching.map((row): Row<'teaching'> => ({ ...row, person_id: person(row.person_id) })) }),
  };
}

/** Running numbers in the order in which somebody first appears: the same person has the same one everywhere. */
function running(prefix: string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const number = known.get(id) ?? `${prefix}${known.size + 1}`;
    known.set(id, number);
    return number;
  };
}
