import { readTyped, type TypedRow } from '../../core/check/made-dataset.ts';
import { allocate, type Allocation } from '../../core/allocation/allocate.ts';
import type { Demand } from '../../core/allocation/demand.ts';
import { situationOf } from '../../core/allocation/situation.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { decimal, toFixed } from '../../core/values/exact.ts';
import { date } from '../../core/values/plain-date.ts';
import { highs, highsInParts } from '../../solver/highs.ts';
import { FIRST, madeAllocation, type MadeAllocation } from './made-allocation.ts';
import { asRows, forecastOf, keepsAll, openIn, type Act } from './naive-allocation.ts';

export interface AllocationTwin {
  readonly seed: number;
  readonly state: Allocation['answer']['state'] | 'left out';
  readonly tried: number;
  /** What differs, in words; empty when both agree. */
  readonly differences: readonly string[];
}

const MOST_PLANS = 1500;

/** Solves a small region by the product and by trying every plan, cheapest first. */
export async function allocationTwin(seed: number): Promise<AllocationTwin> {
  const made = madeAllocation(seed);
  const pack = packFor(made);
  const { dataset, problems } = readTyped(made.sheets);
  if (problems.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const situation = situationOf(dataset, { pack, on: date(made.day), to: made.to, target: made.target, rates: 'pack' });
  const { answer, problem } = await allocate(situation, highsInParts, { seconds: 60 });
  const plans = everyPlan(made, pack);
  if (plans === null) return { seed, state: 'left out', tried: 0, differences: [] };
  const { cheapest, tried } = tryAll(made, pack, plans, answer.state === 'proven' ? Number(toFixed(answer.plan.weighed_yuan, 2, 'down')) : Infinity);
  const differences: string[] = [];
  if (answer.state === 'proven') {
    const cost = Number(toFixed(answer.plan.weighed_yuan, 2, 'down'));
    if (cheapest === null) differences.push(`a plan of ${cost}, and no plan is found by trying all`);
    else if (Math.abs(cheapest - cost) > 0.001) differences.push(`${cost}, and by trying all ${cheapest}`);
  } else if (cheapest !== null) differences.push(`${answer.state}, and by trying all ${cheapest}`);
  if (answer.state === 'impossible') differences.push(...await reducible(problem, answer.conflict));
  return { seed, state: answer.state, tried, differences };
}

/** What of a conflict is not needed for it; and whether it is one at all. */
async function reducible({ model: { choices, rules } }: Allocation['problem'], conflict: readonly Demand[]): Promise<string[]> {
  const possible = async (kept: readonly Demand[]) => {
    const keys = new Set(kept.map(({ key }) => key));
    const { state } = await highs({ model: { rules: rules.filter(({ demand }) => demand === null || keys.has(demand.key)), most: choices.map(({ most }) => most), costs: choices.map(() => 0) }, seconds: 60 });
    return state !== 'impossible';
  };
  const idle = [];
  for (const one of conflict) if (!await possible(conflict.filter((other) => other !== one))) idle.push(`not needed for the conflict: ${one.key}`);
  return await possible(conflict) ? [...idle, 'no conflict at all'] : idle;
}

/** The pack with aims that a small region can meet, in two counties. */
export function packFor({ aims }: MadeAllocation): Pack {
  return {
    ...DEFAULT_PACK,
    header: { ...DEFAULT_PACK.header, counties: DEFAULT_PACK.header.counties.slice(0, 2) },
    parameters: DEFAULT_PACK.parameters.map((one) => {
      const value = aims[one.key];
      if (['target.schools.due', 'target.coverage.due'].includes(one.key)) return { ...one, value: '2026-12-31' };
      return value === undefined ? one : { ...one, value: decimal(value) };
    }),
  };
}

interface Tried {
  readonly cost: number;
  readonly acts: readonly Act[];
}

function years(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** All ways to take at most so many: each way a list of acts. */
function waysOf(slots: readonly Omit<Act, 'count'>[], most: number): Act[][] {
  let found: { readonly acts: Act[]; readonly left: number }[] = [{ acts: [], left: most }];
  for (const slot of slots) {
    found = found.flatMap(({ acts, left }) => Array.from({ length: left + 1 }, (_, count) => ({ acts: count === 0 ? acts : [...acts, { ...slot, count }], left: left - count })));
    if (found.length > MOST_PLANS) return [];
  }
  return found.map(({ acts }) => acts);
}

function everyPlan(made: MadeAllocation, pack: Pack): Tried[] | null {
  const slotsOf = slotsIn(made, pack);
  let plans: Act[][] = [[]];
  for (const option of made.sheets.options ?? []) {
    const ways = waysOf(slotsOf(option), Number(option['max']));
    if (ways.length === 0 || plans.length * ways.length > MOST_PLANS) return null;
    plans = plans.flatMap((acts) => ways.map((more) => [...acts, ...more]));
  }
  return plans.map((acts) => ({ acts, cost: costOf(made, acts) })).filter(({ acts }) => allowed(made, acts)).sort((a, b) => a.cost - b.cost);
}

/** Where and when an option can be taken. */
export function slotsIn(made: MadeAllocation, pack: Pack): (option: TypedRow) => Omit<Act, 'count'>[] {
  const last = made.to + 4;
  const { campuses = [], programmes = [] } = made.sheets;
  const recognised = new Set(campuses.filter(({ status }) => status === 'recognised').map((campus) => campus['division_code']));
  const counties = pack.header.counties.map(({ code }) => code).filter((code) => !recognised.has(code));
  return (option) => {
    const [own, from] = [String(option['campus_id'] ?? ''), Math.max(FIRST, Number(option['from_year']))];
    const nowhere = { option, campus_id: '', programme_id: '', division_code: '' };
    if (option['kind'] === 'class') return programmes.filter((one) => own === '' || one['campus_id'] === own).flatMap((one) => years(from, made.to).map((year) => ({ ...nowhere, year, campus_id: String(one['campus_id']), programme_id: String(one['programme_id']) })));
    if (option['kind'] !== 'campus') return campuses.filter((one) => own === '' || one['campus_id'] === own).flatMap((one) => years(from, last).map((year) => ({ ...nowhere, year, campus_id: String(one['campus_id']) })));
    if (own === '') return counties.flatMap((division_code) => years(from, last).map((year) => ({ ...nowhere, year, division_code })));
    return campuses.filter((one) => one['campus_id'] === own && one['status'] !== 'recognised').flatMap((one) => years(from, last).map((year) => ({ ...nowhere, year, campus_id: own, division_code: String(one['division_code']) })));
  };
}

/** Yuan over all years that are judged, by the weights of kinds. */
export function costOf({ to, aims }: Pick<MadeAllocation, 'to' | 'aims'>, acts: readonly Act[]): number {
  const kinds = [...new Set(acts.map(({ option }) => String(option['kind'])))];
  const of = (kind: string): number => years(FIRST, to + 4).reduce((sum, year) => sum + spent(acts.filter(({ option }) => option['kind'] === kind), year), 0);
  return kinds.reduce((sum, kind) => sum + Number(aims[`allocation.weight.${kind}`] ?? 1) * of(kind), 0);
}

function spent(acts: readonly Act[], in_year: number): number {
  return acts.reduce((sum, { option, year, count }) => {
    const runs = in_year >= year && (option['kind'] !== 'class' || in_year <= year + 4);
    return sum + count * ((in_year === year ? Number(option['cost_yuan']) : 0) + (runs ? Number(option['yearly_yuan'] || 0) : 0));
  }, 0);
}

/** Limits of the office, growth step by step, campuses opened before their students come. */
export function allowed({ sheets: { limits = [], campuses = [], options = [] }, to }: MadeAllocation, acts: readonly Act[]): boolean {
  const classes = acts.filter(({ option }) => option['kind'] === 'class');
  const added = (year: number) => classes.filter((act) => act.year === year).reduce((sum, { option, count }) => sum + count * Number(option['unit']), 0);
  const opens = acts.filter(({ option }) => option['kind'] === 'campus');
  const canOpen = (campus_id: string) => options.some((one) => one['kind'] === 'campus' && one['campus_id'] === campus_id)
    && campuses.some((one) => one['campus_id'] === campus_id && one['status'] !== 'recognised');
  return limits.every(({ year, budget_yuan, max_classes }) =>
    (budget_yuan === '' || spent(acts, Number(year)) <= Number(budget_yuan)) && (max_classes === '' || classes.filter((act) => act.year === Number(year)).reduce((sum, { count }) => sum + count, 0) <= Number(max_classes)))
    && years(FIRST + 1, to).every((year) => added(year) >= added(year - 1))
    && classes.every(({ campus_id, year }) => !canOpen(campus_id) || opens.some((act) => act.campus_id === campus_id && act.year <= year + 3));
}

/** Students are not added to a campus of which something is not reported, nor to a major without a training base. */
function cannotBeJudged({ sheets: { programmes = [], bases = [] } }: MadeAllocation, before: ReadonlyMap<string, string>, { campus_id, programme_id, year }: Act): boolean {
  const major = String(programmes.find((one) => one['programme_id'] === programme_id)?.['higher_code']);
  const hasBase = bases.some((base) => base['campus_id'] === campus_id && String(base['majors']).split(';').includes(major));
  return [year + 3, year + 4].some((at) => [...before].some(([name, outcome]) => name.endsWith(` ${campus_id} ${at}`) && outcome === 'undetermined') || !hasBase);
}

/** Whether a plan keeps everything, by core's own forecast of the rows that it would leave on record. */
export function keeper(made: MadeAllocation, pack: Pack): (acts: readonly Act[]) => boolean {
  const base = forecastOf(made.sheets, made, pack);
  const campuses = new Set((made.sheets.campuses ?? []).map((campus) => String(campus['campus_id'])));
  const before = openIn(base, made, campuses);
  const all = base.region.map(({ year }) => year).filter((year) => year >= FIRST);
  const expected = (programme_id: string, year: number) => base.region.find((one) => one.year === year)?.intakes.find((one) => one.programme_id === programme_id)?.intake.students ?? 0;
  return (acts) => {
    if (acts.some((act) => act.option['kind'] === 'class' && cannotBeJudged(made, before, act))) return false;
    const forecast = forecastOf(asRows(made.sheets, acts, expected, all), made, pack);
    const reached = forecast.region.find(({ year }) => year === made.to)?.intake ?? 0;
    return reached >= (made.target ?? 0) && keepsAll(openIn(forecast, made, campuses), before);
  };
}

/** The cost of the cheapest plan that keeps everything; those dearer than `most` are not tried. */
function tryAll(made: MadeAllocation, pack: Pack, plans: readonly Tried[], most: number): { readonly cheapest: number | null; readonly tried: number } {
  const keeps = keeper(made, pack);
  let tried = 0;
  for (const { acts, cost } of plans) {
    if (cost > most + 0.001) break;
    tried += 1;
    if (keeps(acts)) return { cheapest: cost, tried };
  }
  return { cheapest: null, tried };
}
