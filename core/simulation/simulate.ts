import { groupBy } from '../facts/campus-rows.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { Ground } from '../forecast/ground.ts';
import type { RateSource } from '../forecast/rates.ts';
import type { Pack } from '../policy/pack.ts';
import { bandOf, shareAbove, type Band } from './bands.ts';
import { chancesOf, emptyTotals, runProgramme, yearsDrawn, type Chances, type Dice, type SimulatedProgramme } from './run.ts';
import { uncertainRates, type ProgrammeRates, type UncertainRate } from './uncertain-rates.ts';

/** How far things may come out differently from the forecast, by many seeded runs of it. */
export interface Simulation {
  readonly seed: number;
  readonly runs: number;
  readonly rates: readonly UncertainRate[];
  readonly region: readonly RegionBands[];
  readonly campuses: readonly CampusBands[];
}

export interface RegionBands {
  readonly year: number;
  readonly secondary: Band;
  readonly higher: Band;
  readonly graduates: Band;
  readonly local: Band;
}

export interface CampusBands {
  readonly year: number;
  readonly campus_id: string;
  readonly students: Band;
  /** The share of runs in which there are more students than the campus can hold. */
  readonly over_capacity: number | null;
}

export interface Asked {
  readonly pack: Pack;
  readonly source: RateSource;
  readonly seed: number;
  readonly runs: number;
}

/** Everything that runs need, as plain data that another thread can be given. */
export interface ToSimulate {
  readonly dice: Dice;
  readonly years: readonly number[];
  readonly programmes: readonly SimulatedProgramme[];
  /** What the campuses of which heads are known can hold, year by year. */
  readonly campuses: readonly { readonly campus_id: string; readonly year: number; readonly capacity: number | null }[];
}

/** Campuses of which the forecast knows no heads have no band either. */
export function toSimulate(ground: Ground, forecast: Forecast, { pack, source, seed, runs }: Asked): ToSimulate {
  const ratesOf = uncertainRates(ground, pack, source);
  const years = ground.rules.slice(1).map(({ year }) => year);
  return {
    dice: { runs, years: years.length, seed }, years,
    programmes: ground.programmes.map(({ programme: { programme_id, campus_id }, state, intakes }) => ({
      programme_id, campus_id, state, intakes: intakes.slice(1).map(({ students }) => students), rates: ratesOf(programme_id),
    })),
    campuses: forecast.rows.filter(({ year, students }) => year !== ground.start && students !== null).map(({ campus_id, year, capacity }) => ({ campus_id, year, capacity: capacity.students })),
  };
}

/** Runs the programmes of each campus, then those that are taught nobody knows where. */
export function simulate({ dice, years, programmes, campuses: known }: ToSimulate): Simulation {
  const { runs, seed } = dice;
  const totals = emptyTotals(dice);
  const chances = chancesBy(yearsDrawn(dice));
  const ofYear = (cells: Int32Array, year: number) => cells.subarray(years.indexOf(year) * runs, (years.indexOf(year) + 1) * runs);
  const heads = new Int32Array(dice.runs * dice.years);
  const run = (programme: SimulatedProgramme) => runProgramme(programme, dice, chances(programme.rates), totals, heads);
  const held = groupBy(known, ({ campus_id }) => campus_id);
  for (const programme of programmes) if (programme.campus_id === null) run(programme);
  const campuses = [...groupBy(programmes, ({ campus_id }) => campus_id)].flatMap(([campus_id, own]) => {
    heads.fill(0);
    for (const programme of own) run(programme);
    return (held.get(campus_id) ?? []).map(({ year, capacity }): CampusBands => (
      { year, campus_id, students: bandOf(ofYear(heads, year)), over_capacity: shareAbove(ofYear(heads, year), capacity) }));
  });
  const region = years.map((year) => ({
    year, secondary: bandOf(ofYear(totals.secondary, year)), higher: bandOf(ofYear(totals.higher, year)), graduates: bandOf(ofYear(totals.graduates, year)), local: bandOf(ofYear(totals.local, year)),
  }));
  return { seed, runs, rates: usedRates(programmes), region, campuses };
}

/** Programmes with the same rates share their chances. */
function chancesBy(drawn: Float64Array): (rates: ProgrammeRates) => Chances {
  const known = new Map<ProgrammeRates, Chances>();
  return (rates) => {
    const chances = known.get(rates) ?? chancesOf(rates, drawn);
    known.set(rates, chances);
    return chances;
  };
}

function usedRates(programmes: readonly SimulatedProgramme[]): UncertainRate[] {
  const all = programmes.flatMap(({ rates }) => Object.values(rates));
  return [...new Map(all.map((rate) => [`${rate.name} ${rate.programme_id ?? ''}`, rate])).values()];
}
