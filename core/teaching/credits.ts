import { decimal, sum, ZERO, type Exact } from '../values/exact.ts';

/** A released grade as far as credits go by it. */
export interface GradedCourse {
  readonly student_id: string;
  readonly course_code: string;
  /** Plain decimal. */
  readonly credits: string;
  readonly passed: boolean;
}

/** Courses whose credits a student has: each course once, however often it was taken and passed. */
export function passedCourses(grades: readonly GradedCourse[]): GradedCourse[] {
  const passed = new Map<string, GradedCourse>();
  for (const one of grades) if (one.passed && !passed.has(one.course_code)) passed.set(one.course_code, one);
  return [...passed.values()];
}

/** M3-e: credits earned of the courses passed here, and of what was reported before. `brought` is plain decimal. */
export function earnedCredits(grades: readonly GradedCourse[], brought: string | null): Exact {
  const own = passedCourses(grades).map(({ credits }) => decimal(credits));
  return sum([brought === null ? ZERO : decimal(brought), ...own]);
}

/** The same for many students, by student. */
export function earnedByStudent(grades: readonly GradedCourse[], brought: ReadonlyMap<string, string>, students: readonly string[]): Map<string, Exact> {
  const byStudent = new Map<string, GradedCourse[]>(students.map((id) => [id, []]));
  for (const grade of grades) byStudent.get(grade.student_id)?.push(grade);
  return new Map([...byStudent].map(([id, own]) => [id, earnedCredits(own, brought.get(id) ?? null)]));
}
