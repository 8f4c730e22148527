import type { DestinationCodes } from '../facts/employment.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A graduate of a year, with where the school is. */
export interface Graduate {
  readonly student_id: string;
  readonly school_id: string;
  readonly programme_id: string;
  /** Division of the school; null where it is not known. */
  readonly county: string | null;
  readonly graduated_on: PlainDate;
}

/** A destination as it was recorded on a day. */
export interface Destination {
  readonly student_id: string;
  readonly code: string;
  readonly workplace_division: string | null;
  readonly recorded_on: PlainDate;
}

/** Who of some graduates went where, by a day. */
export interface Counts {
  readonly graduates: number;
  readonly recorded: number;
  /** At work in the city (B40), and in the county of their school. */
  readonly local: number;
  readonly in_county: number;
  readonly employed: number;
  /** Further study, abroad, enlisted. */
  readonly set_aside: number;
}

/** The latest destination of each student that was recorded by a day; of two of one day the first. */
export function latestBy<D extends Destination>(destinations: readonly D[], by: PlainDate): Map<string, D> {
  const latest = new Map<string, D>();
  for (const one of destinations) {
    if (one.recorded_on > by) continue;
    const before = latest.get(one.student_id);
    if (before === undefined || one.recorded_on > before.recorded_on) latest.set(one.student_id, one);
  }
  return latest;
}

export function isEmployed({ code }: Destination, codes: DestinationCodes): boolean {
  return !codes.not_employed.has(code) && !codes.aside.has(code);
}

export function isLocal(destination: Destination, codes: DestinationCodes): boolean {
  return isEmployed(destination, codes) && (destination.workplace_division?.startsWith(codes.local_prefix) ?? false);
}

/** 1.2-k: graduates without a record stay in what is divided by. */
export function countGraduates(graduates: readonly Graduate[], latest: ReadonlyMap<string, Destination>, codes: DestinationCodes): Counts {
  const counts = { graduates: graduates.length, recorded: 0, local: 0, in_county: 0, employed: 0, set_aside: 0 };
  for (const { student_id, county } of graduates) {
    const destination = latest.get(student_id);
    if (destination === undefined) continue;
    counts.recorded += 1;
    if (codes.aside.has(destination.code)) counts.set_aside += 1;
    if (!isEmployed(destination, codes)) continue;
    counts.employed += 1;
    if (isLocal(destination, codes)) counts.local += 1;
    if (county !== null && destination.workplace_division === county) counts.in_county += 1;
  }
  return counts;
}
