import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const granted = guard('hiring_support_granted', 'M10-d', '所列毕业生已获补助且未收回', 'What is taken back was granted and not taken back before');

const unpaid = guard('hiring_support_unpaid', 'M10-d', '所列补助还没有付款，也不在付款途中', 'What is taken back was not paid, and is not on its way');
const paid = guard('hiring_support_paid', 'M10-d', '所列补助都已经付款', 'All that is asked back was paid');
const arrived = guard('support_return_entered', 'M10-d', '退款日不早于决定、不晚于今天，回单号没有用过', 'It came back no earlier than it was asked for and no later than today, by a reference that was not used before');

/** M10-d: support that was claimed falsely is taken back: the office proposes it, the finance bureau that granted it decides with the reason. What was not paid is due no more; what was paid is asked back, and entered when it comes. */
export const supportClawback: MatterKind = {
  id: 'support_clawback', clause: 'M10-d', label: { zh: '收回吸纳毕业生补助', en: 'Support taken back' }, about: 'enterprise',
  opens: { by: ['office'], state: 'proposed' },
  states: {
    proposed: state('已提出，待财政部门审定', 'Proposed, the finance bureau to decide', { workdays: 10 }),
    taken_back: state('已收回', 'Taken back', { closed: true }),
    reclaimed: state('已决定收回，待企业退款', 'Asked back, the firm to pay', { workdays: 20 }),
    returned: state('已退回', 'Given back', { closed: true }),
    declined: state('不予收回', 'Declined', { closed: true }),
    dropped: state('已撤回', 'Dropped', { closed: true }),
  },
  steps: {
    proposed: [
      step('take_back', '收回未付的补助', 'Take back what is not paid', ['finance_bureau'], 'taken_back', 'M10-d', { reason: true, guards: [granted, unpaid], apart: ['open'] }),
      step('reclaim', '收回已付的补助', 'Ask back what was paid', ['finance_bureau'], 'reclaimed', 'M10-d', { reason: true, guards: [granted, paid], apart: ['open'] }),
      step('decline', '不予收回', 'Decline', ['finance_bureau'], 'declined', 'M10-d', { reason: true, apart: ['open'] }),
      step('drop', '撤回', 'Drop', ['office'], 'dropped', 'M10-d'),
    ],
    reclaimed: [step('confirm_return', '登记退款到账', 'Enter that it came back', ['finance_bureau'], 'returned', 'M10-d', { guards: [arrived] })],
    taken_back: [], returned: [], declined: [], dropped: [],
  },
};
