import type { PlainDate } from '../values/plain-date.ts';
import { exact, subtract, sum, type Exact } from '../values/exact.ts';
import type { Row } from '../exchange/sheets.ts';
import type { Evidence } from '../verdict/verdict.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import type { CampusFacts } from './campus-facts.ts';
import { latestOn } from './students.ts';

/** What is left of a school for its secondary students once its campuses are taken out (B8). */
export interface SchoolFacts {
  readonly secondary_students: Fact<Exact>;
  readonly secondary_teachers: Fact<Exact>;
  readonly land_m2: Fact<Exact>;
  readonly building_m2: Fact<Exact>;
  readonly equipment_yuan: Fact<Exact>;
}

/** A part of what a campus takes out of its school. */
type Taken = (facts: CampusFacts) => Fact<Exact>;

/** `campuses`: the facts of every campus of the school that is not closed, of either form. */
export function schoolFacts(rows: readonly Row<'schools'>[], campuses: readonly CampusFacts[], on: PlainDate): SchoolFacts {
  const latest = latestOn(rows, on, (r) => r.on);
  const own = rowsOf('schools', latest === null ? [] : [latest]);
  const reported = (count: number | undefined): Fact<Exact> => (count === undefined ? unreported('schools') : known(exact(count), [own]));
  return {
    secondary_students: reported(latest?.secondary_students),
    secondary_teachers: reported(latest?.secondary_teachers),
    land_m2: rest(latest?.total_land_m2, campuses, (f) => f.land_area_m2, own),
    building_m2: rest(latest?.total_building_m2, campuses, (f) => f.building_area_m2, own),
    equipment_yuan: rest(latest?.total_equipment_yuan, campuses, (f) => f.school_equipment_yuan, own),
  };
}

/** The total less what the campuses take; unknown while the school or one of them has not reported: each is named. */
function rest(total: Exact | undefined, campuses: readonly CampusFacts[], taken: Taken, own: Evidence): Fact<Exact> {
  const facts = campuses.map(taken);
  const missing = new Set([...(total === undefined ? ['schools'] : []), ...facts.flatMap((f) => f.missing)]);
  if (total === undefined || missing.size > 0) return unreported(...missing);
  const amounts = facts.flatMap((f) => (f.value === null ? [] : [f.value]));
  return known(subtract(total, sum(amounts)), [own, ...facts.flatMap((f) => f.evidence)]);
}
