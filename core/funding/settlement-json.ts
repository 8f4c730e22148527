import type { Problem } from '../exchange/problem.ts';
import { toFixed, type Exact } from '../values/exact.ts';
import { yuanText, type Fen } from '../values/fen.ts';
import type { Outcome } from '../verdict/verdict.ts';
import { clearingAccounts } from './books.ts';
import { custodySettlement, type CustodySettlement } from './custody.ts';
import type { Line, LineKind, LineReason, TraceStep } from './line.ts';
import type { Settlement } from './settle.ts';
import type { FeeKind, StudentAccount } from './student-accounts.ts';

/** The answer of `settle --json`: amounts in yuan as text with two decimals. */
export interface SettlementJson {
  readonly lines: readonly LineJson[];
  readonly students: readonly StudentJson[];
  readonly trial_balance: {
    readonly debit_yuan: string;
    readonly credit_yuan: string;
    readonly clearing: readonly { readonly account: string; readonly balance_yuan: string }[];
  };
  readonly problems: readonly Problem[];
}

export interface LineJson {
  readonly clause: string;
  readonly kind: LineKind;
  readonly from_id: string | null;
  readonly to_id: string;
  readonly campus_id: string | null;
  readonly period: string;
  readonly base_yuan: string | null;
  readonly ratio: string | null;
  readonly due_yuan: string | null;
  readonly paid_yuan: string | null;
  readonly outstanding_yuan: string | null;
  readonly overdue_yuan: string | null;
  readonly outcome: Outcome;
  readonly reason: LineReason | null;
  readonly trace: readonly TraceStep[];
}

export interface StudentJson {
  readonly student_id: string;
  readonly kind: FeeKind;
  readonly charged_yuan: string;
  readonly received_yuan: string;
  readonly refund_due_yuan: string;
  readonly refunded_yuan: string;
  readonly owed_yuan: string;
  readonly custody_spent_yuan: string | null;
  readonly custody_balance_yuan: string | null;
  readonly settlement: CustodySettlement | null;
}

export function settlementJson({ lines, students, books, problems }: Settlement): SettlementJson {
  return {
    lines: lines.map(lineJson),
    students: students.filter(hasMoney).map(studentJson),
    trial_balance: {
      debit_yuan: yuanText(books.debit),
      credit_yuan: yuanText(books.credit),
      clearing: clearingAccounts(books).map(({ account, balance }) => ({ account, balance_yuan: yuanText(balance) })),
    },
    problems,
  };
}

/** A refund alone makes no account of a student: it stands in the line that it overpays. */
function hasMoney({ charges, receipts, spending }: StudentAccount): boolean {
  return charges.length + receipts.length + spending.length > 0;
}

export function lineJson(line: Line): LineJson {
  const { clause, kind, from_id, to_id, campus_id, period, ratio, outcome, reason, trace } = line;
  return {
    clause, kind, from_id, to_id, campus_id, period,
    base_yuan: baseText(line.base), ratio,
    due_yuan: yuanOrNull(line.due), paid_yuan: yuanOrNull(line.paid),
    outstanding_yuan: yuanOrNull(line.outstanding), overdue_yuan: yuanOrNull(line.overdue),
    outcome, reason, trace,
  };
}

export function studentJson(account: StudentAccount): StudentJson {
  const custody = account.kind === 'custody' ? custodySettlement(account) : null;
  return {
    student_id: account.student_id,
    kind: account.kind,
    charged_yuan: yuanText(account.charged),
    received_yuan: yuanText(account.received),
    refund_due_yuan: yuanText(account.refund_due),
    refunded_yuan: yuanText(account.refunded),
    owed_yuan: yuanText(account.owed),
    custody_spent_yuan: custody === null ? null : yuanText(account.spent),
    custody_balance_yuan: custody === null ? null : yuanText(custody.balance),
    settlement: custody?.settlement ?? null,
  };
}

const yuanOrNull = (fen: Fen | null): string | null => (fen === null ? null : yuanText(fen));
/** Two decimals; hours of lessons with a finer part are cut there, the trace has them whole. */
const baseText = (base: Exact | null): string | null => (base === null ? null : toFixed(base, 2, 'down'));
