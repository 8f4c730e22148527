import { askedRun, billRunOf, enterBills } from '../billing/bill-run.ts';
import { brought, type Bring } from './decided.ts';

/** R4-b, R4-d: every bill of the list that was approved, or none. */
export const billsApproved: Bring = async (tx, { matter, details, pack, today }) => {
  const asked = askedRun(matter.subject, details);
  const run = asked === null ? null : await tx.whole((whole) => billRunOf(whole, asked, { pack, today }));
  if (asked === null || run === null) throw new Error('bills that were approved cannot be entered');
  await enterBills(tx, run, asked, matter.matter_id);
  return brought({ kind: 'bills', charges: run.many, amount_fen: String(run.total) });
};
