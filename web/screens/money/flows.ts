import { STUDENTS, type LineKind } from '../../../core/funding/line.ts';
import { fenOf } from '../../../core/values/fen.ts';
import { parseExact, ZERO } from '../../../core/values/exact.ts';
import type { SettlementLine } from '../settlement/queries.ts';
import type { Flow } from './sankey.ts';

/** The lines along which money moves, and the ledger account by which each hop is looked into. */
const HOPS: Partial<Readonly<Record<LineKind, (line: SettlementLine) => string>>> = {
  bill_tuition: (line) => `tuition:${line.to.id}`,
  bill_dorm: (line) => `bank:${line.to.id}`,
  bill_other: (line) => `bank:${line.to.id}`,
  grant: (line) => `clearing:grant:${line.campus?.id ?? ''}`,
  grant_pass: (line) => `clearing:grant:${line.to.id}`,
  tuition_share: (line) => `clearing:tuition_share:${line.to.id}`,
  dorm: (line) => `clearing:dorm:${line.to.id}`,
  other_fee: (line) => `clearing:other:${line.to.id}`,
  custody: (line) => `clearing:custody:${line.to.id}`,
  lecture_fee: (line) => `payable:${line.to.id}`,
  fee_refund: (line) => `refunds:${line.from?.id ?? ''}`,
  custody_refund: (line) => `clearing:custody_held:${line.from?.id ?? ''}`,
};

export interface Hop extends Flow {
  readonly line: SettlementLine;
  readonly account: string;
}

/** Every hop along which something moved, by its parties' names; students who pay and students who are paid are two. */
export function hopsOf(lines: readonly SettlementLine[], nameOf: (line: SettlementLine, side: 'from' | 'to') => string, label: (line: SettlementLine) => string): Hop[] {
  return lines.flatMap((line) => {
    const account = HOPS[line.kind]?.(line);
    const fen = Number(fenOf(parseExact(line.paid_yuan ?? '0') ?? ZERO));
    if (account === undefined || fen <= 0) return [];
    return [{ key: [line.kind, line.from?.id, line.to.id, line.campus?.id].join(' '), from: nameOf(line, 'from'), to: nameOf(line, 'to'), label: label(line), fen, line, account }];
  });
}

export const paidByStudents = (line: SettlementLine): boolean => line.from?.id === STUDENTS;
