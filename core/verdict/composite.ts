import type { Bilingual } from '../values/bilingual.ts';
import { answerOf } from './answer.ts';
import { worst } from './measure.ts';
import type { Part, Verdict } from './verdict.ts';

/** A clause that is met when all of its parts are. Not counted in summaries: its parts already are. */
export interface Composite {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
  /** Ids of standards or of composites before this one. */
  readonly parts: readonly string[];
}

/** Judges composites over the verdicts of their parts, each seeing the composites before it. */
export function judgeComposites(composites: readonly Composite[], verdicts: readonly Verdict[]): Verdict[] {
  const answers = new Map(verdicts.map((v) => [v.standard, v]));
  return composites.map((composite) => {
    const answer = judgeComposite(composite, composite.parts.flatMap((id) => answers.get(id) ?? []));
    answers.set(composite.id, answer);
    return answer;
  });
}

function judgeComposite(composite: Composite, verdicts: readonly Verdict[]): Verdict {
  const required = { op: '=', value: null, from: verdicts[0]?.required.from ?? null, parameter: '' } as const;
  const noRule = verdicts.every((v) => v.reason === 'no_rule');
  const parts: Part[] = verdicts.map((v) => ({ name: v.standard, outcome: v.outcome, measured: null, required: null }));
  const outcome = noRule ? 'not_applicable' : worst(verdicts.map((v) => v.outcome));
  return answerOf({ ...composite, basis: 'text' }, required, {
    outcome,
    reason: noRule ? 'no_rule' : null,
    missing: [...new Set(verdicts.flatMap((v) => v.missing))],
    parts,
  });
}
