import type { Exact } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What a guardian's row says. */
export interface GuardianFacts {
  readonly name: string;
  readonly relation: string;
  /** Whole or masked, as it may be shown; null where none is recorded. */
  readonly phone: string | null;
}

/** A student of a stage on a day. */
export interface StudentFacts {
  readonly student_id: string;
  readonly name: string;
  readonly sex: string;
  readonly birth_date: PlainDate;
  /** Whole or masked, as it may be shown; null where none is recorded. */
  readonly id_number: string | null;
  readonly roll_number: string | null;
  readonly cohort: number;
  readonly grade: number;
  readonly status: string;
  readonly class_id: string | null;
  readonly programme: string;
  readonly secondary_code: string;
  readonly higher_code: string;
  readonly campus: string | null;
  /** The first day of the stage's first grade. */
  readonly entered_on: PlainDate | null;
  readonly exam_number: string | null;
  readonly score: string | null;
  readonly guardians: readonly GuardianFacts[];
}

/** Somebody who teaches at campuses of a college. */
export interface TeacherFacts {
  readonly person_id: string;
  readonly name: string;
  readonly employer: string;
  readonly degree: string;
  readonly title: string;
  readonly dual_qualified: boolean | null;
  readonly from: PlainDate;
}

/** A training base of a campus, with what stands in it. */
export interface BaseFacts {
  readonly base_id: string;
  readonly name: string;
  readonly campus: string;
  readonly majors: readonly string[];
  readonly stations: number;
  readonly equipment: number;
  readonly value_yuan: Exact;
  /** Acquired in the calendar year of the day. */
  readonly new_value_yuan: Exact;
}

/** A firm that took students of a college as interns in the academic year. */
export interface HostFacts {
  readonly org_id: string;
  readonly name: string;
  readonly credit_code: string | null;
  readonly interns: number;
  /** Of them, those for half a year or longer. */
  readonly half_year: number;
  readonly majors: readonly string[];
}

/** A higher major that a college has in the pilot. */
export interface ProgrammeFacts {
  readonly higher_code: string;
  readonly name: string;
  readonly fourth: number;
  readonly fifth: number;
  readonly classes: number;
}

export interface InternshipFacts {
  readonly student_id: string;
  readonly name: string;
  readonly cohort: number;
  readonly class_id: string | null;
  readonly programme: string;
  readonly employer: string;
  readonly credit_code: string | null;
  readonly employer_division: string;
  readonly post: string | null;
  readonly place: string | null;
  readonly wage_yuan: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly agreement_on: PlainDate | null;
  readonly safety_training_on: PlainDate | null;
  /** Internship liability holds on every day of it. */
  readonly insured: boolean;
}

/** What the rows of a table are about. */
export interface FactsByKind {
  readonly student: StudentFacts;
  readonly full_time_teacher: TeacherFacts;
  readonly part_time_teacher: TeacherFacts;
  readonly outside_teacher: TeacherFacts;
  readonly base: BaseFacts;
  readonly host: HostFacts;
  readonly programme: ProgrammeFacts;
  readonly internship: InternshipFacts;
}

export type RowKind = keyof FactsByKind;
