import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { grantDue, monthWeight } from '../funding/grant.ts';
import type { GrantRules } from '../funding/rules.ts';
import type { Exact } from '../values/exact.ts';
import type { Fen } from '../values/fen.ts';

/** The amount per student of a fiscal year: entered for it, or assumed to be the latest one entered before. */
export interface GrantStandard {
  readonly yuan_per_student: Exact;
  readonly origin: 'entered' | 'assumed';
  readonly of_year: number;
  readonly row: number;
}

/** Standards by college, each found by its fiscal year. */
export function grantStandardsBy(dataset: Dataset): (college_id: string, year: number) => GrantStandard | null {
  const byCollege = groupBy(dataset.grant_standards, (row) => row.college_id);
  return (college_id, year) => {
    const past = (byCollege.get(college_id) ?? []).filter((row) => row.fiscal_year <= year);
    const latest = past.reduce<Row<'grant_standards'> | null>((best, row) => (best === null || row.fiscal_year > best.fiscal_year ? row : best), null);
    if (latest === null) return null;
    const { fiscal_year, yuan_per_student, row } = latest;
    return { yuan_per_student, origin: fiscal_year === year ? 'entered' : 'assumed', of_year: fiscal_year, row };
  };
}

/** What the payer will owe for a campus in one year (M5-d); null while heads, standard or rule is unknown. */
export interface GrantForeseen {
  /** Heads of the autumn before, and of the year's own. */
  readonly previous: number | null;
  readonly current: number | null;
  readonly standard: GrantStandard | null;
  readonly due: Fen | null;
}

export function grantForeseen(previous: number | null, current: number | null, standard: GrantStandard | null, rules: GrantRules | null): GrantForeseen {
  const due = previous === null || current === null || standard === null || rules === null ? null
    : grantDue(standard.yuan_per_student, monthWeight(BigInt(previous), BigInt(current), rules), rules);
  return { previous, current, standard, due };
}
