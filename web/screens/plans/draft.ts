import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { planWords } from '../../words/plans.ts';
import type { Fit, Plan, Programme, TriedLine } from './queries.ts';

/** What is typed for one programme; empty heads: it is not in the plan. */
export interface TypedLine {
  readonly heads: string;
  readonly reason: string;
}

export type Typed = ReadonlyMap<string, TypedLine>;

export const NOTHING: TypedLine = { heads: '', reason: '' };
const WHOLE = /^\d{1,5}$/;

/** The lines as they stand, to be changed; those that were decided before, where an amendment has none of its own yet. */
export function typedOf({ lines, amends, revision }: Plan): Typed {
  if (revision === 0 && amends !== null) return new Map(amends.lines.map(({ programme_id, secondary_heads }) => [programme_id, { heads: String(secondary_heads), reason: '' }]));
  return new Map(lines.map(({ programme_id, secondary_heads, reason }) => [programme_id, { heads: String(secondary_heads), reason: reason ?? '' }]));
}

/** The lines that can be tried: those whose heads are whole numbers. */
export function triedLines(typed: Typed): TriedLine[] {
  return [...typed].flatMap(([programme_id, { heads }]) => (WHOLE.test(heads) ? [{ programme_id, secondary_heads: Number(heads) }] : [])).sort((a, b) => (a.programme_id < b.programme_id ? -1 : 1));
}

export const headsField = (programme_id: string): string => `heads-${programme_id}`;
export const reasonField = (programme_id: string): string => `reason-${programme_id}`;

/** What is wrong before the server is asked. */
export function typedProblems(typed: Typed, programmes: readonly Programme[], fits: ReadonlyMap<string, Fit>, say: (typeof planWords)['zh']): FieldProblem[] {
  const problems = programmes.flatMap(({ programme_id, name }): FieldProblem[] => {
    const { heads, reason } = typed.get(programme_id) ?? NOTHING;
    if (heads !== '' && !WHOLE.test(heads)) return [{ field: headsField(programme_id), message: `${name}：${say.giveWhole}` }];
    return heads !== '' && fits.get(programme_id) === 'beyond' && reason.trim() === '' ? [{ field: reasonField(programme_id), message: say.giveReason(name) }] : [];
  });
  const first = programmes[0];
  return problems.length === 0 && triedLines(typed).length === 0 && first !== undefined ? [{ field: headsField(first.programme_id), message: say.giveLines }] : problems;
}
