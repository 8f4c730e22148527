import type { Dataset } from '../exchange/sheets.ts';
import type { RegionRows } from '../facts/region-rows.ts';
import type { Pack } from '../policy/pack.ts';
import type { Ground } from './ground.ts';
import { intakesBy, type Intake } from './intake.ts';
import { foreseenTargets, lastIntakeYear } from './region-targets.ts';
import { planningOn } from './year-rules.ts';

/** What a ground was made from. */
export interface Origin {
  readonly dataset: Dataset;
  readonly pack: Pack;
  readonly region: RegionRows;
  readonly ground: Ground;
}

/**
 * The same ground with more new students in years to come, and with what the records of the region will be in each
 * year. What a year takes in beyond what is expected says nothing of the years after it.
 */
export function groundWithIntakes({ dataset, pack, region, ground }: Origin, added: (programme_id: string, year: number) => number, regionIn: (year: number) => RegionRows): Ground {
  const { start, on, rules } = ground;
  const more = (programme_id: string, year: number, intake: Intake): Intake => {
    const students = added(programme_id, year);
    return students === 0 ? intake : { students: intake.students + students, origin: 'planned', of_year: year, row: null };
  };
  const intakesOf = intakesBy(dataset.intakes ?? [], region.cohorts ?? []);
  const to = lastIntakeYear(pack, start + rules.length - 1, planningOn(pack, on));
  const years = Array.from({ length: to - start }, (_, at) => start + 1 + at);
  const expected = ground.programmes.flatMap(({ programme }) => {
    const { expected: of } = intakesOf(programme.programme_id);
    return years.map((year) => ({ programme, year, intake: more(programme.programme_id, year, of(year)) }));
  });
  const judged = new Map<RegionRows, ReturnType<typeof foreseenTargets>>();
  const targetsOf = (rows: RegionRows) => {
    const targets = judged.get(rows) ?? foreseenTargets(pack, rules, rows, expected);
    judged.set(rows, targets);
    return targets;
  };
  return {
    ...ground,
    programmes: ground.programmes.map((one) => ({ ...one, intakes: one.intakes.map((intake, at) => (at === 0 ? intake : more(one.programme.programme_id, start + at, intake))) })),
    targets: rules.map(({ year }, index) => targetsOf(regionIn(year))[index] ?? []),
  };
}
