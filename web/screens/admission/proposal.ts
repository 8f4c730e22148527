import { classesFor, numberStudents } from '../../../core/admission/numbering.ts';
import type { Admission, ProgrammeAdmission } from './queries.ts';

/** Codes of two figures that numbers begin with, as they stand in the form. */
export interface Codes {
  readonly school: string;
  readonly majors: Readonly<Record<string, string>>;
  readonly per_class: number;
}

export interface Proposed {
  readonly admission: Admission;
  readonly class_id: string;
  /** Null where the class has no number left. */
  readonly student_id: string | null;
}

/** Classes and numbers for those who came, programme by programme, as the server would give them. */
export function proposedFor(came: readonly Admission[], programmes: readonly ProgrammeAdmission[], cohort: number, { school, majors, per_class }: Codes): Proposed[] {
  const placed = programmes.flatMap(({ programme_id, major_code }) => {
    const of = came.filter((one) => one.programme_id === programme_id);
    const classes = classesFor(of.length, per_class, { year: cohort, school, major: majors[programme_id] ?? major_code });
    return of.map((admission, at) => ({ admission, class_id: classes[at] ?? '' }));
  });
  const numbers = numberStudents(placed.map(({ class_id }) => class_id), programmes.flatMap(({ numbered }) => numbered));
  return placed.map((one, at) => ({ ...one, student_id: numbers[at] ?? null }));
}
