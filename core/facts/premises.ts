import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from '../values/period.ts';
import { multiply, sum, type Exact } from '../values/exact.ts';
import type { Row } from '../exchange/sheets.ts';
import type { CampusRows } from './campus-rows.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import type { CountingRules } from './rules.ts';
import { latestOn } from './students.ts';

export interface PremisesFacts {
  /** m², area × share of rooms in force. */
  readonly teaching_area_m2: Fact<Exact>;
  readonly dormitory_area_m2: Fact<Exact>;
  readonly building_area_m2: Fact<Exact>;
  readonly land_area_m2: Fact<Exact>;
  readonly facilities: Fact<FacilityStates>;
}

/** Every required kind is in exactly one of the lists. */
export interface FacilityStates {
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly unreported: readonly string[];
}

export function premisesFacts(rows: CampusRows, on: PlainDate, rules: CountingRules): PremisesFacts {
  const rooms = rows.rooms.filter((r) => inForce(r, on));
  const noRooms = rows.rooms.length === 0;
  const areaOf = (chosen: readonly Row<'rooms'>[]) =>
    noRooms ? unreported<Exact>('rooms') : known(sharedArea(chosen), [rowsOf('rooms', chosen)]);
  const land = rows.land.filter((r) => inForce(r, on));
  return {
    teaching_area_m2: areaOf(rooms.filter((r) => rules.teaching_room_uses.has(r.use))),
    dormitory_area_m2: areaOf(rooms.filter((r) => r.use === 'dormitory')),
    building_area_m2: areaOf(rooms),
    land_area_m2: rows.land.length === 0 ? unreported('land') : known(sharedArea(land), [rowsOf('land', land)]),
    facilities: facilityStates(rows.facilities, on, rules.facility_kinds),
  };
}

function sharedArea(rows: readonly { readonly area_m2: Exact; readonly share: Exact }[]): Exact {
  return sum(rows.map((r) => multiply(r.area_m2, r.share)));
}

function facilityStates(rows: readonly Row<'facilities'>[], on: PlainDate, kinds: readonly string[]): Fact<FacilityStates> {
  const states = { present: [] as string[], absent: [] as string[], unreported: [] as string[] };
  const used: Row<'facilities'>[] = [];
  for (const kind of kinds) {
    const latest = latestOn(rows.filter((r) => r.kind === kind), on, (r) => r.checked_on);
    if (latest === null) {
      states.unreported.push(kind);
      continue;
    }
    used.push(latest);
    (latest.present ? states.present : states.absent).push(kind);
  }
  return known(states, [rowsOf('facilities', used)]);
}
