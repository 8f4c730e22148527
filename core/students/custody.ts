import type { Period } from '../values/period.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { KEEPERS, LEFT, type Keeper, type Roll } from './roll.ts';

type RollRow = Pick<Roll, 'stage' | 'status'> & Period;

/** Days on which nobody, or more than one row, has the student. */
export interface CustodyFault {
  readonly kind: 'gap' | 'overlap';
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Those who both have the student; of a gap, who had the student before it and who has after it. */
  readonly keepers: readonly Keeper[];
}

/**
 * R3-a: on every day from one to another exactly one row of the roll has the student, and so one keeper.
 * Rows of a student who has left (withdrawn, graduated …) keep nobody; days after the last of them began
 * are nobody's to answer for. Names every gap and every overlap, in order of their first day.
 */
export function custodyFaults(rows: readonly RollRow[], first: PlainDate, last: PlainDate): CustodyFault[] {
  const keeping = rows.filter((row) => !LEFT.has(row.status)).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const end = endOfCustody(rows, last);
  const faults: CustodyFault[] = [];
  let until: PlainDate | null = null;
  let before: RollRow | null = null;
  for (const row of keeping) {
    const to = row.to === null || row.to > end ? end : row.to;
    if (to < first || row.from > end || to < row.from) continue;
    const from = row.from < first ? first : row.from;
    const expected = until === null ? first : addDays(until, 1);
    if (from > expected) faults.push({ kind: 'gap', from: expected, to: addDays(from, -1), keepers: keepersOf(before, row) });
    if (until !== null && from <= until) faults.push({ kind: 'overlap', from, to: until < to ? until : to, keepers: keepersOf(before, row) });
    if (until === null || to > until) [until, before] = [to, row];
  }
  const expected = until === null ? first : addDays(until, 1);
  if (expected <= end) faults.push({ kind: 'gap', from: expected, to: end, keepers: keepersOf(before, null) });
  return faults;
}

/**
 * The day before the student left for good; the last day asked about when that has not happened by then. Who left and is
 * recorded again after that, as one who completed and graduates later, left with the first of these rows.
 */
function endOfCustody(rows: readonly RollRow[], last: PlainDate): PlainDate {
  const latest = rows.reduce<RollRow | null>((found, row) => (found === null || row.from > found.from ? row : found), null);
  if (latest === null || !LEFT.has(latest.status)) return last;
  const kept = rows.filter(({ status }) => !LEFT.has(status)).map(({ from }) => from);
  const left = rows.reduce((first, { status, from }) => (LEFT.has(status) && from < first && kept.every((one) => one < from) ? from : first), latest.from);
  return left > last ? last : addDays(left, -1);
}

function keepersOf(...rows: readonly (RollRow | null)[]): Keeper[] {
  return rows.flatMap((row) => (row === null ? [] : [KEEPERS[row.stage]]));
}
