import { groupBy } from '../facts/campus-rows.ts';
import type { Ground, ProgrammeGround } from './ground.ts';
import type { Programme } from './programmes.ts';
import type { RateSource, Rates } from './rates.ts';
import { step, stepRates, type Grades, type Step, type StepRates } from './step.ts';

/** Where the heads of one programme go: `grades` by year, and the step that led to each year after the first. */
export interface Path {
  readonly programme: Programme;
  readonly grades: readonly Grades[];
  readonly steps: readonly Step[];
}

/** The paths of all programmes, found by campus and by school. */
export interface Paths {
  readonly all: readonly Path[];
  readonly of_campus: ReadonlyMap<string, readonly Path[]>;
  readonly of_school: ReadonlyMap<string, readonly Path[]>;
}

export function pathsFrom(ground: Ground, source: RateSource): Paths {
  const all = ground.programmes.map((programme) => pathOf(programme, stepRates(ratesFor(ground, source, programme.programme.programme_id))));
  return {
    all,
    of_campus: groupBy(all, ({ programme }) => programme.campus_id),
    of_school: groupBy(all, ({ programme }) => programme.school_id),
  };
}

export function ratesFor(ground: Ground, source: RateSource, programme_id: string): Rates {
  return source === 'pack' ? ground.pack_rates : { ...ground.pack_rates, ...ground.history.get(programme_id) };
}

function pathOf({ programme, state, intakes }: ProgrammeGround, rates: StepRates): Path {
  const grades: Grades[] = [state];
  const steps: Step[] = [];
  for (const { students } of intakes.slice(1)) {
    const taken = step(grades.at(-1) ?? state, students, rates);
    steps.push(taken);
    grades.push(taken.after);
  }
  return { programme, grades, steps };
}
