import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const granted = guard('hiring_support_granted', 'M10-d', '所列毕业生已获补助且未收回', 'What is taken back was granted and not taken back before');

/** M10-d: support that was claimed falsely is taken back: the office proposes it, the finance bureau that granted it decides with the reason. */
export const supportClawback: MatterKind = {
  id: 'support_clawback', clause: 'M10-d', label: { zh: '收回吸纳毕业生补助', en: 'Support taken back' }, about: 'enterprise',
  opens: { by: ['office'], state: 'proposed' },
  states: {
    proposed: state('已提出，待财政部门审定', 'Proposed, the finance bureau to decide', { workdays: 10 }),
    taken_back: state('已收回', 'Taken back', { closed: true }),
    declined: state('不予收回', 'Declined', { closed: true }),
    dropped: state('已撤回', 'Dropped', { closed: true }),
  },
  steps: {
    proposed: [
      step('take_back', '收回补助', 'Take support back', ['finance_bureau'], 'taken_back', 'M10-d', { reason: true, guards: [granted], apart: ['open'] }),
      step('decline', '不予收回', 'Decline', ['finance_bureau'], 'declined', 'M10-d', { reason: true, apart: ['open'] }),
      step('drop', '撤回', 'Drop', ['office'], 'dropped', 'M10-d'),
    ],
    taken_back: [], declined: [], dropped: [],
  },
};
