import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from '../values/period.ts';
import type { CampusRows } from './campus-rows.ts';
import { baseFacts, type BaseFacts } from './equipment.ts';
import { expertFacts, type ExpertFacts } from './experts.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import { premisesFacts, type PremisesFacts } from './premises.ts';
import type { CountingRules } from './rules.ts';
import { staffFacts, type StaffFacts } from './staff.ts';
import { studentFacts, type StudentFacts } from './students.ts';

/** Everything that the standards of a campus ask, counted once for one day. */
export interface CampusFacts extends StudentFacts, PremisesFacts, BaseFacts, StaffFacts, ExpertFacts {
  /** Classes in force whose head has no staff row at the campus that day (R5-k). */
  readonly classes_without_head: Fact<number>;
}

/** Counts the records of one campus on a day. The one definition of these facts: server, browser and command call it. */
export function campusFacts(rows: CampusRows, on: PlainDate, rules: CountingRules): CampusFacts {
  return {
    ...studentFacts(rows, on, rules),
    ...premisesFacts(rows, on, rules),
    ...baseFacts(rows, on, rules),
    ...staffFacts(rows, on),
    ...expertFacts(rows, on, rules),
    classes_without_head: classesWithoutHead(rows, on),
  };
}

function classesWithoutHead(rows: CampusRows, on: PlainDate): Fact<number> {
  const missing = [
    ...(rows.classes.length === 0 ? ['classes'] : []),
    ...(rows.staff.length === 0 ? ['staff'] : []),
  ];
  if (missing.length > 0) return unreported(...missing);
  const staff = new Set(rows.staff.filter((r) => inForce(r, on)).map((r) => r.person_id));
  const without = rows.classes.filter((r) => inForce(r, on) && (r.head_id === null || !staff.has(r.head_id)));
  return known(without.length, [rowsOf('classes', without)]);
}
