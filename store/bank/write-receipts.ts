import type { YearPayer } from './payers.ts';
import type { FeeKind } from '../../core/funding/student-accounts.ts';
import { holdersOf } from '../../core/funding/books.ts';
import { yuanText, type Fen } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { post, type Posting } from '../ledger/post.ts';
import type { Stamp } from '../record-stamp.ts';
import { answerRows, type Why } from '../register-answers.ts';
import { keyOf, registerNamed } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';

/** Money of a student that came in: one row of the register for each fee that it pays. */
export interface Paid {
  readonly reference: string;
  readonly payer: YearPayer;
  readonly parts: readonly { readonly kind: FeeKind; readonly fen: Fen }[];
  readonly on_date: PlainDate;
  readonly purpose: string;
  /** Who collected it, where that was not the college. */
  readonly received_by: string | null;
}

const LOAN = /贷款|loan/iu;

/** Writes receipts into the register and posts them, all or none. With the region locked for facts, and its authority over fees and funds. */
export async function writeReceipts(deciding: Transaction, paid: readonly Paid[], why: Why, stamp: Stamp): Promise<void> {
  const rows = paid.flatMap(({ reference, payer, parts, on_date, purpose, received_by }) => parts.map(({ kind, fen }, at) => ({
    receipt_id: parts.length === 1 ? reference : `${reference}-${at + 1}`, student_id: payer.student_id, academic_year: payer.academic_year, kind, amount_yuan: yuanText(fen), received_on: on_date,
    received_by, source: LOAN.test(purpose) ? 'loan' as const : 'student' as const,
  })));
  await answerRows(deciding, 'receipts', rows, why, stamp);
  const register = registerNamed('receipts');
  const keys = rows.map((row) => keyOf(register, row));
  const sources = new Map((await deciding.whole((whole) => whole.query<{ key: string; record_id: bigint }>(
    `select key, record_id from ${register.table} r where r.region_id = $1 and r.key = any($2::text[]) and r.superseded_at is null`, [whole.actor.region_id, keys]))).map(({ key, record_id }) => [key, BigInt(record_id)]));
  const billed = await deciding.whole((whole) => billedOf(whole, rows.map(({ student_id }) => student_id)));
  const holders = new Map(paid.flatMap(({ payer }) => (payer.place === null ? [] : [[`${payer.student_id} ${payer.academic_year}`, holdersOf(payer.place)] as const])));
  const postings = rows.flatMap((row, at): Posting[] => {
    const { student_id, academic_year: year, kind, amount_yuan, received_on: valid_on } = row;
    const moves = { source: sources.get(keys[at] ?? '') ?? 0n, holders: holders.get(`${student_id} ${year}`) ?? {}, amount_yuan, student_id, year, valid_on };
    const received: Posting = { ...moves, event: `receipt_${kind}` };
    return billed.has(`${student_id} ${year} ${kind}`) ? [received, { ...moves, event: 'bill_met', part: 2 }] : [received];
  });
  const posted = await post(deciding, postings, stamp.at);
  if (posted.outcome !== 'posted') throw new Error(`receipts that were matched are refused: ${posted.refusal}`);
}

/** Which bills of these students stand in the books. */
async function billedOf(whole: Transaction, students: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await whole.query<{ key: string }>(
    `select distinct c.student_id || ' ' || c.academic_year || ' ' || c.kind as key from register_charges c join ledger_entries e on e.region_id = $1 and e.source = c.record_id and e.part = 1 and e.turn = 0
     where c.region_id = $1 and c.student_id = any($2::text[])`, [whole.actor.region_id, [...new Set(students)]]);
  return new Set(rows.map(({ key }) => key));
}
