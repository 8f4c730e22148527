import type { Dataset, Row } from '../exchange/sheets.ts';
import { hasErrors, problem, type Problem } from '../exchange/problem.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { billLines } from './bills.ts';
import { booksAgree, booksOf, type Booked, type Books } from './books.ts';
import { countedRows, type CountedRows } from './counted-rows.ts';
import { custodyLines } from './custody.ts';
import { feeRefundLines } from './fee-refunds.ts';
import type { Fees } from './fees.ts';
import { grantCampuses, grantLine, type GrantCampuses } from './grant.ts';
import { grantPassLine } from './grant-pass.ts';
import { grantParts, type GrantParts } from './grant-receipts.ts';
import { firstDays, leavings } from './leaving.ts';
import { lectureFeeLines } from './lecture-fees.ts';
import { inOrder, saysSomething, type Line } from './line.ts';
import { partyProblems } from './parties.ts';
import { passingOnLines } from './passing-on.ts';
import { placeProblems, placesOf } from './places.ts';
import type { FundingRules } from './rules.ts';
import type { Scope } from './scope.ts';
import { studentAccounts, type StudentAccount } from './student-accounts.ts';
import { agreedShares, tuitionShareLines } from './tuition-share.ts';
import { wrongPayeeLines } from './wrong-payee.ts';

/** The money of a year: what everybody owes and has paid, student by student, and the books of it. */
export interface Settlement {
  readonly scope: Scope;
  readonly problems: readonly Problem[];
  readonly lines: readonly Line[];
  readonly students: readonly StudentAccount[];
  readonly books: Books;
  readonly conserved: boolean;
}

/** Settles a dataset by the rules of its years. With any error, of the file or of the money, nothing is settled. */
export function settle(dataset: Dataset, problems: readonly Problem[], rules: FundingRules, scope: Scope): Settlement {
  const places = placesOf(dataset, scope);
  const rows = countedRows(dataset, scope);
  const agreed = agreedShares(dataset, firstDays(dataset, scope), rules.fees);
  const grants = grantCampuses(dataset, rules.grant, scope);
  const found = [...placeProblems(rows, places), ...partyProblems(dataset, rows, places), ...agreed.problems, ...grants.problems];
  if (hasErrors([...problems, ...found])) return nothingSettled([...problems, ...found], scope);

  const accounts = studentAccounts(rows, places, leavings(dataset, rows, places, rules.fees, scope), rules.fees);
  const payments = paymentsByKind(rows);
  const fees: Fees = { accounts, payments, rules: rules.fees, scope };
  const parts = grantParts(rows.grant_receipts, grants.campuses.map(({ campus, weight }) => ({ ...campus, weight })));
  const lines = inOrder([
    ...billLines(fees), ...feeRefundLines(fees), ...tuitionShareLines(fees, agreed), ...passingOnLines(fees),
    ...custodyLines(fees), ...wrongPayeeLines(fees), ...lectureFeeLines(dataset, places.campuses, fees),
    ...grantLines(grants, parts, payments.get('grant') ?? [], rules, scope),
  ].filter(saysSomething));
  const booked: Booked = { accounts, lines, grants: parts.parts.flatMap((part) => {
    const college_id = places.campuses.get(part.campus_id)?.college_id;
    return college_id === undefined ? [] : [{ ...part, college_id }];
  }) };
  const books = booksOf(booked);
  return { scope, problems: [...problems, ...found, ...chargeWarnings(accounts)], lines, students: accounts, books, conserved: booksAgree(books, booked) };
}

function nothingSettled(problems: readonly Problem[], scope: Scope): Settlement {
  return { scope, problems, lines: [], students: [], books: booksOf({ accounts: [], lines: [], grants: [] }), conserved: true };
}

function paymentsByKind({ payments }: CountedRows): Map<Row<'payments'>['kind'], Row<'payments'>[]> {
  return groupBy(payments, ({ kind }) => kind) as Map<Row<'payments'>['kind'], Row<'payments'>[]>;
}

function grantLines({ campuses }: GrantCampuses, { parts, unsplit }: GrantParts, payments: readonly Row<'payments'>[], rules: FundingRules, scope: Scope): Line[] {
  const received = groupBy(parts, ({ campus_id }) => campus_id);
  const passed = groupBy(payments, ({ to_id }) => to_id);
  return campuses.flatMap((of) => {
    const { campus_id } = of.campus;
    const [own, open] = [received.get(campus_id) ?? [], unsplit.get(campus_id) ?? null];
    return [
      grantLine(of, own, open, rules.grant, scope),
      grantPassLine(of.campus, own, open, passed.get(campus_id) ?? [], rules.grant, scope),
    ];
  });
}

/** Money that came in without a charge of its kind. */
function chargeWarnings(accounts: readonly StudentAccount[]): Problem[] {
  return accounts.flatMap(({ kind, charges, receipts }) => (
    charges.length > 0 ? [] : receipts.map(({ row }) => problem('receipts', row, 'kind', 'no_charge', kind))));
}

/** True when something is unmet or undetermined, or the books do not agree. */
export function anythingDue({ lines, conserved }: Settlement): boolean {
  return !conserved || lines.some(({ outcome }) => outcome === 'unmet' || outcome === 'undetermined');
}
