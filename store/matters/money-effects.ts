import { sumOf } from '../../core/values/fen.ts';
import { askedRun, billRunOf, enterBills } from '../billing/bill-run.ts';
import type { SettledOrder } from '../../core/orders/order-kinds.ts';
import type { OrderLine } from '../../core/orders/propose.ts';
import { paySupports } from '../employment/support-money.ts';
import { askedProposal, keepOrderLines, orderLines, proposalOf } from '../orders/order.ts';
import { payOrder } from '../orders/pay-order.ts';
import { brought, type Bring } from './decided.ts';

/** R4-b, R4-d: every bill of the list that was approved, or none. */
export const billsApproved: Bring = async (tx, { matter, details, pack, today }) => {
  const asked = askedRun(matter.subject, details);
  const run = asked === null ? null : await tx.whole((whole) => billRunOf(whole, asked, { pack, today }));
  if (asked === null || run === null) throw new Error('bills that were approved cannot be entered');
  await enterBills(tx, run, asked, matter.matter_id);
  return brought({ kind: 'bills', charges: run.many, amount_fen: String(run.total) });
};

/** What was checked is kept line by line: it is paid as it stands, whatever becomes due meanwhile. */
export const orderChecked: Bring = async (tx, { matter, details, pack, today }) => {
  const asked = askedProposal(matter, details);
  const proposal = asked === null ? null : await tx.whole((whole) => proposalOf(whole, asked, { pack, today }));
  if (proposal?.outcome !== 'proposed') throw new Error('an order that was checked cannot be kept');
  await tx.decided(['funds', 'fees'], (deciding) => keepOrderLines(deciding, matter.matter_id, proposal.lines, [`org:${matter.subject}`]));
  return brought();
};

/** M5-f, R4-c, R4-e, R4-g, M10-d: the payments of the order stand in the register and in the books at once. */
export const orderPaid: Bring = async (tx, { matter, details: { number, on }, pack, today }) => {
  const lines = await tx.whole((whole) => orderLines(whole, matter.matter_id));
  if (number === undefined || on === undefined || lines.length === 0) throw new Error('an order that is confirmed without lines, number or day');
  const paying = { matter_id: matter.matter_id, paid_on: on, reference: number };
  await paySupports(tx, lines.filter(({ kind }) => kind === 'hiring_support'), paying);
  const settled = lines.filter((line): line is OrderLine<SettledOrder> => line.kind !== 'hiring_support');
  if (settled.length > 0) await payOrder(tx, settled, paying, { pack, today });
  return brought({ kind: 'payments', payments: lines.length, amount_fen: String(sumOf(lines, ({ fen }) => fen)) });
};
