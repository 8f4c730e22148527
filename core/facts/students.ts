import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from '../values/period.ts';
import { exact, type Exact } from '../values/exact.ts';
import type { Row } from '../exchange/sheets.ts';
import type { CampusRows } from './campus-rows.ts';
import type { CountingRules } from './rules.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';

/** Heads at a campus on a day: N, those who board, and the majors they study. */
export interface StudentFacts {
  /** N: distinct students of stage higher in force that day whose status counts (B1–B4). */
  readonly students: Fact<Exact>;
  readonly boarders: Fact<Exact>;
  /** Higher majors of the counted students. Unknown where only a headcount was reported. */
  readonly majors: Fact<readonly string[]>;
}

export function studentFacts(rows: CampusRows, on: PlainDate, rules: CountingRules): StudentFacts {
  if (rows.students.length === 0) return headcountFacts(rows.headcounts, on);
  const counted = new Map<string, Row<'students'>>();
  for (const row of rows.students) {
    if (inForce(row, on) && rules.counted_statuses.has(row.status)) counted.set(row.student_id, row);
  }
  const present = [...counted.values()];
  const evidence = [rowsOf('students', present)];
  return {
    students: known(exact(present.length), evidence),
    boarders: present.some((r) => r.boarder === null)
      ? unreported('students')
      : known(exact(present.filter((r) => r.boarder === true).length), evidence),
    majors: majorsOf(present, rows.higher_codes),
  };
}

function headcountFacts(headcounts: readonly Row<'headcounts'>[], on: PlainDate): StudentFacts {
  const latest = latestOn(headcounts, on, (r) => r.on);
  if (latest === null) return { students: unreported('students'), boarders: unreported('students'), majors: unreported('students') };
  const evidence = [rowsOf('headcounts', [latest])];
  return {
    students: known(exact(latest.higher_students), evidence),
    boarders: latest.boarders === null ? unreported('headcounts') : known(exact(latest.boarders), evidence),
    majors: unreported('students'),
  };
}

function majorsOf(present: readonly Row<'students'>[], higher_codes: ReadonlyMap<string, string>): Fact<readonly string[]> {
  const majors = new Set<string>();
  for (const row of present) {
    const code = higher_codes.get(row.programme_id);
    if (code === undefined) return unreported('programmes');
    majors.add(code);
  }
  return known([...majors].sort(), [rowsOf('students', present)]);
}

/** The row with the latest day not after `on`; null when there is none. */
export function latestOn<T>(rows: readonly T[], on: PlainDate, dayOf: (row: T) => PlainDate): T | null {
  let latest: T | null = null;
  for (const row of rows) {
    if (dayOf(row) <= on && (latest === null || dayOf(row) > dayOf(latest))) latest = row;
  }
  return latest;
}
