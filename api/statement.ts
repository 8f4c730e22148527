import { statementOf } from '../core/billing/statement.ts';
import { yuanText } from '../core/values/fen.ts';
import { loadRows } from '../store/campus-rows.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';

/** R4-b, R4-g: students and guardians see what they were billed, have paid and are given back. */
export function statementHandlers(deps: Deps): Pick<Handlers, 'readStatement'> {
  return {
    readStatement: (c) => storeOf(deps, c).read(async (tx) => {
      const { on } = dayOf(deps, await placeOf(tx), {});
      const { holder } = askerOf(c);
      const own = [...(holder.student_id === null ? [] : [holder.student_id]), ...holder.wards];
      const [charges, receipts, spending] = await Promise.all([
        loadRows(tx, 'charges', {}, 'r.student_id = any($2::text[])', own), loadRows(tx, 'receipts', {}, 'r.student_id = any($2::text[])', own), loadRows(tx, 'custody_spending', {}, 'r.student_id = any($2::text[])', own)]);
      // Payments are records of funds; those to the student are the student's own.
      const refunds = await tx.whole((whole) => loadRows(whole, 'payments', {}, `r.kind in ('fee_refund', 'custody_refund') and r.to_id = any($2::text[])`, own));
      return c.json({
        on,
        students: own.map((student_id) => ({
          student_id,
          years: statementOf({
            charges: charges.filter((row) => row.student_id === student_id), receipts: receipts.filter((row) => row.student_id === student_id),
            spending: spending.filter((row) => row.student_id === student_id), refunds: refunds.filter((row) => row.to_id === student_id),
          }).map(({ academic_year, fees, movements }) => ({
            academic_year, movements: movements.map(({ fen, ...one }) => ({ ...one, amount_yuan: yuanText(fen) })),
            fees: fees.map(({ kind, charged, paid, refunded, spent, owed, back, due_on }) => ({
              kind, charged_yuan: yuanText(charged), paid_yuan: yuanText(paid), refunded_yuan: yuanText(refunded), spent_yuan: yuanText(spent), owed_yuan: yuanText(owed), back_yuan: yuanText(back), due_on,
            })),
          })),
        })),
      }, 200);
    }),
  };
}
