import type { Row } from '../exchange/sheets.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

type Report = Pick<Row<'schools'>, 'school_id' | 'on' | 'pilot_from' | 'pilot_to'>;

/** A time that a school was or is in the pilot; an open end is null. */
export interface PilotPeriod {
  readonly school_id: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/**
 * S3-f: the times that schools are in the pilot, the earliest first, by what they reported on different days. A beginning
 * that is named again is the same time, and what has once ended is not opened again by a later report that names no end:
 * a school that was stopped is resumed by a decision, from another day.
 */
export function pilotPeriods(reports: readonly Report[]): PilotPeriod[] {
  const periods = new Map<string, PilotPeriod>();
  for (const { school_id, pilot_from, pilot_to } of reports.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    if (pilot_from === null) continue;
    const key = `${school_id} ${pilot_from}`;
    periods.set(key, { school_id, from: pilot_from, to: pilot_to ?? periods.get(key)?.to ?? null });
  }
  return [...periods.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether one of these reports has its school in the pilot on a day. */
export function inPilotOn(reports: readonly Report[], day: PlainDate): boolean {
  return pilotPeriods(reports).some((period) => inForce(period, day));
}
