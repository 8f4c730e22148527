import { capacityOn } from '../../../core/check/capacity.ts';
import type { Capacity } from '../../../core/check/capacity.ts';
import type { Changes } from '../../../core/check/changes.ts';
import { verdictView } from '../../../core/check/check-json.ts';
import type { VerdictView } from '../../../core/check/check-json.ts';
import { answerFacts, judgingOn } from '../../../core/check/judging.ts';
import type { Judging } from '../../../core/check/judging.ts';
import { applyChanges } from '../../../core/check/what-if.ts';
import type { CampusFacts } from '../../../core/facts/campus-facts.ts';
import type { Pack } from '../../../core/policy/pack.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';

/** One standard as the records have it and as it would be. */
export interface Pair {
  readonly before: VerdictView;
  readonly after: VerdictView;
}

export interface WhatIfAnswer {
  readonly facts: CampusFacts;
  readonly pairs: readonly Pair[];
  readonly capacity: Capacity;
}

/** A campus made ready for trying: the day's rules bound once, the records judged once. */
export interface Trial {
  readonly judging: Judging;
  readonly facts: CampusFacts;
  readonly answer: (changes: Changes) => WhatIfAnswer;
}

/** Entries of this name in the browser's performance timeline say how long each answer took. */
export const MEASURE = 'guantong.what-if';

export function trialOf(pack: Pack, on: PlainDate, facts: CampusFacts): Trial {
  const judging = judgingOn(pack, on);
  const capacity = capacityOn(judging);
  const before = answerFacts(facts, judging).verdicts.map(verdictView);
  const answer = (changes: Changes): WhatIfAnswer => {
    const started = performance.now();
    const imagined = applyChanges(facts, changes);
    const after = answerFacts(imagined, judging).verdicts.map(verdictView);
    const answered = {
      facts: imagined,
      pairs: before.map((verdict, index) => ({ before: verdict, after: after[index] ?? verdict })),
      capacity: capacity(imagined),
    };
    performance.measure(MEASURE, { start: started });
    return answered;
  };
  return { judging, facts, answer };
}


const RANK = { unmet: 0, undetermined: 1, not_applicable: 2, met: 2 } as const;

/** Whether a verdict got better (1), worse (-1) or stays as good (0). */
export function turn({ before, after }: Pair): -1 | 0 | 1 {
  return Math.sign(RANK[after.outcome] - RANK[before.outcome]) as -1 | 0 | 1;
}
