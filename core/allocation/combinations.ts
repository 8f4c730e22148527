import { groupBy } from '../facts/campus-rows.ts';
import { add, compare, exact, multiply, ZERO, type Exact } from '../values/exact.ts';
import { wholeUnit, type Offers } from './offers.ts';

type Option = Offers['classes'][number];

/** So many classes of each option, and the students whom they bring. */
export interface Combination {
  readonly classes: ReadonlyMap<string, number>;
  readonly students: number;
}

/** Every way to add classes of the options that is not more than enough (one class less would leave some missing), without those that another way makes needless. */
export function combinations(options: Offers['classes'], missing: number): Combination[] {
  let found: readonly Combination[] = [{ classes: new Map(), students: 0 }];
  for (const option of options) {
    const unit = wholeUnit(option);
    const more = found.flatMap(({ classes, students }) => {
      const room = Math.min(option.max ?? Infinity, Math.ceil(Math.max(0, missing - students) / unit));
      return Array.from({ length: Math.max(0, room) + 1 }, (_, count) => ({
        classes: count === 0 ? classes : new Map([...classes, [option.option_id, count]]), students: students + count * unit,
      }));
    });
    found = withoutNeedless(more, options);
  }
  return found.filter(({ students }) => students > 0);
}

/** What a rule or the cost can tell of a combination, beside its students. */
interface Weight {
  readonly classes: number;
  readonly once: Exact;
  readonly yearly: Exact;
  /** Of options of which there are only so many. */
  readonly limited: readonly number[];
}

/**
 * Leaves out a combination beside which another brings as many students with no more classes, no more money at once or
 * yearly, and no more of any option of which there are only so many. Wherever it is taken the other can be taken: heads
 * follow from students, `max` and `max_classes` count classes, budgets and the cost count money, and nothing else is asked
 * of it, whichever demands are given up. So neither the least cost nor what conflicts changes; yet two options without `max`
 * leave as many ways as there are numbers of students, and no longer as many as the product of both.
 */
function withoutNeedless(all: readonly Combination[], options: readonly Option[]): Combination[] {
  return [...groupBy(all, ({ students }) => String(students)).values()].flatMap((same) => {
    if (same.length === 1) return same;
    const weights = same.map((one) => weightOf(one, options));
    return same.filter((_, at) => !weights.some((other, index) => index !== at && isNoMore(other, weights[at]) && (index < at || !isNoMore(weights[at], other))));
  });
}

function weightOf({ classes }: Combination, options: readonly Option[]): Weight {
  const count = ({ option_id }: Option): number => classes.get(option_id) ?? 0;
  const money = (of: (option: Option) => Exact): Exact => options.reduce((sum, option) => add(sum, multiply(of(option), exact(count(option)))), ZERO);
  return {
    classes: options.reduce((sum, option) => sum + count(option), 0), once: money(({ cost_yuan }) => cost_yuan), yearly: money(({ yearly_yuan }) => yearly_yuan ?? ZERO),
    limited: options.filter(({ max }) => max !== null).map(count),
  };
}

function isNoMore(a: Weight | undefined, b: Weight | undefined): boolean {
  return a !== undefined && b !== undefined && a.classes <= b.classes && compare(a.once, b.once) <= 0 && compare(a.yearly, b.yearly) <= 0 && a.limited.every((count, at) => count <= (b.limited[at] ?? 0));
}
