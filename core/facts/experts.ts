import { addDays, date, monthOf, yearOf, type PlainDate } from '../values/plain-date.ts';
import { inForce, overlaps, type Period } from '../values/period.ts';
import { add, ZERO, type Exact } from '../values/exact.ts';
import type { CampusRows } from './campus-rows.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import type { CountingRules } from './rules.ts';
import { isFullTimeTeacher } from './staff.ts';

/** Industry experts in teaching: their hours in the two latest terms, their heads on the day (R5-h, B19). */
export interface ExpertFacts {
  readonly hours: Fact<{ readonly expert: Exact; readonly all: Exact }>;
  readonly heads: Fact<{ readonly experts: number; readonly others: number }>;
}

export function expertFacts(rows: CampusRows, on: PlainDate, rules: CountingRules): ExpertFacts {
  return { hours: expertHours(rows, on, rules), heads: expertHeads(rows, on) };
}

function expertHours(rows: CampusRows, on: PlainDate, rules: CountingRules): ExpertFacts['hours'] {
  const terms = latestTerms(on);
  const taught = rows.teaching.filter((r) => terms.has(r.term));
  // Who is an expert stands in `staff`: a campus that has not reported it has unknown experts, not none.
  const missing = [...(taught.length === 0 ? ['teaching'] : []), ...(rows.staff.length === 0 ? ['staff'] : [])];
  if (missing.length > 0) return unreported(...missing);
  const counted = taught.filter((r) => rules.professional_course_kinds.has(r.kind));
  let [expert, all] = [ZERO, ZERO];
  for (const row of counted) {
    all = add(all, row.hours);
    const period = terms.get(row.term);
    const is_expert = (rows.staff_of_persons.get(row.person_id) ?? []).some(
      (s) => s.industry_expert === true && period !== undefined && overlaps(s, period),
    );
    if (is_expert) expert = add(expert, row.hours);
  }
  return known({ expert, all }, [rowsOf('teaching', counted)]);
}

function expertHeads(rows: CampusRows, on: PlainDate): ExpertFacts['heads'] {
  if (rows.staff.length === 0) return unreported('staff');
  const present = rows.staff.filter((r) => inForce(r, on));
  const expertRows = present.filter((r) => r.industry_expert === true);
  const experts = new Set(expertRows.map((r) => r.person_id));
  const teacherRows = present.filter((r) => isFullTimeTeacher(r) && !experts.has(r.person_id));
  return known(
    { experts: experts.size, others: new Set(teacherRows.map((r) => r.person_id)).size },
    [rowsOf('staff', [...expertRows, ...teacherRows])],
  );
}

/** The two latest terms begun by a day, by name: `2025-1` begins 1 September 2025, `2025-2` 1 February 2026. */
export function latestTerms(on: PlainDate): Map<string, Period> {
  const latest = termOf(on);
  const before = termOf(addDays(latest.period.from, -1));
  return new Map([[latest.name, latest.period], [before.name, before.period]]);
}

/** The term that a day falls in; a term lasts until the next begins. */
export function termOf(on: PlainDate): { readonly name: string; readonly period: Period } {
  const month = monthOf(on);
  const first = month >= 9 || month < 2;
  const year = month >= 9 ? yearOf(on) : yearOf(on) - 1;
  return first
    ? { name: `${year}-1`, period: { from: date(`${year}-09-01`), to: date(`${year + 1}-01-31`) } }
    : { name: `${year}-2`, period: { from: date(`${year + 1}-02-01`), to: date(`${year + 1}-08-31`) } };
}
