import type { Row } from '../core/exchange/sheets.ts';
import { pilotPeriods } from '../core/supervision/pilot-periods.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from './campus-rows.ts';
import type { Transaction } from './transaction.ts';

/** What a school reported of itself last; null where it reported nothing. To be called within `tx.whole`. */
export async function latestOfSchool(whole: Transaction, school_id: string): Promise<Row<'schools'> | null> {
  return (await loadRows(whole, 'schools', {}, 'r.school_id = $2', school_id)).toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null;
}

/** S3-f: the last day in the pilot of each school that was stopped and not resumed: after it nobody is taken in. To be called within `tx.whole`. */
export async function lastPilotDays(whole: Transaction): Promise<ReadonlyMap<string, PlainDate>> {
  const latest = new Map(pilotPeriods(await loadRows(whole, 'schools', {})).map((period) => [period.school_id, period.to]));
  return new Map([...latest].flatMap(([id, to]): [string, PlainDate][] => (to === null ? [] : [[id, to]])));
}
