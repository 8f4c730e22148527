import type { Grades } from '../forecast/step.ts';
import { leavingBy, streamOf } from './random.ts';
import type { ProgrammeRates } from './uncertain-rates.ts';

/** A programme as a run sees it: where it begins, what it takes in each year after, and its rates. */
export interface SimulatedProgramme {
  readonly programme_id: string;
  readonly campus_id: string | null;
  readonly state: Grades;
  readonly intakes: readonly number[];
  readonly rates: ProgrammeRates;
}

/** Figures of each run and year after the first: `[year × runs + run]`. */
export interface Totals {
  readonly higher: Int32Array;
  readonly secondary: Int32Array;
  readonly graduates: Int32Array;
  readonly local: Int32Array;
}

export interface Dice {
  readonly runs: number;
  readonly years: number;
  readonly seed: number;
}

export function emptyTotals({ runs, years }: Dice): Totals {
  const cells = () => new Int32Array(runs * years);
  return { higher: cells(), secondary: cells(), graduates: cells(), local: cells() };
}

/** How good or bad each year is for each rate, from −1 to 1, the same for all programmes of a run. */
export function yearsDrawn({ runs, years, seed }: Dice): Float64Array {
  const stream = streamOf(seed);
  return Float64Array.from({ length: runs * years * RATES }, () => stream.next() * 2 - 1);
}

const RATES = 4;

/** The chances of one set of rates in every year of every run: odds of leaving, and the logarithm of staying. */
export interface Chances {
  readonly odds: Float64Array;
  readonly logs: Float64Array;
}

export function chancesOf({ stay, step_up, certificate, local }: ProgrammeRates, drawn: Float64Array): Chances {
  const [odds, logs] = [new Float64Array(drawn.length), new Float64Array(drawn.length)];
  const set = (cell: number, share: number) => {
    odds[cell] = share > 0 ? (1 - share) / share : CERTAIN;
    logs[cell] = share > 0 ? Math.log(share) : -CERTAIN;
  };
  for (let at = 0; at < drawn.length; at += RATES) {
    const kept = stay.mean + stay.half_width * (drawn[at] ?? 0);
    set(at, kept);
    set(at + 1, kept * (step_up.mean + step_up.half_width * (drawn[at + 1] ?? 0)));
    set(at + 2, certificate.mean + certificate.half_width * (drawn[at + 2] ?? 0));
    set(at + 3, local.mean + local.half_width * (drawn[at + 3] ?? 0));
  }
  return { odds, logs };
}

/** Odds at which everybody leaves. */
const CERTAIN = Number.MAX_VALUE;

/** Runs one programme through all years of all runs and adds it to the totals; heads at its campus go to `campus` as well. */
export function runProgramme(programme: SimulatedProgramme, dice: Dice, { odds, logs }: Chances, totals: Totals, campus: Int32Array): void {
  const stream = streamOf(seedOf(dice.seed, programme.programme_id));
  const kept = (heads: number, cell: number) => (heads === 0 ? 0 : heads - leavingBy(heads, odds[cell] ?? 0, logs[cell] ?? 0, stream.next()));
  for (let run = 0; run < dice.runs; run += 1) {
    let [h1, h2, h3, h4, h5] = programme.state;
    for (let year = 0; year < dice.years; year += 1) {
      const at = (run * dice.years + year) * RATES;
      const graduates = kept(kept(h5, at), at + 2);
      const working = kept(graduates, at + 3);
      h5 = kept(h4, at);
      h4 = kept(h3, at + 1);
      h3 = kept(h2, at);
      h2 = kept(h1, at);
      h1 = programme.intakes[year] ?? 0;
      const cell = year * dice.runs + run;
      count(totals.higher, cell, h4 + h5);
      count(totals.secondary, cell, h1 + h2 + h3);
      count(totals.graduates, cell, graduates);
      count(totals.local, cell, working);
      count(campus, cell, h4 + h5);
    }
  }
}

function count(cells: Int32Array, cell: number, heads: number): void {
  cells[cell] = (cells[cell] ?? 0) + heads;
}

/** A programme has its own numbers, whichever others there are. */
function seedOf(seed: number, id: string): number {
  let mixed = seed ^ 0x9e3779b9;
  for (let at = 0; at < id.length; at += 1) mixed = Math.imul(mixed ^ id.charCodeAt(at), 0x01000193);
  return mixed;
}
