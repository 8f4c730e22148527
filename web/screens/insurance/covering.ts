import type { Uncovered } from './queries.ts';

/** Whom a policy is to cover, as it is chosen. */
export type Whom = 'all' | 'class' | 'listed' | 'none';

/** The request's part that says whom: everybody of the school, a class, or those on the list who lack cover of the kind. */
export function coveringOf(whom: Whom, class_id: string, uncovered: readonly Uncovered[], kind: Uncovered['kind']) {
  switch (whom) {
    case 'none': return null;
    case 'all': return { programme_id: null, class_id: null, students: null };
    case 'class': return { programme_id: null, class_id: class_id.trim(), students: null };
    case 'listed': return { programme_id: null, class_id: null, students: [...new Set(uncovered.filter((one) => one.kind === kind).map(({ student_id }) => student_id))] };
  }
}
