import type { Entry } from '../../core/funding/entry.ts';
import { limitOf } from '../../core/funding/limits.ts';
import type { Fen } from '../../core/values/fen.ts';
import type { Transaction } from '../transaction.ts';

/** Until the transaction ends nobody else takes from these accounts: what is left of them is looked at afterwards. */
export async function lockAccounts(tx: Transaction, accounts: readonly string[]): Promise<void> {
  // In one order for everybody; two accounts with one hash wait for each other for nothing, and that is all.
  await tx.query('select pg_advisory_xact_lock(key) from (select distinct hashtextextended(a, $1::integer) as key from unnest($2::text[]) a order by 1) keys',
    [tx.actor.region_id, accounts]);
}

/** What the account of each entry still holds to be taken, of refunds what the student is due. To be called within `tx.whole`. */
export async function leftOf(whole: Transaction, entries: readonly Entry[]): Promise<Map<Entry, Fen>> {
  const left = new Map<Entry, Fen>();
  for (const entry of entries) left.set(entry, await (limitOf(entry.event)?.of_student === true ? dueToStudent(whole, entry) : heldBy(whole, entry)));
  return left;
}

async function heldBy(whole: Transaction, { event, debit, year }: Entry): Promise<Fen> {
  const [row] = await whole.query<{ left: string | null }>(
    'select sum(credit_fen - debit_fen) as left from ledger_totals where region_id = $1 and account = $2 and ($3::integer is null or year = $3)',
    [whole.actor.region_id, debit, limitOf(event)?.over_years === true ? null : year]);
  return BigInt(row?.left ?? 0);
}

/**
 * Of custody what came in for the student less what was spent, of other fees what a settlement found due; less what was
 * refunded. Receipts and spending are found by the records that they follow from.
 */
async function dueToStudent(whole: Transaction, { event, student_id, year }: Entry): Promise<Fen> {
  const custody = event === 'custody_refunded';
  const from = custody
    ? `source = any(array(select record_id from register_receipts where region_id = $1 and student_id = $2 union all select record_id from register_custody_spending where region_id = $1 and student_id = $2))
       and student_id = $2 and event in ('receipt_custody', 'custody_spent')`
    : `student_id = $2 and event in ('refund_due_tuition', 'refund_due_dorm', 'refund_due_other')`;
  const sign = `case when (event in ('custody_spent', 'custody_refunded', 'refund_paid')) = (turn % 2 = 0) then -fen else fen end`;
  const paid = custody ? 'custody_refunded' : 'refund_paid';
  const [row] = await whole.query<{ left: string | null }>(
    `select sum(fen) as left from (
       select ${sign} as fen from ledger_lines where region_id = $1 and year = $3 and ${from}
       union all select ${sign} from ledger_entries where region_id = $1 and student_id = $2 and year = $3 and event = '${paid}') as moved`,
    [whole.actor.region_id, student_id, year]);
  return BigInt(row?.left ?? 0);
}
