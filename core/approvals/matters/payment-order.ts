import type { Role } from '../../access/roles.ts';
import { matterOfOrder, ORDER_KIND_NAMES, ORDER_KINDS, type OrderKind } from '../../orders/order-kinds.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

interface Part {
  readonly makers: readonly Role[];
  /** Whoever checks is another person than who made it: of the same office, or who answers for the institution. */
  readonly checkers: readonly Role[];
}
const INSTITUTIONS: Part = { makers: ['college_finance', 'school_finance'], checkers: ['college_finance', 'school_finance', 'college_leadership', 'school_head'] };
const BUREAU: Part = { makers: ['finance_bureau'], checkers: ['finance_bureau'] };

const same = guard('order_same', 'R4-a', '应付的收款方和金额与提出时一致', 'Payees and amounts are those that were proposed');
const payable = guard('order_payable', 'R4-a', '付款日已到，各笔仍然应付', 'The day has come and every payment is still due');
const fresh = guard('bank_reference_new', 'R4-a', '银行回单号没有用过', 'The reference of the bank was not used before');

/** R4-a, M5-f: what an institution pays on, made by one person, checked by another, and entered when the bank confirms it; a kind of matter for each kind of money. */
export const paymentOrders: readonly MatterKind[] = ORDER_KIND_NAMES.map((kind) => orderMatter(kind));

function orderMatter(kind: OrderKind): MatterKind {
  const { clause, label, payer } = ORDER_KINDS[kind];
  const { makers, checkers } = payer === 'finance_bureau' ? BUREAU : INSTITUTIONS;
  return {
    id: matterOfOrder(kind), clause, label: { zh: `付款指令：${label.zh}`, en: `Payment order: ${label.en}` }, about: 'payer',
    opens: { by: makers, state: 'made' },
    states: {
      made: state('已制单，待复核', 'Made, to be checked', { workdays: 3 }),
      checked: state('已复核，待付款回单', 'Checked, the bank to confirm', { workdays: 5 }),
      paid: state('已付款', 'Paid', { closed: true }),
      declined: state('复核未通过', 'Not passed', { closed: true }),
      failed: state('银行未付', 'Not paid by the bank', { closed: true }),
      dropped: state('已撤回', 'Taken back', { closed: true }),
    },
    steps: {
      made: [
        step('check', '复核通过', 'Pass', checkers, 'checked', clause, { guards: [same], apart: ['open'] }),
        step('decline', '复核不通过', 'Decline', checkers, 'declined', clause, { reason: true, apart: ['open'] }),
        step('drop', '撤回', 'Take back', makers, 'dropped', clause),
      ],
      checked: [
        step('confirm', '登记付款回单', 'Enter the bank’s confirmation', makers, 'paid', clause, { guards: [payable, fresh] }),
        step('fail', '登记未付', 'Enter that it was not paid', makers, 'failed', clause, { reason: true }),
      ],
      paid: [], declined: [], failed: [], dropped: [],
    },
  };
}
