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

/** Campuses of which the forecast knows no heads have no band either. */
export function simulate(ground: Ground, forecast: Forecast, { pack, source, seed, runs }: Asked): Simulation {
  const dice: Dice = { runs, years: ground.rules.length - 1, seed };
  const ratesOf = uncertainRates(ground, pack, source);
  const programmes = ground.programmes.map(({ programme: { programme_id, campus_id }, state, intakes }): SimulatedProgramme => ({
    programme_id, campus_id, state, intakes: intakes.slice(1).map(({ students }) => students), rates: ratesOf(programme_id),
  }));
  const totals = emptyTotals(dice);
  const chances = chancesBy(yearsDrawn(dice));
  const rows = new Map(forecast.rows.map((row) => [`${row.campus_id} ${row.year}`, row]));
  const years = ground.rules.slice(1).map(({ year }) => year);
  const ofYear = (cells: Int32Array, at: number) => cells.subarray(at * runs, (at + 1) * runs);
  const placed = groupBy(programmes, ({ campus_id }) => campus_id);
  const heads = new Int32Array(dice.runs * dice.years);
  for (const programme of programmes) if (programme.campus_id === null) runProgramme(programme, dice, chances(programme.rates), totals, heads);
  const campuses = [...placed].flatMap(([campus_id, own]) => {
    heads.fill(0);
    for (const programme of own) runProgramme(programme, dice, chances(programme.rates), totals, heads);
    return years.flatMap((year, at): CampusBands[] => {
      const row = rows.get(`${campus_id} ${year}`);
      if (row === undefined || row.students === null) return [];
      return [{ year, campus_id, students: bandOf(ofYear(heads, at)), over_capacity: shareAbove(ofYear(heads, at), row.capacity.students) }];
    });
  });
  const region = years.map((year, at) => ({
    year, secondary: bandOf(ofYear(totals.secondary, at)), higher: bandOf(ofYear(totals.higher, at)), graduates: bandOf(ofYear(totals.graduates, at)), local: bandOf(ofYear(totals.local, at)),
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
