import type { Problem as Fault } from '../exchange/problem.ts';
import { forecastJson, type ForecastJson } from '../forecast/forecast-json.ts';
import { add, type Exact } from '../values/exact.ts';
import { toFixed, toDecimalText } from '../values/exact.ts';
import { groupBy } from '../facts/campus-rows.ts';
import type { Allocation, Binding } from './allocate.ts';
import type { Demand } from './demand.ts';
import { hiresJson, type HireJson } from './hires.ts';
import type { Cost, Decision } from './plan.ts';
import type { Situation } from './situation.ts';

/** The answer of `allocate --json`, and of the server. */
export interface AllocationJson extends ForecastJson {
  readonly to: number;
  readonly target: number | null;
  /** The last year in which standards are judged. */
  readonly judged_to: number;
  readonly status: 'optimal' | 'feasible' | 'impossible' | 'unanswered' | 'refused';
  /** By the weights of kinds, which are one each unless the office decided or tries otherwise; money as it is paid stands in `costs`. */
  readonly proof: { readonly proven: boolean; readonly cost_yuan: string | null; readonly bound_yuan: string | null };
  readonly plan: readonly DecisionJson[];
  readonly hires: readonly HireJson[];
  readonly costs: readonly { readonly year: number; readonly kind: string; readonly once_yuan: string; readonly yearly_yuan: string; readonly total_yuan: string }[];
  readonly binding: readonly (DemandJson & { readonly saves_yuan: string })[];
  readonly conflict: readonly DemandJson[];
  readonly nearest_target: number | null;
  readonly open: readonly OpenJson[];
}

export interface DecisionJson {
  readonly year: number;
  readonly option_id: string;
  readonly kind: string;
  readonly campus_id: string | null;
  readonly programme_id: string | null;
  readonly division_code: string | null;
  readonly count: number;
  /** What they bring together. */
  readonly brings: string;
  readonly once_yuan: string;
  readonly yearly_yuan: string;
}

export interface DemandJson {
  readonly demand: Demand['kind'];
  readonly name: string;
  readonly part: string | null;
  readonly clause: string | null;
  readonly campus_id: string | null;
  readonly school_id: string | null;
}

/** What no option can settle, with the years in which it is open. */
export interface OpenJson {
  readonly standard: string;
  readonly part: string | null;
  readonly clause: string;
  readonly notice: boolean;
  readonly campus_id: string | null;
  readonly school_id: string | null;
  readonly outcome: string;
  readonly missing: readonly string[];
  readonly years: readonly number[];
}

/** Errors in the data: nothing was planned. */
export function refusedJson(to: number, target: number | null, problems: readonly Fault[]): AllocationJson {
  return {
    to, target, judged_to: to, status: 'refused', proof: { proven: false, cost_yuan: null, bound_yuan: null },
    plan: [], hires: [], costs: [], binding: [], conflict: [], nearest_target: null, open: [], ...forecastJson(null, problems),
  };
}

const STATUS = { proven: 'optimal', stopped: 'feasible', impossible: 'impossible', unanswered: 'unanswered' } as const;

export function allocationJson({ situation, problem, answer }: Allocation, problems: readonly Fault[]): AllocationJson {
  const reached = answer.state === 'proven' || answer.state === 'stopped' ? answer : null;
  const decisions = reached?.plan.decisions ?? [];
  return {
    to: situation.to, target: situation.target, judged_to: situation.last, status: STATUS[answer.state],
    proof: { proven: answer.state === 'proven' || answer.state === 'impossible', cost_yuan: reached && yuanText(reached.plan.weighed_yuan), bound_yuan: reached && yuanText(reached.bound_yuan) },
    plan: decisions.map(decisionJson),
    hires: hiresJson(situation, decisions),
    costs: (reached?.plan.costs ?? []).map(costJson),
    binding: (reached?.binding ?? []).map(bindingJson),
    conflict: answer.state === 'impossible' ? answer.conflict.map(demandJson) : [],
    nearest_target: answer.state === 'impossible' ? answer.nearest : null,
    open: openJson(problem, situation),
    ...forecastJson(reached?.forecast ?? situation.forecast, problems),
  };
}

/** True when the plan leaves something open, or there is none. */
export function isOpen({ status, open }: AllocationJson): boolean {
  return (status !== 'optimal' && status !== 'feasible') || open.some(({ notice }) => !notice);
}

function decisionJson({ year, option, count, campus_id, programme_id, division_code }: Decision): DecisionJson {
  const times = (amount: Exact): Exact => ({ n: amount.n * BigInt(count), d: amount.d });
  return {
    year, option_id: option.option_id, kind: option.kind, campus_id, programme_id, division_code, count,
    brings: toDecimalText(times(option.unit)) ?? '', once_yuan: yuanText(times(option.cost_yuan)), yearly_yuan: yuanText(times(option.yearly_yuan ?? { n: 0n, d: 1n })),
  };
}

function costJson({ year, kind, once_yuan, yearly_yuan }: Cost): AllocationJson['costs'][number] {
  return { year, kind, once_yuan: yuanText(once_yuan), yearly_yuan: yuanText(yearly_yuan), total_yuan: yuanText(add(once_yuan, yearly_yuan)) };
}

function demandJson({ kind, name, part, clause, campus_id, school_id }: Demand): DemandJson {
  return { demand: kind, name, part, clause, campus_id, school_id };
}

function bindingJson({ demand, saves_yuan }: Binding): AllocationJson['binding'][number] {
  return { ...demandJson(demand), saves_yuan: yuanText(saves_yuan) };
}

function openJson({ open, open_targets }: Allocation['problem'], { ground }: Situation): OpenJson[] {
  const standards = open.map((one) => ({ ...one, part: null as string | null }));
  const targets = open_targets.map((one) => ({ ...one, notice: false, campus_id: null, school_id: null }));
  const places = new Map(ground.campuses.map(({ campus }, at) => [campus.campus_id, at]));
  return [...groupBy([...standards, ...targets], ({ standard, part, campus_id, school_id, outcome, missing }) => [standard, part, campus_id, school_id, outcome, ...missing].join(' '))]
    .flatMap(([, [first, ...others]]) => (first === undefined ? [] : [{
      standard: first.standard, part: first.part, clause: first.clause, notice: first.notice, campus_id: first.campus_id, school_id: first.school_id,
      outcome: first.outcome, missing: first.missing, years: [first, ...others].map(({ year }) => year),
    }])).sort((a, b) => (places.get(a.campus_id ?? '') ?? places.size) - (places.get(b.campus_id ?? '') ?? places.size));
}

function yuanText(amount: Exact): string {
  return toFixed(amount, 2, 'down');
}
