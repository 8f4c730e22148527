import { subtract } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Fact } from '../verdict/fact.ts';
import type { Figure } from '../verdict/measure.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { groupBy } from './campus-rows.ts';
import { destinationCodes, destinationsOf, type Destinations } from './employment.ts';
import type { RegionRows } from './region-rows.ts';

/** What the graduates of a year are divided by: those who neither study on, left the country nor enlisted; all; the employed (B41). */
export type RateReading = 'without_set_aside' | 'all_graduates' | 'employed';

/** The local employment of one school's graduates, or of the region's, by every reading side by side. */
export interface LocalRates {
  /** Null: the region as a whole. */
  readonly school_id: string | null;
  readonly rates: Readonly<Record<RateReading, Fact<Figure>>>;
  /** Graduates with a recorded destination ÷ graduates: the school answers for all of them (M10-b). */
  readonly recorded: Fact<Figure>;
}

const KEYS = ['local_rate.not_employed', 'local_rate.set_aside', 'local.area'] as const;

/**
 * 1.2-k, M10-b: the three rates of the graduates of the calendar year of a day, of the region first and then of
 * each school by id. Null on a day without rules. A denominator of 0 is left to the reader: nothing divides it.
 */
export function localRates(rows: RegionRows, on: PlainDate, parameters: ParametersInForce): readonly LocalRates[] | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const codes = destinationCodes(parameters);
  const bySchool = groupBy(rows.graduates ?? [], (row) => row.school_id);
  const schoolOf = new Map(rows.graduates?.map((row) => [row.student_id, row.school_id]));
  const destinations = groupBy(rows.destinations ?? [], (row) => schoolOf.get(row.student_id) ?? null);
  const schools = [...bySchool].sort(([a], [b]) => (a < b ? -1 : 1)).map(([school_id, graduates]) => {
    const own = { ...rows, graduates, destinations: rows.destinations === null ? null : destinations.get(school_id) ?? [] };
    return ratesOf(school_id, destinationsOf(own, on, codes));
  });
  return [ratesOf(null, destinationsOf(rows, on, codes)), ...schools];
}

function ratesOf(school_id: string | null, fact: Fact<Destinations>): LocalRates {
  const rate = (figure: (d: Destinations) => Figure): Fact<Figure> => ({ ...fact, value: fact.value && figure(fact.value) });
  return {
    school_id,
    rates: {
      without_set_aside: rate((d) => ({ numerator: d.local, denominator: subtract(d.graduates, d.set_aside) })),
      all_graduates: rate((d) => ({ numerator: d.local, denominator: d.graduates })),
      employed: rate((d) => ({ numerator: d.local, denominator: d.employed })),
    },
    recorded: rate((d) => ({ numerator: d.recorded, denominator: d.graduates })),
  };
}
