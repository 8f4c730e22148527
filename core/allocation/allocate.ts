import { exact, subtract, type Exact } from '../values/exact.ts';
import { partsOf, type Parts } from './blocks.ts';
import { confirmed } from './confirmed.ts';
import { conflictInParts } from './conflict-in-parts.ts';
import { irreducibleConflict } from './conflict.ts';
import { decompose, type InParts } from './decompose.ts';
import { ASKED, type Demand } from './demand.ts';
import type { Forecast } from '../forecast/forecast.ts';
import { latest, latestInParts } from './latest.ts';
import { costOf, spare, type Model, type Rule } from './model.ts';
import type { Plan } from './plan.ts';
import { problemOf, type Problem } from './problem.ts';
import { regionYearOf } from './region-years.ts';
import type { Situation } from './situation.ts';
import type { Answered, Solver, Solvers } from './solver.ts';

export interface Allocation {
  readonly situation: Situation;
  readonly problem: Problem;
  readonly answer: Reached | Impossible | Unanswered;
}

/** A plan that the forecast and the standards confirm. */
export interface Reached {
  readonly state: 'proven' | 'stopped';
  readonly plan: Plan;
  /** Of the region with the plan carried out. */
  readonly forecast: Forecast;
  /** No plan costs less. */
  readonly bound_yuan: Exact;
  readonly binding: readonly Binding[];
}

/** A demand without which the plan would cost less. */
export interface Binding {
  readonly demand: Demand;
  readonly saves_yuan: Exact;
}

export interface Impossible {
  readonly state: 'impossible';
  /** Demands that cannot all be kept; without any one of them the others can. */
  readonly conflict: readonly Demand[];
  /** The most new students of the last year that can be reached; null: no plan at all keeps the rest. */
  readonly nearest: number | null;
}

/** The time given ran out before any plan was found or shown to be impossible. */
export interface Unanswered {
  readonly state: 'unanswered';
}

export interface Effort {
  /** For each question to the optimiser. */
  readonly seconds: number;
  /** Of a region solved in parts: once it says so, the best so far is the answer. */
  readonly stopped?: InParts['stopped'];
  /** The same for the plan alone: where there is none, what conflicts is still looked for. */
  readonly late?: () => boolean;
  readonly tell?: InParts['tell'];
}

/** Regions of more campuses than this are solved place by place, and are told with how far they may be off. */
const MOST_IN_ONE = 30;

export function isSolvedInParts({ ground }: Situation): boolean {
  return ground.campuses.length > MOST_IN_ONE;
}

/** The cheapest plan that keeps every standard in every year and meets the aims, or why there is none. */
export async function allocate(situation: Situation, solvers: Solvers, effort: Effort): Promise<Allocation> {
  const problem = problemOf(situation);
  if (isSolvedInParts(situation)) return { situation, problem, answer: await inParts(situation, problem, partsOf(problem), solvers, effort) };
  return { situation, problem, answer: await inOne(situation, problem, solvers.solve, effort) };
}

async function inParts(situation: Situation, problem: Problem, parts: Parts, solvers: Solvers, { seconds, stopped = () => false, late = () => false, tell = () => undefined }: Effort): Promise<Allocation['answer']> {
  const how = { solvers, seconds, stopped, tell };
  const { state, values, bound } = await decompose({ parts, costs: parts.blocks.map(({ cost_yuan }) => cost_yuan), any: false }, { ...how, stopped: () => stopped() || late() });
  if (state === 'impossible') {
    const looking = (rounds: number) => tell({ rounds, cost_yuan: null, bound_yuan: null, impossible: true });
    looking(0);
    // What parts of the question cost is no bound of the whole.
    const found = await conflictInParts(situation, problem, parts, { ...how, tell: ({ rounds }) => looking(rounds) });
    return found === null ? { state: 'unanswered' } : { state: 'impossible', ...found };
  }
  if (values === null) return { state: 'unanswered' };
  const chosen = stopped() ? values : await latestInParts(situation, problem, parts, values, (asked) => solvers.solve({ ...asked, seconds }));
  return { state: 'stopped', ...confirmed(situation, problem, chosen), bound_yuan: yuan(Math.max(0, bound ?? 0)), binding: [] };
}

