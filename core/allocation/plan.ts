import { add, exact, multiply, ONE, ZERO, type Exact } from '../values/exact.ts';
import { paidIn } from './limit-rules.ts';
import type { OptionKind, Offers } from './offers.ts';
import type { Problem } from './problem.ts';
import { YEARS_TO_GRADE_5, type Situation } from './situation.ts';

type Option = Offers['classes'][number];

/** So many of one option, taken in a year, for a campus, a programme or a county. */
export interface Decision {
  readonly year: number;
  readonly option: Option;
  readonly count: number;
  readonly campus_id: string | null;
  readonly programme_id: string | null;
  /** County of a new campus. */
  readonly division_code: string | null;
  readonly park_id: string | null;
}

export interface Plan {
  readonly decisions: readonly Decision[];
  readonly cost_yuan: Exact;
  /** The same by the weights of kinds: what was to be small. */
  readonly weighed_yuan: Exact;
  readonly costs: readonly Cost[];
}

/** What a kind of option costs in a year. */
export interface Cost {
  readonly year: number;
  readonly kind: OptionKind;
  readonly once_yuan: Exact;
  readonly yearly_yuan: Exact;
}

/** Reads the numbers that an optimiser chose. */
export function planOf(situation: Situation, problem: Problem, values: readonly number[]): Plan {
  const nowhere = { campus_id: null, programme_id: null, division_code: null, park_id: null };
  const count = (choice: number) => values[choice] ?? 0;
  const decisions: Decision[] = [
    ...problem.levels.filter(({ choice }) => count(choice) > 0).flatMap(({ year, programme, classes }) => problem.offers.classes.flatMap((option) => {
      const taken = classes.get(option.option_id) ?? 0;
      return taken === 0 ? [] : [{ ...nowhere, year, option, count: taken, campus_id: programme.campus_id, programme_id: programme.programme_id }];
    })),
    ...problem.openings.filter(({ choice }) => count(choice) > 0).map(({ year, option, campus_id, division_code, park_id }) => ({ ...nowhere, year, option, count: 1, campus_id, division_code, park_id })),
    ...problem.holdings.map(({ choice, before, year, option, campus_id }) => ({ ...nowhere, year, option, count: count(choice) - (before === null ? 0 : count(before)), campus_id })).filter((one) => one.count > 0),
  ].sort((a, b) => a.year - b.year);
  const costs = costsOf(decisions, situation);
  const total = (weigh: (kind: OptionKind) => Exact): Exact => costs.reduce((sum, { kind, once_yuan, yearly_yuan }) => add(sum, multiply(weigh(kind), add(once_yuan, yearly_yuan))), ZERO);
  return { decisions, costs, cost_yuan: total(() => ONE), weighed_yuan: total(situation.weight) };
}

function costsOf(decisions: readonly Decision[], { first, last }: Situation): Cost[] {
  const kinds = [...new Set(decisions.map(({ option }) => option.kind))];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return years.flatMap((year) => kinds.map((kind) => {
    const own = decisions.filter(({ option }) => option.kind === kind);
    const all = own.reduce((sum, one) => add(sum, multiply(paidIn(one.option, one.year, year, yearsPaid(kind)), exact(one.count))), ZERO);
    const once = own.reduce((sum, one) => (one.year === year ? add(sum, multiply(one.option.cost_yuan, exact(one.count))) : sum), ZERO);
    return { year, kind, once_yuan: once, yearly_yuan: add(all, multiply(once, exact(-1))) };
  })).filter(({ once_yuan, yearly_yuan }) => once_yuan.n !== 0n || yearly_yuan.n !== 0n);
}

/** A class is paid for until its students leave; everything else as far as the plan looks. */
function yearsPaid(kind: OptionKind): number {
  return kind === 'class' ? YEARS_TO_GRADE_5 : Infinity;
}
