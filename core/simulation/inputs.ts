import type { SimulatedProgramme } from './run.ts';
import type { ToSimulate } from './simulate.ts';
import type { ProgrammeRates } from './uncertain-rates.ts';

/** What runs need, as it is sent to another program: each set of rates once, programmes by its place in the list. */
export interface SimulationInputs extends Omit<ToSimulate, 'programmes'> {
  readonly rate_sets: readonly ProgrammeRates[];
  readonly programmes: readonly (Omit<SimulatedProgramme, 'rates'> & { readonly rate_set: number })[];
}

export function inputsOf({ programmes, ...rest }: ToSimulate): SimulationInputs {
  const rate_sets = [...new Set(programmes.map(({ rates }) => rates))];
  return { ...rest, rate_sets, programmes: programmes.map(({ rates, ...one }) => ({ ...one, rate_set: rate_sets.indexOf(rates) })) };
}

/** Programmes of one set share it again, so that its chances are worked out once. */
export function fromInputs({ rate_sets, programmes, ...rest }: SimulationInputs): ToSimulate {
  return { ...rest, programmes: programmes.map(({ rate_set, ...one }) => ({ ...one, rates: rate_sets[rate_set] as ProgrammeRates })) };
}
