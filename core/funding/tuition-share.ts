import type { Dataset, Row } from '../exchange/sheets.ts';
import { problem, type Problem } from '../exchange/problem.ts';
import { aboveZero, shareOfFen, sumOf, yuanOf, yuanText, type Fen } from '../values/fen.ts';
import { compare, type Exact } from '../values/exact.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { accountsOf, evidenceOf, type Fees } from './fees.ts';
import { exactText, lineOf, LINE_KINDS, rowsIn, used, type Line } from './line.ts';
import { pairs, type Pair } from './pairs.ts';
import { dayIn, type FeeRules } from './rules.ts';
import { periodText } from './scope.ts';
import { amountOf, netBy, type StudentAccount } from './student-accounts.ts';

/** The agreed share of a school and its college on the first day of the year. */
export interface AgreedShares {
  readonly rows: ReadonlyMap<string, Row<'shares'>>;
  /** Rows below the floor that the policy sets. */
  readonly problems: readonly Problem[];
}

const pairKey = (college_id: string, school_id: string): string => JSON.stringify([college_id, school_id]);

/** Shares in force on the first day of the year of their college; of two, the one that began later. */
export function agreedShares(dataset: Dataset, firstDay: (college_id: string) => PlainDate, rules: Pick<FeeRules, 'tuition_floor'>): AgreedShares {
  const rows = new Map<string, Row<'shares'>>();
  const problems: Problem[] = [];
  for (const row of dataset.shares ?? []) {
    if (!inForce(row, firstDay(row.college_id))) continue;
    if (compare(row.tuition_share, rules.tuition_floor) < 0) problems.push(problem('shares', row.row, 'tuition_share', 'below_floor', exactText(row.tuition_share)));
    const key = pairKey(row.college_id, row.school_id);
    const before = rows.get(key);
    if (before === undefined || row.from > before.from) rows.set(key, row);
  }
  return { rows, problems };
}

/** The share that a college and a school agreed on; undefined without an agreement. */
export function agreedShareOf({ rows }: AgreedShares, { college_id, school_id }: { readonly college_id: string; readonly school_id: string }): Exact | undefined {
  return rows.get(pairKey(college_id, school_id))?.tuition_share;
}

/**
 * R4-c: at least 60 % of the net tuition goes to the school, by the agreed share, rounded up once on the total (B26).
 * Without an agreed share the floor is shown and nothing is decided. Paying more than the share is lawful.
 */
export function tuitionShareLines(fees: Fees, agreed: AgreedShares): Line[] {
  const found = pairs(accountsOf(fees, 'tuition'), ({ place }) => [place.college_id, place.school_id], fees.payments.get('tuition_share'));
  return found.map((pair) => shareLine(pair, fees, agreed.rows.get(pairKey(pair.from_id, pair.to_id))));
}

function shareLine({ from_id, to_id, items, payments }: Pair<StudentAccount>, fees: Fees, agreed: Row<'shares'> | undefined): Line {
  const { rules, scope } = fees;
  const { clause } = LINE_KINDS.tuition_share;
  const ratio = agreed?.tuition_share ?? rules.tuition_floor;
  const base = sumOf(items, (a) => a.net);
  const due = shareOfFen(base, ratio);
  const paid = sumOf(payments, amountOf);
  const batch = lastSettleDay(fees);
  const dated = batch === null ? 0n : datedShare(items, batch, ratio);
  const overdue = aboveZero(dated - paid);
  return lineOf('tuition_share', {
    from_id, to_id, period: periodText(scope.academic), base: yuanOf(base), ratio: exactText(ratio), due, paid, overdue,
    missing: agreed === undefined ? ['shares'] : [],
    trace: [
      { figure: 'base', clause, parameters: used(rules.parameters, 'tuition.base'), formula: `Σ (received − refund due) = ${yuanText(base)}`, evidence: evidenceOf(items, 'receipts', 'departures') },
      {
        figure: 'due', clause, parameters: used(rules.parameters, 'tuition.share', 'tuition.share_rounding'),
        formula: `⌈${exactText(ratio)} × ${yuanText(base)}⌉ = ${yuanText(due)}`, evidence: agreed === undefined ? [] : rowsIn('shares', [agreed]),
      },
      { figure: 'paid', clause, parameters: [], formula: `Σ paid = ${yuanText(paid)}`, evidence: rowsIn('payments', payments) },
      {
        figure: 'overdue', clause, parameters: used(rules.parameters, 'tuition.settle_days'),
        formula: `${yuanText(dated)} (${batch ?? '–'}) − ${yuanText(paid)} → ${yuanText(overdue)}`, evidence: [],
      },
    ],
  });
}

/** The last day of settlement that has passed; null before the first. */
function lastSettleDay({ rules, scope }: Fees): PlainDate | null {
  const days = rules.tuition_settle_days.map((day) => dayIn(scope.academic_year + 1, day)).filter((day) => day < scope.as_of).sort();
  return days.at(-1) ?? null;
}

/** The share of what had come in by a day of settlement. */
function datedShare(items: readonly StudentAccount[], batch: PlainDate, ratio: Exact): Fen {
  return shareOfFen(sumOf(items, (a) => netBy(a, batch)), ratio);
}
