import { inOrder, TEACHING_SIDES, type CourseKind, type SchemeContent, type SchemeCourse } from './scheme.ts';

export const course = (code: string, more: Partial<SchemeCourse> = {}): SchemeCourse =>
  ({ code, name: `课程 ${code}`, kind: 'core', term: 1, credits: '4', theory_hours: 32, practice_hours: 32, taught_by: 'school', certificate: null, ...more });

const KINDS: readonly CourseKind[] = ['core', 'professional', 'practical', 'ideology', 'public'];

/** A scheme by chance; `int(n)` is a whole number below n. */
export function madeScheme(int: (below: number) => number): SchemeContent {
  const some = <T>(of: readonly T[]): T => of[int(of.length)] as T;
  const codes = Array.from({ length: 30 }, (_, at) => `K${at}`).filter(() => int(3) > 0);
  const courses = codes.map((code) => course(code, {
    name: some(['机械制图', '电工基础', '思想政治', '钳工实训']), kind: some(KINDS), term: int(10) + 1, credits: some(['1', '2.5', '4', '6']),
    theory_hours: int(60) + 1, practice_hours: int(60), taught_by: some(TEACHING_SIDES), certificate: some([null, '电工三级']),
  }));
  return inOrder({ required_credits: some(['120', '140.5']), firms: ['F1', 'F2', 'F3'].filter(() => int(2) === 0), courses });
}
