import { partsOf, type Parts } from '../../core/allocation/blocks.ts';
import { problemOf, type Problem } from '../../core/allocation/problem.ts';
import { situationOf, type Situation } from '../../core/allocation/situation.ts';
import { readTyped, type TypedRow } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import { highs } from '../../solver/highs.ts';
import { packFor } from '../prove/allocation-twin.ts';
import { madeAllocation } from '../prove/made-allocation.ts';

/** A region of three or four campuses as one model and in parts. */
export interface MadeParts {
  readonly situation: Situation;
  readonly problem: Problem;
  readonly parts: Parts;
  readonly costs: readonly number[];
}

/** Options and limits go four times as far as in a region that is solved by trying every plan. */
export function madeParts(seed: number): MadeParts {
  const made = madeAllocation(seed, 2);
  const times = (value: TypedRow[string] | undefined): number | string => (value === '' ? '' : Number(value) * 4);
  const { dataset } = readTyped({
    ...made.sheets, options: made.sheets.options?.map((row) => ({ ...row, max: times(row['max']) })) ?? [],
    limits: made.sheets.limits?.map((row) => ({ ...row, budget_yuan: times(row['budget_yuan']), max_classes: times(row['max_classes']) })) ?? [],
  });
  const situation = situationOf(dataset, { pack: packFor(made), on: date(made.day), to: made.to, target: made.target, rates: 'pack' });
  const problem = problemOf(situation);
  return { situation, problem, parts: partsOf(problem), costs: problem.model.choices.map(({ cost_yuan: { n, d } }) => Number(n) / Number(d)) };
}

/** What the one model costs at least, by the rules of some demands; null: they cannot all be kept. */
export async function optimumOf({ problem: { model: { choices, rules } }, costs }: MadeParts, keeps: (key: string) => boolean = () => true): Promise<number | null> {
  const { values, state } = await highs({ model: { rules: rules.filter(({ demand }) => demand === null || keeps(demand.key)), most: choices.map(({ most }) => most), costs }, seconds: 60 });
  if (state === 'stopped') throw new Error('the one model was not solved');
  return values === null ? null : costIn(costs, values);
}

export function costIn(costs: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, choice) => sum + value * (costs[choice] ?? 0), 0);
}
