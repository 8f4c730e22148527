import type { PlainDate } from '../values/plain-date.ts';
import type { AllocationJson } from './allocation-json.ts';

/** A plan as it is told and kept: without the verdicts of each year, with the intakes that come of it. */
export function keptAnswer({ rates: _, rows: __, region: years, problems: ___, ...plan }: AllocationJson, on: PlainDate, options: number) {
  return { on, ...plan, options, intakes: years.map(({ year, intake }) => ({ year, intake })) };
}

export type KeptAnswer = ReturnType<typeof keptAnswer>;
