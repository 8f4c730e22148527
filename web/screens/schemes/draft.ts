import { schemeProblems } from '../../../core/schemes/draft-problems.ts';
import { inOrder, type SchemeContent, type SchemeCourse } from '../../../core/schemes/scheme.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import type { schemeWords } from '../../words/schemes.ts';
import { kindText, kindTyped, sideText, sideTyped } from './course-text.ts';

/** A line of the table as it is typed; `id` stays while everything else may change. */
export interface TypedCourse {
  readonly id: string;
  readonly term: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly credits: string;
  readonly theory: string;
  readonly practice: string;
  readonly taught_by: string;
  readonly certificate: string;
}

export type TypedColumn = Exclude<keyof TypedCourse, 'id'>;
export const COLUMNS = ['term', 'code', 'name', 'kind', 'credits', 'theory', 'practice', 'taught_by', 'certificate'] as const satisfies readonly TypedColumn[];

export const emptyCourse = (id: string): TypedCourse => ({ id, term: '', code: '', name: '', kind: '', credits: '', theory: '', practice: '', taught_by: '', certificate: '' });

export function typedOf(courses: readonly SchemeCourse[], language: Language): TypedCourse[] {
  return courses.map((one, at) => ({
    id: `row-${at}`, term: String(one.term), code: one.code, name: one.name, kind: kindText(one.kind, language), credits: one.credits, theory: String(one.theory_hours), practice: String(one.practice_hours),
    taught_by: sideText(one.taught_by, language), certificate: one.certificate ?? '',
  }));
}

type Say = (typeof schemeWords)['zh'];
/** What is wrong with cells, by `row/column`. */
export type CellProblems = ReadonlyMap<string, string>;

/** What is typed as the server takes it, and everything in which it is not that yet. Rows without a code are no courses. */
export function readTyped(rows: readonly TypedCourse[], say: Say): { readonly courses: readonly SchemeCourse[]; readonly problems: CellProblems } {
  const kept = rows.filter(({ code }) => code.trim() !== '');
  const problems = new Map<string, string>();
  const courses = kept.map((row): SchemeCourse => {
    const [kind, side] = [kindTyped(row.kind), sideTyped(row.taught_by)];
    if (kind === null) problems.set(`${row.id}/kind`, say.wrongKind);
    if (side === null) problems.set(`${row.id}/taught_by`, say.wrongSide);
    return {
      code: row.code.trim(), name: row.name.trim(), kind: kind ?? 'core', term: whole(row.term), credits: row.credits.trim(), theory_hours: whole(row.theory === '' ? '0' : row.theory),
      practice_hours: whole(row.practice === '' ? '0' : row.practice), taught_by: side ?? 'school', certificate: row.certificate.trim() === '' ? null : row.certificate.trim(),
    };
  });
  const seen = new Set<string>();
  for (const [at, course] of courses.entries()) {
    const id = kept[at]?.id ?? '';
    if (seen.has(course.code)) problems.set(`${id}/code`, say.twice);
    seen.add(course.code);
    for (const { field, why } of schemeProblems({ required_credits: '1', firms: [], courses: [course] }, new Set())) problems.set(`${id}/${CELLS[field] ?? 'name'}`, wordOf(field, why, say));
  }
  return { courses: inOrder({ required_credits: '', firms: [], courses }).courses, problems };
}

const CELLS: Readonly<Partial<Record<keyof SchemeCourse | keyof SchemeContent, TypedColumn>>> = { name: 'name', term: 'term', credits: 'credits', theory_hours: 'theory', practice_hours: 'practice' };

function wordOf(field: keyof SchemeCourse | 'required_credits' | 'firms', why: string, say: Say): string {
  if (field === 'term') return say.wrongTerm;
  if (field === 'credits') return say.wrongCredits;
  if (field === 'theory_hours' || field === 'practice_hours') return say.wrongHours;
  return why === 'duplicate' ? say.twice : say.missing;
}

/** A number as typed; what is none becomes one that is not possible. */
function whole(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : -1;
}
