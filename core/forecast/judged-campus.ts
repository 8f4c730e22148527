import type { Judge } from '../verdict/standard.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { withHeads, type Heads } from './heads.ts';

/** A campus as it was judged in one year, with what it was judged by. */
export interface JudgedCampus {
  readonly judge: Judge<CampusFacts>;
  readonly facts: CampusFacts | null;
  readonly heads: Heads;
  readonly verdicts: readonly Verdict[];
}

/** The verdicts of a year. A year in which rules, records and heads are those of the year before has its verdicts. */
export function judgeYear(judge: Judge<CampusFacts>, facts: CampusFacts | null, heads: Heads, before: JudgedCampus | undefined): JudgedCampus {
  if (before !== undefined && before.judge === judge && before.facts === facts && sameHeads(before.heads, heads)) return { judge, facts, heads, verdicts: before.verdicts };
  return { judge, facts, heads, verdicts: judge(facts === null ? null : withHeads(facts, heads.facts)) };
}

function sameHeads(a: Heads, b: Heads): boolean {
  if (a.facts === b.facts) return true;
  const [majors, others] = [a.facts.majors.value, b.facts.majors.value];
  return a.students !== null && a.students === b.students && a.facts.boarders === b.facts.boarders
    && majors !== null && others !== null && majors.join() === others.join();
}
