import { hasErrors, type Problem } from '../exchange/problem.ts';
import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { shareOfFen, yuanText, type Fen } from '../values/fen.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { countedRows } from './counted-rows.ts';
import { PAYMENT_EVENTS, type EventName, type Holders, type PaymentEvent } from './events.ts';
import type { Movement } from './entry.ts';
import { grantCampuses } from './grant.ts';
import { grantParts } from './grant-receipts.ts';
import { holdersOf } from './books.ts';
import { firstDays, leavings } from './leaving.ts';
import { lectureFeeLines } from './lecture-fees.ts';
import { exactText } from './line.ts';
import { partyProblems } from './parties.ts';
import { placeProblems, placesOf, type Place } from './places.ts';
import type { FundingRules } from './rules.ts';
import type { Scope } from './scope.ts';
import { amountOf, studentAccounts } from './student-accounts.ts';
import { agreedShareOf, agreedShares } from './tuition-share.ts';

/** What a rule came to, before it is known whether that stands in the books already. */
export interface RuleResult {
  readonly event: EventName;
  /** What tells it from every other of its event and year. */
  readonly subject: string;
  readonly holders: Holders;
  readonly fen: Fen;
  readonly student_id: string | null;
  readonly year: number;
  readonly valid_on: PlainDate;
  readonly formula: string;
}

/** A part of the year's money: what moved by records, and what came due by rules. */
export interface YearPart {
  readonly problems: readonly Problem[];
  readonly movements: readonly Movement[];
  readonly results: readonly RuleResult[];
}

const NOTHING: Omit<YearPart, 'problems'> = { movements: [], results: [] };

/**
 * Students whose money is not simply what was received: who left, was refunded or paid too much, or whose place is not
 * known. Their receipts and spending are posted as everybody's; here is what is due back to them and what they got back.
 */
export function apartStudents(dataset: Dataset, rules: FundingRules, scope: Scope): YearPart {
  const places = placesOf(dataset, scope);
  const rows = countedRows(dataset, scope);
  const problems = [...placeProblems(rows, places), ...partyProblems(dataset, { ...rows, grant_receipts: [] }, places)];
  if (hasErrors(problems)) return { problems, ...NOTHING };
  const accounts = studentAccounts(rows, places, leavings(dataset, rows, places, rules.fees, scope), rules.fees);
  const year = scope.academic_year;
  return {
    problems,
    results: accounts.flatMap(({ kind, student_id, place, leaving, received, kept, refund_due: fen }): RuleResult[] => (kind === 'custody' || fen === 0n ? [] : [{
      event: `refund_due_${kind}`, subject: student_id, holders: holdersOf(place), fen, student_id, year, valid_on: leaving?.on ?? scope.as_of,
      formula: `${yuanText(received)} − ${yuanText(kept)} = ${yuanText(fen)}`,
    }])),
    movements: accounts.flatMap(({ kind, student_id, place, refunds }) => refunds.flatMap((row): Movement[] => (amountOf(row) === 0n ? [] : [{
      source: BigInt(row.row), event: kind === 'custody' ? 'custody_refunded' : 'refund_paid', holders: holdersOf(place), fen: amountOf(row), student_id, year, valid_on: row.paid_on,
    }]))),
  };
}

/** Net tuition of one school's students at one college. */
export interface NetTuition extends Pick<Place, 'college_id' | 'school_id'> {
  readonly net: Fen;
}

/** What institutions owe and paid each other and their teachers: shares, lecture fees, grants and what was passed on. */
export function institutionMoney(dataset: Dataset, net: readonly NetTuition[], rules: FundingRules, scope: Scope): YearPart {
  const places = placesOf(dataset, scope);
  const rows = countedRows(dataset, scope);
  const agreed = agreedShares(dataset, firstDays(dataset, scope), rules.fees);
  const problems = [...partyProblems(dataset, rows, places), ...agreed.problems];
  if (hasErrors(problems)) return { problems, ...NOTHING };
  const payments = groupBy(rows.payments, ({ kind }) => kind) as ReadonlyMap<Row<'payments'>['kind'], Row<'payments'>[]>;
  const lectures = lectureFeeLines(dataset, places.campuses, { accounts: [], payments, rules: rules.fees, scope });
  return {
    problems,
    movements: [...rows.payments.flatMap((row) => paymentMoves(row, scope)), ...grantMoves(dataset, rows.grant_receipts, rules, scope)],
    results: [
      ...net.flatMap((one) => {
        const ratio = agreedShareOf(agreed, one) ?? rules.fees.tuition_floor;
        const fen = shareOfFen(one.net, ratio);
        return dueResult('share_due', { college: one.college_id, school: one.school_id }, fen, `⌈${exactText(ratio)} × ${yuanText(one.net)}⌉ = ${yuanText(fen)}`, scope);
      }),
      ...lectures.flatMap(({ from_id, to_id, due, trace }) => (due === null || from_id === null ? [] : dueResult(
        'lecture_due', { campus: from_id, person: to_id }, due, trace.find(({ figure }) => figure === 'due')?.formula ?? '', scope))),
    ],
  };
}

function dueResult(event: EventName, holders: Holders, fen: Fen, formula: string, { academic_year: year, as_of }: Scope): RuleResult[] {
  return fen === 0n ? [] : [{ event, subject: JSON.stringify(Object.values(holders)), holders, fen, student_id: null, year, valid_on: as_of, formula }];
}

function paymentMoves(row: Row<'payments'>, { academic_year, fiscal_year }: Scope): Movement[] {
  const { kind, from_id, to_id, paid_on } = row;
  const fen = amountOf(row);
  if (!Object.hasOwn(PAYMENT_EVENTS, kind) || fen === 0n) return [];
  const { payer, payee, moves } = PAYMENT_EVENTS[kind as PaymentEvent];
  return moves.map((event, at) => ({
    source: BigInt(row.row), part: at + 1, event, holders: { [payer]: from_id, [payee]: to_id }, fen, year: kind === 'grant' ? fiscal_year : academic_year, valid_on: paid_on,
  }));
}

/** Each receipt by campus, in the order of campuses. */
function grantMoves(dataset: Dataset, receipts: readonly Row<'grant_receipts'>[], rules: FundingRules, scope: Scope): Movement[] {
  const { campuses } = grantCampuses(dataset, rules.grant, scope);
  const colleges = new Map(campuses.map(({ campus }) => [campus.campus_id, campus.college_id]));
  const { parts } = grantParts(receipts, campuses.map(({ campus, weight }) => ({ ...campus, weight })));
  const seen = new Map<number, number>();
  return parts.toSorted((a, b) => (a.campus_id < b.campus_id ? -1 : a.campus_id > b.campus_id ? 1 : 0)).flatMap(({ campus_id, fen, receipt }): Movement[] => {
    const college = colleges.get(campus_id);
    if (college === undefined || fen === 0n) return [];
    const part = (seen.get(receipt.row) ?? 0) + 1;
    seen.set(receipt.row, part);
    return [{ source: BigInt(receipt.row), part, event: 'grant_received', holders: { college, campus: campus_id }, fen, year: scope.fiscal_year, valid_on: receipt.received_on }];
  });
}
