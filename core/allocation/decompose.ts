import type { Parts } from './blocks.ts';
import { costOfAll, createColumns, type Column, type Columns } from './columns.ts';
import { freed, mostMixed } from './freed.ts';
import { mixed, together, type Mixed } from './master.ts';
import { priced } from './pricing.ts';
import type { Answered, AskKept, Solvers } from './solver.ts';

/** How far a model that is solved in parts has come. */
export interface Progress {
  /** How often all parts were asked. */
  readonly rounds: number;
  /** Yuan of the best plan so far; null: none yet. */
  readonly cost_yuan: number | null;
  /** Yuan below which no plan is; null: not known yet. */
  readonly bound_yuan: number | null;
  /** There is no plan: what conflicts is being looked for. */
  readonly impossible?: boolean;
}

export interface InParts {
  readonly solvers: Solvers;
  /** For each question to the optimiser. */
  readonly seconds: number;
  /** Once it says so, the best so far is the answer. */
  readonly stopped: () => boolean;
  readonly tell: (progress: Progress) => void;
}

/** A model in parts with what is to be small: by block and choice. */
export interface AskedInParts {
  readonly parts: Parts;
  readonly costs: readonly Float64Array[];
  /** True: nothing costs anything, and any plan will do. */
  readonly any: boolean;
}

/** A plan is good enough when its cost is off its bound by no more than this share. */
const AIM = 0.002;
/** What of that mixing may leave between its cost and the bound. */
const MIXING = AIM / 4;
const BLOCK_GAP = 1e-4;
const MOST_ROUNDS = 80;
/** So often a plan is put together on the way, for whoever stops early. */
const EARLY = 2;
/** So often it is asked whether links that are still short can be kept at all. */
const DOUBT = 4;
/** So many blocks at most are decided anew at once. */
const MOST_FREED = 64;

interface State extends AskedInParts {
  readonly columns: Columns;
  readonly ask: AskKept;
  readonly how: InParts;
  rounds: number;
  bound: number;
  best: readonly Column[] | null;
}

/**
 * Solves a model in parts (Dantzig and Wolfe): each block is asked for its cheapest way at the prices of the links, and
 * what blocks answer is mixed to find better prices. Whatever the prices, what blocks cost at least once links are paid
 * for is a bound; one whole way for each block that keeps the links is a plan. The same model has the same answer
 * unless it is stopped.
 */
export async function decompose(asked: AskedInParts, how: InParts): Promise<Answered> {
  const { parts, costs } = asked;
  const state: State = { ...asked, how, columns: createColumns(parts, costs), ask: how.solvers.keep(parts.blocks.map(({ model }) => model)), rounds: 0, bound: -Infinity, best: null };
  const first = await round(state, new Float64Array(parts.links.length));
  if (first === 'impossible') return IMPOSSIBLE;
  const last = await converge(state);
  if (last === 'impossible') return IMPOSSIBLE;
  if (!enough(state)) await finish(state, last);
  tell(state);
  return answered(state);
}

const IMPOSSIBLE: Answered = { state: 'impossible', values: null, bound: null };

/** Finds prices and columns until more of them would hardly change the bound. */
async function converge(state: State): Promise<Mixed | null | 'impossible'> {
  const { parts, costs, columns, how } = state;
  let penalties = penaltiesOf(parts, costs);
  let centre: Float64Array | null = null;
  let [exact, last]: [boolean, Mixed | null] = [false, null];
  while (state.rounds < MOST_ROUNDS && !how.stopped()) {
    const master = await mixed(parts, columns.all, penalties, how.solvers.linear, how.seconds);
    if (master === null) return last;
    last = master;
    if (!master.short && master.cost - state.bound <= scale(master.cost) * MIXING) return last;
    const prices: Float64Array = centre === null || exact ? master.prices : halfway(master.prices, centre);
    const before = state.bound;
    const found = await round(state, prices);
    if (found === 'impossible') return found;
    if (state.bound > before) centre = prices;
    if (found === 'known' && exact && !master.short) return last;
    const stuck = found === 'known' && exact;
    if (master.short && (stuck || state.rounds % DOUBT === 0) && await provenShort(state, master.prices)) return 'impossible';
    if (stuck) penalties = penalties.map((one) => one * MANY);
    exact = found === 'known';
    if (!master.short && (state.any || state.rounds % EARLY === 0)) await gather(state, AIM);
    tell(state);
    if (enough(state)) return last;
  }
  return last;
}

