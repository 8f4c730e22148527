import type { Parts } from './blocks.ts';
import type { Answered, AskKept } from './solver.ts';

/** What all blocks answer at some prices of the links. */
export interface Priced {
  /** False: some block cannot be decided at all. */
  readonly possible: boolean;
  readonly answers: readonly Answered[];
  /** No plan costs less, whatever the prices were; −∞: some block did not say. */
  readonly bound: number;
  /** True when that is more than nothing for sure: where nothing costs anything, no plan keeps the links. */
  readonly above_nothing: boolean;
}

/** Of a bound, the share that the arithmetic of a machine may have made up. */
const ARITHMETIC = 1e-9;
const SURELY = 1e-6;

/** Asks every block for its cheapest way when what it adds to a link is paid for, and what it uses up is charged. */
export async function priced({ blocks, links }: Parts, costs: readonly Float64Array[], prices: Float64Array, ask: AskKept, limits: { readonly seconds: number; readonly gap: number }): Promise<Priced> {
  const answers = await ask(blocks.map(({ shares }, model) => {
    const own = (costs[model] ?? new Float64Array()).slice();
    for (const { link, choice, factor } of shares) own[choice] = (own[choice] ?? 0) - factor * (prices[link] ?? 0);
    return { model, costs: own };
  }), limits);
  const parts = [...links.map(({ least }, at) => Number(least) * (prices[at] ?? 0)), ...answers.map(({ bound }) => bound ?? -Infinity)];
  const sum = parts.reduce((all, one) => all + one, 0);
  const size = parts.reduce((all, one) => all + Math.abs(one), 0);
  return { possible: answers.every(({ state }) => state !== 'impossible'), answers, bound: Number.isFinite(sum) ? sum - size * ARITHMETIC : -Infinity, above_nothing: Number.isFinite(sum) && sum > size * SURELY };
}
