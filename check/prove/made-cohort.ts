import type { Random } from './random.ts';

/** Somebody of the final grade as a random cohort has them. Null: nobody reported it, or they did not come. */
export interface MadeCandidate {
  readonly student_id: string;
  readonly filed: boolean;
  readonly conduct: boolean | null;
  readonly status: 'enrolled' | 'internship' | 'repeating' | 'suspended';
  /** In hundredths; null did not come, undefined is not known yet. */
  readonly test: number | null | undefined;
  readonly resit: number | null | undefined;
}

const FULL = 10_000;
const LINE = 6_000;

/** Scores crowd about the line, so that both of its sides are met often. */
function scoreFrom(random: Random): number | null {
  if (random.oneIn(12)) return null;
  return random.oneIn(3) ? LINE + random.whole(-1, 1) : random.whole(0, FULL);
}

export function madeCohort(random: Random, many: number, prefix = 'M'): MadeCandidate[] {
  return Array.from({ length: many }, (_, at): MadeCandidate => {
    const test = scoreFrom(random);
    return {
      student_id: `${prefix}${String(at).padStart(5, '0')}`, filed: !random.oneIn(6), conduct: random.oneIn(8) ? false : true,
      status: random.oneIn(8) ? random.pick(['internship', 'repeating', 'suspended'] as const) : 'enrolled', test, resit: test !== null && test >= LINE ? undefined : scoreFrom(random),
    };
  });
}

/** Once more, from the sentences of the rule alone: who steps up of a cohort of which everything is known. */
export function naiveDecision({ filed, conduct, status, test, resit }: MadeCandidate): 'passed' | 'not_passed' | 'not_eligible' | 'not_on_list' {
  if (status === 'suspended') return 'not_on_list';
  if (!filed || conduct === false) return 'not_eligible';
  return (test ?? -1) >= LINE || (resit ?? -1) >= LINE ? 'passed' : 'not_passed';
}