function scale(cost: number): number {
  return Math.max(1, Math.abs(cost));
}

function enough({ any, best, bound }: State): boolean {
  return best !== null && (any || costOfAll(best) - bound <= scale(costOfAll(best)) * AIM);
}

function halfway(to: Float64Array, from: Float64Array): Float64Array {
  return to.map((price, at) => (price + (from[at] ?? 0)) / 2);
}

/** What one of a link is worth at most, to begin with: many times what it costs by the choice that is dearest for it, or by any where its own cost nothing. */
function penaltiesOf({ links, blocks }: Parts, costs: readonly Float64Array[]): Float64Array {
  const any = costs.reduce((most, own) => own.reduce((one, cost) => Math.max(one, Math.abs(cost)), most), 1);
  const dearest = new Float64Array(links.length);
  blocks.forEach(({ shares }, at) => {
    for (const { link, choice, factor } of shares) dearest[link] = Math.max(dearest[link] ?? 0, Math.abs((costs[at]?.[choice] ?? 0) / factor));
  });
  return dearest.map((cost) => MANY * (cost === 0 ? any : cost));
}

const MANY = 10;

/** Asks every block at these prices; what they answer are new columns, and together a bound. */
async function round(state: State, prices: Float64Array): Promise<'new' | 'known' | 'impossible'> {
  const { parts, costs, any, columns, ask, how: { seconds } } = state;
  const { possible, answers, bound, above_nothing } = await priced(parts, costs, prices, ask, { seconds, gap: BLOCK_GAP });
  state.rounds += 1;
  if (!possible || (any && above_nothing)) return 'impossible';
  state.bound = Math.max(state.bound, bound);
  const added = answers.filter(({ values }, block) => values !== null && columns.add(block, values));
  return added.length > 0 ? 'new' : 'known';
}

/** Whether blocks, whatever they cost, fall short of the links at these prices: then no plan keeps them. */
async function provenShort({ parts, costs, ask, how: { seconds } }: State, prices: Float64Array): Promise<boolean> {
  return (await priced(parts, costs.map((own) => new Float64Array(own.length)), prices, ask, { seconds, gap: 0 })).above_nothing;
}

/** One whole way for each block, of the columns found so far. */
async function gather(state: State, gap: number): Promise<void> {
  const { parts, columns, how: { solvers, seconds } } = state;
  better(state, await together(parts, columns.all, solvers.whole, { seconds, gap }));
}

/** The columns that go together best, then blocks that hang in between decided anew: more of them as long as none go together. */
async function finish(state: State, last: Mixed | null): Promise<void> {
  const { parts, costs, columns, how: { solvers, seconds, stopped } } = state;
  await gather(state, AIM / 2);
  if (last === null || enough(state) || stopped()) return;
  const { columns: most, unsettled } = mostMixed(parts, columns.all, last);
  const others = parts.blocks.map((_, at) => at).filter((at) => !unsettled.includes(at));
  const all = [...unsettled, ...others];
  for (let count = Math.max(1, unsettled.length); count <= Math.min(MOST_FREED, all.length * 2); count *= 2) {
    better(state, await freed(parts, costs, state.best ?? most, all.slice(0, count), solvers.whole, { seconds, gap: AIM / 4 }));
    if (enough(state) || stopped()) return;
  }
}

function better(state: State, found: readonly Column[] | null): void {
  if (found !== null && (state.best === null || costOfAll(found) < costOfAll(state.best))) state.best = found;
}

function tell({ rounds, bound, best, how }: State): void {
  how.tell({ rounds, cost_yuan: best && costOfAll(best), bound_yuan: Number.isFinite(bound) ? bound : null });
}

function answered({ parts, bound, best }: State): Answered {
  const known = Number.isFinite(bound) ? bound : null;
  if (best === null) return { state: 'stopped', values: null, bound: known };
  const values: number[] = [];
  for (const { block, values: own } of best) parts.blocks[block]?.choices.forEach((choice, at) => { values[choice] = own[at] ?? 0; });
  return { state: 'stopped', values, bound: known };
}
