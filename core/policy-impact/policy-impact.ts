import { judgingOn } from '../check/judging.ts';
import type { Dataset } from '../exchange/sheets.ts';
import { forecastFrom, type CampusYear, type Forecast } from '../forecast/forecast.ts';
import { groundOf } from '../forecast/ground.ts';
import type { Needed } from '../forecast/needed.ts';
import type { RateSource } from '../forecast/rates.ts';
import { auditGraduation, type GraduationOutcome } from '../graduation/audit.ts';
import type { Pack } from '../policy/pack.ts';
import { yuanText } from '../values/fen.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { moneyChanges, type MoneyChanges } from './money-changes.ts';
import { verdictChanges, type VerdictChanges } from './verdict-changes.ts';

/** What is compared: the same records by the values in force and by those that are tried. */
export interface ImpactQuestion {
  readonly on: PlainDate;
  readonly to: number;
  readonly rates: RateSource;
}

/** Records by what reads them; those of the final year are of its students alone. */
export interface ImpactRows {
  readonly records: Dataset;
  readonly final_year: Dataset;
}

/** Verdicts of a campus that come out otherwise in a year to come. */
export interface YearChange {
  readonly year: number;
  readonly campus_id: string;
  readonly students: number | null;
  readonly fails: readonly string[];
  readonly passes: readonly string[];
}

/** A year of the whole region by both. */
export interface YearSums {
  readonly year: number;
  readonly needed: { readonly [K in keyof Needed]: { readonly before: number; readonly after: number } };
  /** Null where what is due for a campus is not known. */
  readonly grant_before_yuan: string | null;
  readonly grant_after_yuan: string | null;
}

export interface PolicyImpact extends VerdictChanges {
  readonly on: PlainDate;
  /** Students of the campuses of which a verdict changes today. */
  readonly heads: number;
  readonly years: readonly YearChange[];
  readonly sums: readonly YearSums[];
  readonly graduation: { readonly audited: number; readonly changes: readonly { readonly before: GraduationOutcome; readonly after: GraduationOutcome; readonly students: number }[] };
  readonly money: MoneyChanges;
}

/** Campuses, students and budgets at once: everything that other values of law, or other readings, would change. */
export function policyImpact({ records, final_year }: ImpactRows, before: Pack, after: Pack, { on, to, rates }: ImpactQuestion): PolicyImpact {
  const verdicts = verdictChanges(records, before, after, on);
  const [was, is] = [before, after].map((pack) => forecastFrom(groundOf(records, pack, on, to), rates)) as [Forecast, Forecast];
  const touched = new Map(verdicts.verdicts.flatMap(({ campus_id, students }) => (campus_id === null ? [] : [[campus_id, students ?? 0] as const])));
  return {
    on, ...verdicts, heads: [...touched.values()].reduce((sum, students) => sum + students, 0),
    years: was.rows.flatMap((row, at) => yearChange(row, is.rows[at])),
    sums: was.region.map(({ year }) => yearSums(year, was, is)),
    graduation: graduationChanges(final_year, before, after, on), money: moneyChanges(records, before, after, on),
  };
}

function yearChange(before: CampusYear, after: CampusYear | undefined): YearChange[] {
  const turned = before.verdicts.flatMap(({ standard, outcome }, at) => {
    const other = after?.verdicts[at]?.outcome ?? outcome;
    return other === outcome ? [] : [{ standard, fails: other === 'unmet' }];
  });
  if (turned.length === 0) return [];
  const named = (fails: boolean) => turned.filter((one) => one.fails === fails).map(({ standard }) => standard);
  return [{ year: before.year, campus_id: before.campus_id, students: before.students, fails: named(true), passes: named(false) }];
}

const POSTS = ['teachers', 'ideology', 'counsellors', 'psychologists'] as const;

function yearSums(year: number, before: Forecast, after: Forecast): YearSums {
  const rows = ({ rows: all }: Forecast) => all.filter((row) => row.year === year);
  const posts = (of: Forecast, post: keyof Needed): number => rows(of).reduce((sum, { needed }) => sum + (needed?.[post] ?? 0), 0);
  return {
    year, needed: Object.fromEntries(POSTS.map((post) => [post, { before: posts(before, post), after: posts(after, post) }])) as YearSums['needed'],
    grant_before_yuan: grantOf(rows(before)), grant_after_yuan: grantOf(rows(after)),
  };
}

/** Of campuses that nobody pays for yet nothing is due. */
function grantOf(rows: readonly CampusYear[]): string | null {
  const due = rows.flatMap(({ grant }) => (grant.due === null ? [] : [grant.due]));
  return due.length === 0 ? null : yuanText(due.reduce((sum, fen) => sum + fen, 0n));
}

/** Whose study ends otherwise, counted; in an order that does not follow who they are. */
export function graduationChanges(dataset: Dataset, before: Pack, after: Pack, on: PlainDate): PolicyImpact['graduation'] {
  const [was, is] = [auditGraduation(dataset, [], judgingOn(before, on)), auditGraduation(dataset, [], judgingOn(after, on))];
  const counts = new Map<string, { before: GraduationOutcome; after: GraduationOutcome; students: number }>();
  const others = new Map(is.students.map(({ roll, outcome }) => [roll.student_id, outcome]));
  for (const { roll, outcome } of was.students) {
    const other = others.get(roll.student_id) ?? outcome;
    if (other === outcome) continue;
    const known = counts.get(`${outcome} ${other}`) ?? { before: outcome, after: other, students: 0 };
    known.students += 1;
    counts.set(`${outcome} ${other}`, known);
  }
  return { audited: was.students.length, changes: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one) };
}
