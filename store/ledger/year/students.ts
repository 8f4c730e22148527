import type { Transaction } from '../../transaction.ts';
import { higherRows, leavingRows, rowsOfYear, standingRows, type AskedYear } from './asked.ts';

/** R4-b: where each student of the year belongs, as one temporary table: the latest row of the higher stage. Without a registered campus the college is null. */
export async function placeStudents(tx: Transaction, asked: AskedYear): Promise<void> {
  await tx.change(
    `create temp table ledger_placed on commit drop as
     select distinct on (r.student_id) r.student_id, r.school_id, c.campus_id, c.college_id
     from register_students r left join register_campuses c on c.campus_id = r.campus_id and ${standingRows(asked, 'c')}
     where ${higherRows(asked)} order by r.student_id, r.valid_from desc`);
  await tx.change('analyze ledger_placed');
}

/**
 * Students whose money the rules have to look at one by one: who left, was refunded, paid more than was charged of a kind, or
 * has no place. Of all others nothing is due back, so that their receipts alone say what moved.
 */
export async function findApart(tx: Transaction, asked: AskedYear): Promise<string[]> {
  const fen = (sign: '' | '-', kind: string): string => `case when r.kind = '${kind}' then ${sign}(r.amount_yuan * 100)::bigint else 0 end`;
  const paid = (sign: '' | '-'): string => ['tuition', 'dorm', 'other'].map((kind) => fen(sign, kind)).join(', ');
  const rows = await tx.arrays(
    `with money as (
       select student_id, sum(tuition) > 0 or sum(dorm) > 0 or sum(other) > 0 as over from (
         select r.student_id, ${paid('-')} from register_charges r where ${rowsOfYear(asked, 'due_on')}
         union all select r.student_id, ${paid('')} from register_receipts r where ${rowsOfYear(asked, 'received_on')}
         union all select r.student_id, 0, 0, 0 from register_custody_spending r where ${rowsOfYear(asked, 'spent_on')}
       ) moved(student_id, tuition, dorm, other) group by student_id)
     select m.student_id from money m left join ledger_placed p on p.student_id = m.student_id where m.over or p.college_id is null
     union select r.student_id from register_departures r where ${leavingRows(asked)}
     union select r.to_id from register_payments r where ${rowsOfYear(asked, 'paid_on')} and r.kind in ('fee_refund', 'custody_refund')
     order by 1`);
  return rows.map(([student_id]) => String(student_id));
}
