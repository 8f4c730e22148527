import type { Parts } from './blocks.ts';
import { constant, minus, NOTHING, plus, variable } from './linear.ts';
import { costOf, spare, wholeRule, type Model } from './model.ts';
import type { Problem } from './problem.ts';
import type { Situation } from './situation.ts';
import type { Answered, Asking } from './solver.ts';

type Solve = (asked: Pick<Asking, 'model'>) => Promise<Answered>;

/** Of the plans that cost the same, the one that buys and hires last: nothing is there before it is needed. */
export async function latest(situation: Situation, problem: Problem, values: readonly number[], solve: Solve): Promise<readonly number[]> {
  return settledLate(problem.model, earlyOf(situation, problem), values, solve);
}

/** The same, block by block, with what each adds to the links kept. */
export async function latestInParts(situation: Situation, problem: Problem, { blocks, links }: Parts, values: readonly number[], solve: Solve): Promise<readonly number[]> {
  const early = earlyOf(situation, problem);
  const settled = await Promise.all(blocks.map(async ({ choices, rules, shares }) => {
    const own = choices.map((choice) => values[choice] ?? 0);
    if (choices.every((choice, at) => own[at] === 0 || early[choice] === 0)) return own;
    const kept = [...new Set(shares.map(({ link }) => link))].map((link) => {
      const rule = { demand: null, factors: shares.filter((one) => one.link === link).map(({ choice, factor }) => ({ choice, factor: BigInt(factor) })), least: 0n };
      return { ...rule, least: spare(rule, own) };
    });
    const model = { choices: choices.flatMap((choice) => problem.model.choices[choice] ?? []), rules: [...rules, ...kept] };
    return settledLate(model, choices.map((choice) => early[choice] ?? 0), own, solve);
  }));
  const all = [...values];
  blocks.forEach(({ choices }, at) => choices.forEach((choice, own) => { all[choice] = settled[at]?.[own] ?? 0; }));
  return links.every((rule) => spare(rule, all) >= 0n) ? all : values;
}

/** Something is held one year more for each year in which it is there earlier. */
function earlyOf({ last }: Situation, { model: { choices }, holdings, openings }: Problem): number[] {
  const early = new Map([...holdings.map(({ choice }) => [choice, 1] as const), ...openings.map(({ choice, year }) => [choice, last - year] as const)]);
  return choices.map((_, choice) => early.get(choice) ?? 0);
}

async function settledLate(model: Model, early: readonly number[], values: readonly number[], solve: Solve): Promise<readonly number[]> {
  const { choices, rules } = model;
  const spent = choices.reduce((sum, { cost_yuan }, choice) => (cost_yuan.n === 0n ? sum : plus(sum, variable(choice, cost_yuan))), NOTHING);
  const { state, values: later } = await solve({
    model: { rules: [...rules, wholeRule(null, minus(constant(costOf(model, values)), spent))], most: choices.map(({ most }) => most), costs: early },
  });
  return state === 'optimal' && later !== null ? later : values;
}
