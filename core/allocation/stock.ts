import { multiply, type Exact } from '../values/exact.ts';
import { NOTHING, plus, variable, type Linear } from './linear.ts';
import type { Draft } from './model.ts';
import { costOf, yearsOf, type Offers, type Stock } from './offers.ts';
import type { Situation } from './situation.ts';

/** So many of an option for a campus, from a year on. */
export interface Purchase {
  readonly choice: number;
  readonly option: Offers['stock'][number];
  readonly campus_id: string;
  readonly year: number;
}

/** Where no limit is given: more than any campus could need. */
const UNLIMITED = 1_000_000;

export function writeStock({ ground, first, last }: Situation, { stock }: Offers, draft: Draft): Purchase[] {
  const open = ground.campuses.map(({ campus }) => campus.campus_id);
  return stock.flatMap((option) => open.filter((id) => option.campus_id === null || option.campus_id === id).flatMap((campus_id) =>
    yearsOf(option, first, last).map((year) => ({
      choice: draft.choice({
        name: `${option.option_id} for ${campus_id} in ${year}`, most: option.max ?? UNLIMITED, cost_yuan: costOf(option, last - year + 1),
      }),
      option, campus_id, year,
    }))));
}

/** What a campus has been given of a kind by a year. */
export type Given = (kind: Stock) => Linear;

export function givenBy(purchases: readonly Purchase[], campus_id: string, year: number): Given {
  const own = purchases.filter((one) => one.campus_id === campus_id && one.year <= year);
  return (kind) => own.reduce((sum, { choice, option }) => (option.kind === kind ? plus(sum, variable(choice, option.unit)) : sum), NOTHING);
}

/** Units of a kind that the numbers chosen bring. */
export function brought(option: Purchase['option'], count: number): Exact {
  return multiply(option.unit, { n: BigInt(count), d: 1n });
}
