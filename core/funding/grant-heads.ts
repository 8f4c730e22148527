import type { Dataset, Row } from '../exchange/sheets.ts';
import { problem, type Problem } from '../exchange/problem.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { dayIn, type GrantRules } from './rules.ts';
import type { Scope } from './scope.ts';

/** Heads of a campus that the grant of a fiscal year is paid for. */
export interface GrantHeads {
  readonly previous: Fact<bigint>;
  readonly current: Fact<bigint>;
  /** The day of this year's heads has not come: last year's stand for them. */
  readonly provisional: boolean;
  readonly problems: readonly Problem[];
}

/** M5-d: heads on the day of last year and of this year (B29), by campus. */
export function grantHeads(dataset: Dataset, rules: GrantRules, scope: Pick<Scope, 'fiscal_year' | 'as_of'>): (campus: Row<'campuses'>) => GrantHeads {
  const signed = groupBy(dataset.grant_headcounts, (r) => r.campus_id);
  const rolls = groupBy(dataset.students, (r) => (r.stage === 'higher' ? r.campus_id : null));
  const previous_day = dayIn(scope.fiscal_year - 1, rules.snapshot);
  const current_day = dayIn(scope.fiscal_year, rules.snapshot);
  return (campus) => {
    const of = (day: PlainDate) => headsOn(campus, day, signed.get(campus.campus_id) ?? [], rolls.get(campus.campus_id) ?? [], rules);
    const previous = of(previous_day);
    if (scope.as_of < current_day) return { previous: previous.heads, current: previous.heads, provisional: true, problems: previous.problems };
    const current = of(current_day);
    return { previous: previous.heads, current: current.heads, provisional: false, problems: [...previous.problems, ...current.problems] };
  };
}

interface HeadsOnDay { readonly heads: Fact<bigint>; readonly problems: readonly Problem[] }

/** The signed sheet wins over the roll; before a campus opens it has no heads; with neither they are not known. */
function headsOn(
  campus: Row<'campuses'>, day: PlainDate, signed: readonly Row<'grant_headcounts'>[], roll: readonly Row<'students'>[], rules: GrantRules,
): HeadsOnDay {
  const enrolled = headsOfRoll(day, roll, rules);
  const sheet = signed.find(({ on }) => on === day);
  if (sheet === undefined) {
    if (enrolled !== null) return { heads: enrolled, problems: [] };
    if (campus.opened_on !== null && campus.opened_on > day) return { heads: known(0n, [rowsOf('campuses', [campus])]), problems: [] };
    return { heads: unreported('grant_headcounts'), problems: [] };
  }
  const heads = known(BigInt(sheet.students), [rowsOf('grant_headcounts', [sheet])]);
  const differs = enrolled !== null && enrolled.value !== heads.value;
  return { heads, problems: differs ? [problem('grant_headcounts', sheet.row, 'students', 'headcount_differs', String(sheet.students))] : [] };
}

/** Distinct students in force that day whose status counts; null where the campus had no row of the roll by then. */
function headsOfRoll(day: PlainDate, roll: readonly Row<'students'>[], { counted_statuses }: GrantRules): Fact<bigint> | null {
  if (!roll.some(({ from }) => from <= day)) return null;
  const present = roll.filter((row) => inForce(row, day) && counted_statuses.has(row.status));
  return known(BigInt(new Set(present.map(({ student_id }) => student_id)).size), [rowsOf('students', present)]);
}
