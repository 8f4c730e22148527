import { yearOf, type PlainDate } from '../values/plain-date.ts';
import { compare, multiply, sum, type Exact } from '../values/exact.ts';
import type { Row } from '../exchange/sheets.ts';
import type { CampusRows } from './campus-rows.ts';
import type { CountingRules } from './rules.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';

/** Original values × share, yuan, of the equipment that counts on a day (B11, B12). */
export interface EquipmentValues {
  /** Owned by the school or the college. */
  readonly owned_yuan: Exact;
  /** Owned by enterprises under a running agreement, before the cap. */
  readonly enterprise_yuan: Exact;
  /** The part of both acquired in the calendar year of the day. */
  readonly new_yuan: Exact;
}

export interface BaseFacts {
  readonly equipment: Fact<EquipmentValues>;
  /** School-owned value × share without the least value of an item: what the school gives up to the campus. */
  readonly school_equipment_yuan: Fact<Exact>;
  /** Majors that training bases of the campus name, and work stations in all. */
  readonly bases: Fact<{ readonly majors: ReadonlySet<string>; readonly stations: number }>;
}

export function baseFacts(rows: CampusRows, on: PlainDate, rules: CountingRules): BaseFacts {
  const present = rows.equipment.filter((r) => inUse(r, on));
  const bases = rows.bases;
  if (rows.equipment.length === 0) {
    return { equipment: unreported('equipment'), school_equipment_yuan: unreported('equipment'), bases: basesOf(bases) };
  }
  const school = present.filter((r) => r.owner === 'school');
  return {
    equipment: equipmentValues(present, on, rules),
    school_equipment_yuan: known(sharedValue(school), [rowsOf('equipment', school)]),
    bases: basesOf(bases),
  };
}

/** In use from the day of acquisition until the day before retirement. */
export function inUse(item: Row<'equipment'>, on: PlainDate): boolean {
  return item.acquired_on <= on && (item.retired_on === null || on < item.retired_on);
}

function equipmentValues(present: readonly Row<'equipment'>[], on: PlainDate, rules: CountingRules): Fact<EquipmentValues> {
  const counted = present.filter(
    (r) =>
      compare(r.value_yuan, rules.equipment_min_item_yuan) >= 0 &&
      (r.owner !== 'enterprise' || (r.agreement_until !== null && r.agreement_until >= on)),
  );
  const year = yearOf(on);
  return known(
    {
      owned_yuan: sharedValue(counted.filter((r) => r.owner !== 'enterprise')),
      enterprise_yuan: sharedValue(counted.filter((r) => r.owner === 'enterprise')),
      new_yuan: sharedValue(counted.filter((r) => yearOf(r.acquired_on) === year)),
    },
    [rowsOf('equipment', counted)],
  );
}

function sharedValue(rows: readonly Row<'equipment'>[]): Exact {
  return sum(rows.map((r) => multiply(r.value_yuan, r.share)));
}

function basesOf(bases: readonly Row<'bases'>[]): BaseFacts['bases'] {
  if (bases.length === 0) return unreported('bases');
  return known(
    {
      majors: new Set(bases.flatMap((b) => [...b.majors])),
      stations: bases.reduce((sum, b) => sum + b.stations, 0),
    },
    [rowsOf('bases', bases)],
  );
}
