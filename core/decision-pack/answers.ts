import { allocate } from '../allocation/allocate.ts';
import { allocationJson, type AllocationJson } from '../allocation/allocation-json.ts';
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
import type { PlainDate } from '../values/plain-date.ts';

/** What a pack is asked about: `plan` is null where nothing was planned. */
export interface PackQuestion {
  readonly on: PlainDate;
  readonly to: number;
  readonly rates: RateSource;
  readonly plan: { readonly target: number | null } | null;
}

/** What the commands of the same names print with `--json`. */
export interface PackAnswers {
  readonly check: string;
  readonly forecast: string;
  readonly allocate: string | null;
  readonly allocation: AllocationJson | null;
}

/** @throws what the optimiser throws when it is stopped. `seconds`: for each question to it. */
export async function answersOf(read: { readonly dataset: Dataset; readonly problems: readonly Problem[] }, pack: Pack, { on, to, rates, plan }: PackQuestion, solvers: Solvers, seconds: number): Promise<PackAnswers> {
  const { dataset, problems } = read;
  const allocation = plan === null ? null : allocationJson(await allocate(situationOf(dataset, { pack, on, to, target: plan.target, rates }), solvers, { seconds }), problems);
  return {
    check: printed(checkJson(check(dataset, problems, judgingOn(pack, on)))),
    forecast: printed(forecastJson(forecastFrom(groundOf(dataset, pack, on, to), rates), problems)),
    allocate: allocation === null ? null : printed(allocation), allocation,
  };
}

/** A document as the commands print it. */
export const printed = (value: unknown): string => `${JSON.stringify(value)}\n`;
