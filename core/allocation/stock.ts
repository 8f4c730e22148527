import { add, exact, multiply, ZERO, type Exact } from '../values/exact.ts';
import { minus, NOTHING, plus, variable, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import { yearsOf, type Offers, type Stock } from './offers.ts';
import type { Situation } from './situation.ts';

/** How many of an option a campus has been given by a year, those of the years before included. */
export interface Holding {
  readonly choice: number;
  readonly option: Offers['stock'][number];
  readonly campus_id: string;
  readonly year: number;
  /** The same a year earlier; null in the first year. */
  readonly before: number | null;
}

/** Where no limit is given: more than any campus could need. */
const UNLIMITED = 1_000_000;

/**
 * What is held in a year is chosen, not what is bought in it: when something is bought then makes no difference of
 * its own, and an optimiser need not look at every year in which the same thing could be had.
 */
export function writeStock({ ground, first, last, weight }: Situation, { stock }: Offers, draft: Draft): Holding[] {
  const open = ground.campuses.map(({ campus }) => campus.campus_id);
  return stock.flatMap((option) => open.filter((id) => option.campus_id === null || option.campus_id === id).flatMap((campus_id) => {
    let before: number | null = null;
    return yearsOf(option, first, last).map((year): Holding => {
      const choice: number = draft.choice({
        name: `${option.option_id} at ${campus_id} by ${year}`, most: option.max ?? UNLIMITED,
        cost_yuan: multiply(weight(option.kind), add(option.yearly_yuan ?? ZERO, year === last ? option.cost_yuan : ZERO)),
      });
      const holding = { choice, option, campus_id, year, before };
      if (before !== null) draft.ask(null, minus(variable(choice), variable(before)));
      before = choice;
      return holding;
    });
  }));
}

/** How many were taken in the year itself. */
export function takenIn({ choice, before }: Holding): Linear {
  return before === null ? variable(choice) : minus(variable(choice), variable(before));
}

/** What a campus has been given of a kind by a year. */
export type Given = (kind: Stock) => Linear;

export function givenBy(holdings: readonly Holding[], campus_id: string, year: number): Given {
  const own = holdings.filter((one) => one.campus_id === campus_id && one.year === year);
  return (kind) => own.reduce((sum, { choice, option }) => (option.kind === kind ? plus(sum, variable(choice, option.unit)) : sum), NOTHING);
}

/** Units of a kind that the numbers chosen bring. */
export function brought(option: Holding['option'], count: number): Exact {
  return multiply(option.unit, exact(count));
}
