import type { Block, Parts } from './blocks.ts';
import { irreducibleConflict, narrowedConflict } from './conflict.ts';
import { decompose, type InParts } from './decompose.ts';
import { ASKED, demand, type Demand } from './demand.ts';
import type { Rule } from './model.ts';
import type { Problem } from './problem.ts';
import { regionYearOf } from './region-years.ts';
import type { Situation } from './situation.ts';
import { sparseOf } from './sparse.ts';

/** What of a region solved in parts conflicts; null: it was stopped, or no answer was found to one of the questions. */
export interface ConflictInParts {
  readonly conflict: readonly Demand[];
  readonly nearest: number | null;
}

/**
 * Where one place alone cannot keep its clauses, the conflict is there. Otherwise it is between what the whole region
 * is asked and clauses taken over all places: each clause is given up everywhere or nowhere.
 */
export async function conflictInParts(situation: Situation, problem: Problem, parts: Parts, how: InParts): Promise<ConflictInParts | null> {
  const conflict = await ofOneBlock(parts, how) ?? await ofTheWhole(problem, parts, how);
  if (conflict === null) return null;
  const nearest = situation.target === null ? null : await nearestInParts(situation, problem, parts, how);
  return nearest === undefined ? null : { conflict, nearest };
}

const keep = ({ demand: of }: Rule, kept: ReadonlySet<string>) => of === null || kept.has(of.key);

async function ofOneBlock({ blocks }: Parts, { solvers, seconds }: InParts): Promise<readonly Demand[] | null> {
  const nothing = blocks.map(({ choices }, model) => ({ model, costs: new Float64Array(choices.length) }));
  const answers = await solvers.keep(blocks.map(({ model }) => model))(nothing, { seconds, gap: 0 });
  const block = blocks[answers.findIndex(({ state }) => state === 'impossible')];
  if (block === undefined) return null;
  const demands = new Map(block.rules.flatMap((rule) => (rule.demand === null ? [] : [[rule.demand.key, rule.demand] as const])));
  return irreducibleConflict([...demands.values()], async (asked) => {
    const kept = new Set(asked.map(({ key }) => key));
    const model = { rules: block.rules.filter((rule) => keep(rule, kept)), most: [...block.model.most], costs: block.choices.map(() => 0) };
    return (await solvers.solve({ model, seconds })).state !== 'impossible';
  });
}

/** A demand for all places at once, with the keys of those that it stands for. */
interface Group {
  readonly demand: Demand;
  readonly keys: readonly string[];
}

function groupsOf({ demands }: Problem): Group[] {
  const groups = new Map<string, Group>();
  for (const one of demands) {
    const of = demand(one.kind, one.name, { part: one.part, clause: one.clause });
    groups.set(of.key, { demand: of, keys: [...(groups.get(of.key)?.keys ?? []), one.key] });
  }
  return [...groups.values()].sort((a, b) => Number(a.keys.length > 1) - Number(b.keys.length > 1));
}

async function ofTheWhole(problem: Problem, parts: Parts, how: InParts): Promise<readonly Demand[] | null> {
  const groups = groupsOf(problem);
  const keysOf = new Map(groups.map(({ demand: { key }, keys }) => [key, keys]));
  let unknown = false;
  const canKeep = async (asked: readonly Demand[]) => {
    const kept = new Set(asked.flatMap(({ key }) => keysOf.get(key) ?? []));
    const { state, values } = unknown ? { state: 'stopped' as const, values: null } : await decompose(anyPlan(parts, kept), { ...how, tell: () => undefined });
    if (state !== 'impossible' && values === null) unknown = true;
    return state !== 'impossible';
  };
  const conflict = await narrowedConflict(groups.map(({ demand: of }) => of), canKeep);
  return unknown ? null : conflict;
}

/** Whether there is any plan that keeps these demands, whatever it costs. */
function anyPlan(parts: Parts, kept: ReadonlySet<string>) {
  const without = keeping(parts, kept);
  return { parts: without, costs: without.blocks.map(({ choices }) => new Float64Array(choices.length)), any: true };
}

function keeping({ blocks, links }: Parts, kept: ReadonlySet<string>): Parts {
  const stay = links.map((rule, at) => ({ rule, at })).filter(({ rule }) => keep(rule, kept));
  const places = new Map(stay.map(({ at }, now) => [at, now]));
  return {
    links: stay.map(({ rule }) => rule),
    blocks: blocks.map((block): Block => {
      const rules = block.rules.filter((rule) => keep(rule, kept));
      const shares = block.shares.flatMap(({ link, ...share }) => (places.has(link) ? [{ ...share, link: places.get(link) ?? 0 }] : []));
      return { ...block, rules, shares, model: rules.length === block.rules.length ? block.model : sparseOf(rules, [...block.model.most]) };
    }),
  };
}

/** The most students of the last year that a plan was found for when nobody asks for a number; undefined: not known. */
async function nearestInParts(situation: Situation, { levels, demands }: Problem, parts: Parts, how: InParts): Promise<number | null | undefined> {
  const without = keeping(parts, new Set(demands.map(({ key }) => key).filter((key) => key !== ASKED.key)));
  const more = new Map(levels.filter(({ year }) => year === situation.to).map(({ choice, students }) => [choice, students]));
  const costs = without.blocks.map(({ choices }) => Float64Array.from(choices, (choice) => -(more.get(choice) ?? 0)));
  const { state, values } = await decompose({ parts: without, costs, any: false }, how);
  if (values === null) return state === 'impossible' ? null : undefined;
  return regionYearOf(situation, situation.to).intake + [...more].reduce((sum, [choice, students]) => sum + students * (values[choice] ?? 0), 0);
}
