import type { Bilingual } from '../values/bilingual.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { countyReach, countyService } from './coverage.ts';
import type { RegionRows } from './region-rows.ts';

/** A place of the network map (1.1-b): reached by a recognised campus standing there, or by a formal service. */
interface Reached {
  readonly located: boolean;
  readonly served: boolean;
  /** Campuses there that are not closed, by id. */
  readonly campuses: readonly string[];
}

export interface CountyOnMap extends Reached {
  readonly code: string;
  readonly name: Bilingual;
}

export interface ParkOnMap extends Reached {
  readonly park_id: string;
  readonly name: string;
  readonly division_code: string;
  readonly main: boolean;
}

/** 1.2-a, 1.2-g: the counties by both ways of being covered (B65). */
export function countiesOnMap(rows: RegionRows, on: PlainDate, counties: ReadonlyMap<string, Bilingual>): CountyOnMap[] {
  const codes = [...counties.keys()];
  const notLocated = new Set(countyReach(rows, codes).value?.without ?? codes);
  const notServed = new Set(countyService(rows, codes, on).value?.without ?? codes);
  return [...counties].map(([code, name]) => ({
    code, name, located: !notLocated.has(code), served: !notServed.has(code),
    campuses: openCampuses(rows, (campus) => campus.division_code === code),
  }));
}

export function parksOnMap(rows: RegionRows, on: PlainDate): ParkOnMap[] {
  const served = new Set(rows.services.filter((s) => inForce(s, on)).map((s) => s.park_id));
  const recognised = new Set((rows.campuses ?? []).filter((c) => c.status === 'recognised').map((c) => c.park_id));
  return (rows.parks ?? []).map(({ park_id, name, division_code, main }) => ({
    park_id, name, division_code, main, served: served.has(park_id), located: recognised.has(park_id),
    campuses: openCampuses(rows, (campus) => campus.park_id === park_id),
  }));
}

type CampusRow = NonNullable<RegionRows['campuses']>[number];

function openCampuses(rows: RegionRows, here: (campus: CampusRow) => boolean): string[] {
  return (rows.campuses ?? []).filter((c) => c.status !== 'closed' && here(c)).map((c) => c.campus_id);
}
