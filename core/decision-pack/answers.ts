import { allocate } from '../allocation/allocate.ts';
import { allocationJson, type AllocationJson } from '../allocation/allocation-json.ts';
import { keptAnswer } from '../allocation/kept-answer.ts';
import { situationOf } from '../allocation/situation.ts';
import type { Solvers } from '../allocation/solver.ts';
import { check } from '../check/check.ts';
import { checkJson } from '../check/check-json.ts';
import { judgingOn } from '../check/judging.ts';
import type { Problem } from '../exchange/problem.ts';
import type { Dataset } from '../exchange/sheets.ts';
import { forecastFrom } from '../forecast/forecast.ts';
import { forecastJson } from '../forecast/forecast-json.ts';
import { groundOf } from '../forecast/ground.ts';
import type { RateSource } from '../forecast/rates.ts';
import type { Pack } from '../policy/pack.ts';
import type { Tried } from '../policy/tried-changes.ts';
import { policyImpact } from '../policy-impact/policy-impact.ts';
import { keptForecast } from '../simulation/kept-forecast.ts';
import { simulate, toSimulate } from '../simulation/simulate.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What a pack is asked about: `plan` is null where nothing was planned. */
export interface PackQuestion {
  readonly on: PlainDate;
  readonly to: number;
  readonly rates: RateSource;
  readonly plan: { readonly target: number | null } | null;
  readonly kind: 'plan' | 'forecast' | 'policy';
  /** Values that are tried from the day on. */
  readonly tried: readonly Tried[];
  /** Of a forecast: its seed and how often it was run. */
  readonly bands: { readonly seed: number; readonly runs: number } | null;
}

/** What the commands of the same names print with `--json`. */
export interface PackAnswers {
  readonly check: string;
  readonly forecast: string;
  readonly allocate: string | null;
  readonly allocation: AllocationJson | null;
}

/** @throws what the optimiser throws when it is stopped. `seconds`: for each question to it. */
export async function answersOf(read: { readonly dataset: Dataset; readonly problems: readonly Problem[] }, pack: Pack, { on, to, rates, plan }: Omit<PackQuestion, 'kind' | 'tried' | 'bands'>, solvers: Solvers, seconds: number): Promise<PackAnswers> {
  const { dataset, problems } = read;
  const allocation = plan === null ? null : allocationJson(await allocate(situationOf(dataset, { pack, on, to, target: plan.target, rates }), solvers, { seconds }), problems);
  return {
    check: printed(checkJson(check(dataset, problems, judgingOn(pack, on)))),
    forecast: printed(forecastJson(forecastFrom(groundOf(dataset, pack, on, to), rates), problems)),
    allocate: allocation === null ? null : printed(allocation), allocation,
  };
}

/** The answer of a scenario once more, from the records and values of a pack; `allocation`: the plan, worked out. Null where it can not be asked. */
export function keptAgain(dataset: Dataset, packs: { readonly decided: Pack; readonly tried: Pack }, { kind, on, to, rates, bands }: PackQuestion, allocation: AllocationJson | null): unknown {
  if (kind === 'plan') return allocation === null ? null : keptAnswer(allocation, on, dataset.options?.length ?? 0);
  if (kind === 'policy') return policyImpact({ records: dataset, final_year: dataset }, packs.decided, packs.tried, { on, to, rates });
  if (bands === null) return null;
  const ground = groundOf(dataset, packs.tried, on, to);
  const forecast = forecastFrom(ground, rates);
  return keptForecast(forecast, simulate(toSimulate(ground, forecast, { pack: packs.tried, source: rates, ...bands })), on, to);
}

/** A document as the commands print it. */
export const printed = (value: unknown): string => `${JSON.stringify(value)}\n`;