async function inOne(situation: Situation, problem: Problem, solver: Solver, effort: Effort): Promise<Allocation['answer']> {
  const ask = asking(problem.model, solver, effort);
  const { state, values, bound } = await ask(() => true);
  if (state === 'impossible') return impossible(situation, problem, ask);
  if (values === null) return { state: 'unanswered' };
  if (state !== 'optimal') return { state: 'stopped', ...confirmed(situation, problem, values), bound_yuan: yuan(Math.max(0, bound ?? 0)), binding: [] };
  const chosen = await latest(situation, problem, values, (asked) => solver({ ...asked, seconds: effort.seconds }));
  const { plan, forecast } = confirmed(situation, problem, chosen);
  return { state: 'proven', plan, forecast, bound_yuan: plan.weighed_yuan, binding: await bindingOf(problem, chosen, ask) };
}

/** Rules kept or given up, and what is to be small: by default the cost. */
type Ask = (keep: (rule: Rule) => boolean, costs?: readonly number[], among?: readonly Rule[]) => Promise<Answered>;

function asking({ choices, rules }: Model, solver: Solver, { seconds }: Effort): Ask {
  const most = choices.map((choice) => choice.most);
  const cost = choices.map(({ cost_yuan: { n, d } }) => Number(n) / Number(d));
  return (keep, costs = cost, among = rules) => solver({ model: { rules: among.filter(keep), most, costs }, seconds });
}

const keeping = (demands: readonly Demand[]) => {
  const kept = new Set(demands.map(({ key }) => key));
  return ({ demand }: Rule) => demand === null || kept.has(demand.key);
};

async function impossible(situation: Situation, problem: Problem, ask: Ask): Promise<Impossible> {
  const { choices } = problem.model;
  const nothing = choices.map(() => 0);
  const conflict = await irreducibleConflict(problem.demands, async (demands) => (await ask(keeping(demands), nothing)).state !== 'impossible');
  return { state: 'impossible', conflict, nearest: situation.target === null ? null : await nearest(situation, problem, ask) };
}

/** The most students of the last year that can be taken in when nobody asks for a number. */
async function nearest(situation: Situation, { model, levels }: Problem, ask: Ask): Promise<number | null> {
  const more = new Map(levels.filter(({ year }) => year === situation.to).map(({ choice, students }) => [choice, students]));
  const { values } = await ask(({ demand }) => demand?.key !== ASKED.key, model.choices.map((_, choice) => -(more.get(choice) ?? 0)));
  if (values === null) return null;
  const added = [...more].reduce((sum, [choice, students]) => sum + students * (values[choice] ?? 0), 0);
  return regionYearOf(situation, situation.to).intake + added;
}

/**
 * Demands that hold the plan where it is, and what each costs: solved again without it. Of a demand of one campus only
 * what that campus is given is chosen again, so that more might be saved by moving classes as well.
 */
async function bindingOf(problem: Problem, values: readonly number[], ask: Ask): Promise<Binding[]> {
  const { model, demands, holdings } = problem;
  const tight = new Set(model.rules.filter((rule) => rule.demand !== null && isTight(rule, values)).map(({ demand }) => demand?.key));
  const found: Binding[] = [];
  for (const demand of demands.filter(({ key }) => tight.has(key))) {
    const own = new Set(holdings.filter(({ campus_id }) => campus_id === demand.campus_id).map(({ choice }) => choice));
    const free = demand.campus_id === null ? null : own;
    const without = free === null ? model : { ...model, rules: onlyFree(model.rules, values, free) };
    const { state, values: others } = await ask((rule) => rule.demand?.key !== demand.key, undefined, without.rules);
    if (state !== 'optimal' || others === null) continue;
    const all = free === null ? others : values.map((value, choice) => (free.has(choice) ? others[choice] ?? 0 : value));
    const saves = subtract(costOf(model, values), costOf(model, all));
    if (saves.n > 0n) found.push({ demand, saves_yuan: saves });
  }
  return found;
}

/** What rules ask of some choices once all others are made. */
function onlyFree(rules: readonly Rule[], values: readonly number[], free: ReadonlySet<number>): Rule[] {
  return rules.flatMap((rule) => {
    const factors = rule.factors.filter(({ choice }) => free.has(choice));
    if (factors.length === 0) return [];
    const made = rule.factors.filter(({ choice }) => !free.has(choice)).reduce((sum, { choice, factor }) => sum + factor * BigInt(values[choice] ?? 0), 0n);
    return [{ ...rule, factors, least: rule.least - made }];
  });
}

/** Whether one unit less of something that was chosen would break the rule. */
function isTight(rule: Rule, values: readonly number[]): boolean {
  const left = spare(rule, values);
  return rule.factors.some(({ choice, factor }) => factor > left && (values[choice] ?? 0) > 0);
}

/** What an optimiser says in its own numbers, down to the fen. */
function yuan(amount: number): Exact {
  return exact(Math.floor(amount * 100), 100);
}
