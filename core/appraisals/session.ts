import { certificates } from '../exchange/sheets/outcomes.ts';
import type { ValueOf } from '../duties/declaration.ts';
import { whole } from '../duties/declaration.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A session at which skills are appraised (S2-d). */
export interface SessionDraft {
  readonly occupation: string;
  /** Of the register of certificates: `3` is a senior worker, `intermediate` an X certificate. */
  readonly level: string;
  readonly site: string;
  readonly on: PlainDate;
  readonly seats: number;
  readonly programmes: readonly string[];
}

/** The levels that there are, as certificates have them. */
export const LEVELS = Object.keys(certificates.columns.level.codes ?? {}) as readonly string[];

/** M9-e: whether a certificate of this level lets somebody graduate, so that its seats count against the need. */
export function countsAsCertificate(level: string, value: ValueOf): boolean {
  const most = whole(value('cert.skill_level'));
  if (/^[1-5]$/.test(level)) return most !== null && Number(level) <= most;
  return String(value('cert.x_levels') ?? '').split(';').includes(level);
}

export const ENROLMENT_REFUSALS = ['over_already', 'session_full', 'not_your_student', 'programme_of_others', 'enrolled_already'] as const;
export type EnrolmentRefusal = (typeof ENROLMENT_REFUSALS)[number];

interface Enrolling {
  readonly on: PlainDate;
  readonly seats: number;
  readonly taken: number;
  readonly programmes: readonly string[];
  readonly students: readonly { readonly student_id: string; readonly programme_id: string | null; readonly enrolled: boolean }[];
}

/** S2-d: why students cannot be enrolled, and whom it is about; null where they can. A programme of null is of nobody whom the school may enrol. */
export function refusalOfEnrolment({ on, seats, taken, programmes, students }: Enrolling, today: PlainDate): { readonly why: EnrolmentRefusal; readonly student_id: string } | null {
  const refused = (why: EnrolmentRefusal, student_id = '') => ({ why, student_id });
  if (on < today) return refused('over_already');
  for (const { student_id, programme_id, enrolled } of students) {
    if (programme_id === null) return refused('not_your_student', student_id);
    if (!programmes.includes(programme_id)) return refused('programme_of_others', student_id);
    if (enrolled) return refused('enrolled_already', student_id);
  }
  return taken + students.length > seats ? refused('session_full') : null;
}
