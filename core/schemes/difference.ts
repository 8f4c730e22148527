import { inOrder, type SchemeContent, type SchemeCourse } from './scheme.ts';

type Value = string | number | null;

/** A field of a line that is another one now. */
export interface FieldChange {
  readonly field: Exclude<keyof SchemeCourse, 'code'>;
  readonly before: Value;
  readonly after: Value;
}

export type CourseChange =
  | { readonly change: 'added'; readonly course: SchemeCourse }
  | { readonly change: 'removed'; readonly course: SchemeCourse }
  | { readonly change: 'changed'; readonly code: string; readonly name: string; readonly fields: readonly FieldChange[] };

/** What makes the later of two contents out of the earlier one. */
export interface SchemeDifference {
  readonly required_credits: { readonly before: string; readonly after: string } | null;
  readonly firms: { readonly joined: readonly string[]; readonly left: readonly string[] };
  readonly courses: readonly CourseChange[];
}

const FIELDS = ['name', 'kind', 'term', 'credits', 'theory_hours', 'practice_hours', 'taught_by', 'certificate'] as const satisfies readonly FieldChange['field'][];

export function differenceOf(before: SchemeContent, after: SchemeContent): SchemeDifference {
  const [old, now] = [byCode(before.courses), byCode(after.courses)];
  const removed = before.courses.filter(({ code }) => !now.has(code)).map((course): CourseChange => ({ change: 'removed', course }));
  const others = after.courses.flatMap((course): CourseChange[] => {
    const was = old.get(course.code);
    if (was === undefined) return [{ change: 'added', course }];
    const fields = FIELDS.flatMap((field): FieldChange[] => (was[field] === course[field] ? [] : [{ field, before: was[field], after: course[field] }]));
    return fields.length === 0 ? [] : [{ change: 'changed', code: course.code, name: course.name, fields }];
  });
  return {
    required_credits: before.required_credits === after.required_credits ? null : { before: before.required_credits, after: after.required_credits },
    firms: { joined: after.firms.filter((id) => !before.firms.includes(id)), left: before.firms.filter((id) => !after.firms.includes(id)) },
    courses: [...removed, ...others],
  };
}

/** The earlier content with the difference made: the later one, in order. */
export function withDifference(before: SchemeContent, { required_credits, firms, courses }: SchemeDifference): SchemeContent {
  const lines = byCode(before.courses);
  for (const one of courses) {
    if (one.change === 'added') lines.set(one.course.code, one.course);
    else if (one.change === 'removed') lines.delete(one.course.code);
    else lines.set(one.code, { ...lines.get(one.code) as SchemeCourse, ...Object.fromEntries(one.fields.map(({ field, after }) => [field, after])) });
  }
  return inOrder({
    required_credits: required_credits?.after ?? before.required_credits,
    firms: [...before.firms.filter((id) => !firms.left.includes(id)), ...firms.joined], courses: [...lines.values()],
  });
}

export function isSame({ required_credits, firms, courses }: SchemeDifference): boolean {
  return required_credits === null && firms.joined.length + firms.left.length + courses.length === 0;
}

function byCode(courses: readonly SchemeCourse[]): Map<string, SchemeCourse> {
  return new Map(courses.map((course) => [course.code, course]));
}
