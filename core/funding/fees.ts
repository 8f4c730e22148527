import type { Row } from '../exchange/sheets.ts';
import type { Evidence } from '../verdict/verdict.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { aboveZero, type Fen } from '../values/fen.ts';
import type { FeeRules } from './rules.ts';
import { rowsIn } from './line.ts';
import type { Scope } from './scope.ts';
import type { FeeKind, StudentAccount } from './student-accounts.ts';

/** All that the lines of an academic year are worked out from. */
export interface Fees {
  readonly accounts: readonly StudentAccount[];
  readonly payments: ReadonlyMap<Row<'payments'>['kind'], readonly Row<'payments'>[]>;
  readonly rules: FeeRules;
  readonly scope: Scope;
}

export function accountsOf({ accounts }: Fees, ...kinds: readonly FeeKind[]): StudentAccount[] {
  return accounts.filter(({ kind }) => kinds.includes(kind));
}

/** The last day whose receipts should have been passed on by now: D > received + days. */
export function passOnDay({ rules, scope }: Fees): PlainDate {
  return addDays(scope.as_of, -rules.pass_on_days - 1);
}

/** Per student what is dated and not paid: too much to one does not cover another. */
export function overdueByStudent(accounts: readonly StudentAccount[], dated: (account: StudentAccount) => Fen, paid: (account: StudentAccount) => Fen): Fen {
  const late = new Map<string, Fen>();
  for (const account of accounts) {
    late.set(account.student_id, (late.get(account.student_id) ?? 0n) + dated(account) - paid(account));
  }
  let overdue = 0n;
  for (const fen of late.values()) overdue += aboveZero(fen);
  return overdue;
}

/** The rows of several accounts in one sheet. */
export function evidenceOf(accounts: readonly StudentAccount[], ...parts: readonly ('charges' | 'receipts' | 'spending' | 'refunds' | 'departures')[]): Evidence[] {
  const sheets = { charges: 'charges', receipts: 'receipts', spending: 'custody_spending', refunds: 'payments', departures: 'departures' } as const;
  return parts.flatMap((part) => rowsIn(sheets[part], accounts.flatMap((account) => (
    part === 'departures' ? departureOf(account) : account[part]))));
}

function departureOf({ leaving }: StudentAccount): readonly { readonly row: number }[] {
  return leaving === null ? [] : [{ row: leaving.row }];
}
