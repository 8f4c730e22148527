import type { Outcome } from '../../../../core/verdict/verdict.ts';
import type { CampusChange } from './answers.ts';

type Change = CampusChange['verdicts'][number];

/** Nearer to met is better; what does not apply is neither. */
const RANK: Readonly<Record<Outcome, number | null>> = { met: 2, undetermined: 1, unmet: 0, not_applicable: null };

export type Turn = 'better' | 'worse' | 'other' | 'value';

/** Which way a verdict went; `value` where the outcome stayed and the figure moved. */
export function turnOf({ before, after }: Change): Turn {
  if (before === after) return 'value';
  const [was, is] = [before === null ? null : RANK[before], after === null ? null : RANK[after]];
  if (was === null || is === null) return 'other';
  return is > was ? 'better' : 'worse';
}

/** The changes of one campus: those of outcome, the worse first, and apart from them those of value alone. */
export function sortedChanges({ verdicts }: CampusChange): { readonly outcomes: readonly Change[]; readonly values: readonly Change[] } {
  const weight: Readonly<Record<Turn, number>> = { worse: 0, better: 1, other: 2, value: 3 };
  return {
    outcomes: verdicts.filter((one) => turnOf(one) !== 'value').toSorted((a, b) => weight[turnOf(a)] - weight[turnOf(b)]),
    values: verdicts.filter((one) => turnOf(one) === 'value'),
  };
}

export function countTurns(campuses: readonly CampusChange[], turn: Turn): number {
  return campuses.reduce((sum, { verdicts }) => sum + verdicts.filter((one) => turnOf(one) === turn).length, 0);
}
