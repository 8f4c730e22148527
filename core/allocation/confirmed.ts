import type { Forecast } from '../forecast/forecast.ts';
import { judgePlan } from './judge-plan.ts';
import { broken } from './model.ts';
import { planOf, type Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Situation } from './situation.ts';

/** The plan behind the numbers of an optimiser, once rules, forecast and standards have said yes to it. A plan that fails is a fault. */
export function confirmed(situation: Situation, problem: Problem, values: readonly number[]): { readonly plan: Plan; readonly forecast: Forecast } {
  const plan = planOf(situation, problem, values);
  const { forecast, failures } = judgePlan(situation, problem, plan.decisions);
  const rules = broken(problem.model, values).map(({ demand }) => `rule of ${demand?.key ?? 'the choices'}`);
  const all = [...rules, ...failures];
  if (all.length > 0) throw new Error(`the optimiser's plan is not what it was asked for: ${all.slice(0, 5).join('; ')}`);
  return { plan, forecast };
}
