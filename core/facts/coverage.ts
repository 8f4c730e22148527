import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { exact, type Exact } from '../values/exact.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import type { RegionRows } from './region-rows.ts';

/** How far college education reaches into the region on a day (1.2-g, B46, B65). */
export interface Reach {
  readonly reached: Exact;
  readonly all: Exact;
  /** Ids that are not reached. */
  readonly without: readonly string[];
}

/** Main parks with a recognised campus, or a formal service in force. */
export function parkReach(rows: RegionRows, on: PlainDate): Fact<Reach> {
  const main = (rows.parks ?? []).filter((p) => p.main);
  if (main.length === 0) return unreported('parks');
  const recognised = recognisedCampuses(rows);
  const services = rows.services.filter((s) => inForce(s, on));
  const reached = new Set([...recognised.flatMap((c) => c.park_id ?? []), ...services.map((s) => s.park_id)]);
  const without = main.filter((p) => !reached.has(p.park_id)).map((p) => p.park_id);
  return known(
    { reached: exact(main.length - without.length), all: exact(main.length), without },
    [rowsOf('parks', main), rowsOf('campuses', recognised.filter((c) => c.park_id !== null)), rowsOf('services', services)],
  );
}

/** Counties where a recognised campus stands. */
export function countyReach(rows: RegionRows, counties: readonly string[]): Fact<Reach> {
  if (rows.campuses === null) return unreported('campuses');
  const recognised = recognisedCampuses(rows);
  return reachOf(counties, new Set(recognised.map((c) => c.division_code)), [rowsOf('campuses', recognised)]);
}

/** Counties where a recognised campus stands, or a park that is formally served. */
export function countyService(rows: RegionRows, counties: readonly string[], on: PlainDate): Fact<Reach> {
  if (rows.campuses === null) return unreported('campuses');
  const recognised = recognisedCampuses(rows);
  const services = rows.services.filter((s) => inForce(s, on));
  const served = new Set(services.map((s) => s.park_id));
  const parks = (rows.parks ?? []).filter((p) => served.has(p.park_id));
  const reached = new Set([...recognised, ...parks].map((place) => place.division_code));
  return reachOf(counties, reached, [rowsOf('campuses', recognised), rowsOf('services', services)]);
}

function reachOf(counties: readonly string[], reached: ReadonlySet<string>, evidence: Fact<Reach>['evidence']): Fact<Reach> {
  const without = counties.filter((code) => !reached.has(code));
  return known({ reached: exact(counties.length - without.length), all: exact(counties.length), without }, evidence);
}

function recognisedCampuses(rows: RegionRows) {
  return (rows.campuses ?? []).filter((c) => c.status === 'recognised');
}
