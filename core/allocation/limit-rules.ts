import { groupBy } from '../facts/campus-rows.ts';
import { add, exact, multiply, ZERO, type Exact } from '../values/exact.ts';
import { BUDGET, MOST_CLASSES } from './demand.ts';
import { classesIn, sumOf, type Level } from './levels.ts';
import { constant, minus, NOTHING, plus, times, variable, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import type { Offers } from './offers.ts';
import type { Opening } from './openings.ts';
import type { Situation } from './situation.ts';
import { YEARS_TO_GRADE_5 } from './situation.ts';
import { takenIn, type Holding } from './stock.ts';

interface Written {
  readonly draft: Draft;
  readonly offers: Offers;
  readonly levels: readonly Level[];
  readonly holdings: readonly Holding[];
  readonly openings: readonly Opening[];
}

/** What the office allows: so many of an option in all, so many classes and so much money in a year. */
export function writeLimits({ dataset, first, last }: Situation, written: Written): void {
  const { draft, offers, levels } = written;
  writeMost(written, last);
  for (const { year, budget_yuan, max_classes } of dataset.limits ?? []) {
    if (year < first || year > last) continue;
    if (budget_yuan !== null) draft.ask(BUDGET, minus(constant(budget_yuan), spentIn(written, offers, year)));
    if (max_classes !== null) draft.ask(MOST_CLASSES, minus(constant(exact(max_classes)), sumOf(levels, (level) => (level.year === year ? classesIn(level) : 0))));
  }
}

function writeMost({ draft, offers, levels, holdings }: Written, last: number): void {
  for (const { option_id, max } of offers.classes) {
    if (max !== null) draft.ask(null, minus(constant(exact(max)), sumOf(levels, ({ classes }) => classes.get(option_id) ?? 0)));
  }
  for (const [, same] of groupBy(holdings, ({ option }) => option.option_id)) {
    const max = same[0]?.option.max ?? null;
    const held = same.filter(({ year }) => year === last);
    if (max !== null && held.length > 1) draft.ask(null, minus(constant(exact(max)), plus(...held.map(({ choice }) => variable(choice)))));
  }
}

function spentIn({ levels, holdings, openings }: Written, { classes }: Offers, in_year: number): Linear {
  return plus(
    ...holdings.filter(({ year }) => year === in_year).map((one) => plus(times(takenIn(one), one.option.cost_yuan), paid(one.choice, one.option.yearly_yuan ?? ZERO))),
    ...openings.map(({ choice, option, year }) => paid(choice, paidIn(option, year, in_year, Infinity))),
    ...levels.map((level) => paid(level.choice, classes.reduce((sum, option) =>
      add(sum, multiply(paidIn(option, level.year, in_year, YEARS_TO_GRADE_5), exact(level.classes.get(option.option_id) ?? 0))), ZERO))),
  );
}

function paid(choice: number, yuan: Exact): Linear {
  return yuan.n === 0n ? NOTHING : variable(choice, yuan);
}

/** What one of an option taken in a year costs in another: once at first, and yearly from then on. */
export function paidIn({ cost_yuan, yearly_yuan }: Offers['classes'][number], taken: number, in_year: number, more_years: number): Exact {
  if (in_year < taken || in_year > taken + more_years) return ZERO;
  return add(in_year === taken ? cost_yuan : ZERO, yearly_yuan ?? ZERO);
}
