import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const allowed = guard('hiring_support_allowed', 'M10-d', '每名毕业生都由合作企业录用，签了劳动合同，社会保险缴满规定月数', 'Every graduate was hired by a partner firm, on a labour contract, insured for long enough');
const before = ['open', 'confirm'];
const decline = (by: 'school' | 'finance_bureau') => step('decline', '不予支持', 'Decline', by === 'school' ? ['school_registrar', 'school_head'] : ['finance_bureau'], 'declined', 'M10-d', { reason: true, apart: ['open'] });
const drop = step('drop', '撤回', 'Take back', ['enterprise'], 'dropped', 'M10-d');

/** M10-d: support of a partner firm for graduates that it hired: the firm claims, their school confirms, the finance bureau that pays for the school decides (S2-b). */
export const hiringSupport: MatterKind = {
  id: 'hiring_support', clause: 'M10-d', label: { zh: '吸纳毕业生补助', en: 'Support for hiring graduates' }, about: 'enterprise',
  opens: { by: ['enterprise'], state: 'claimed' },
  states: {
    claimed: state('已申请，待学校确认', 'Claimed, the school to confirm', { workdays: 10 }),
    confirmed: state('学校已确认，待财政部门审定', 'Confirmed, the finance bureau to decide', { workdays: 10 }),
    granted: state('已审定', 'Granted', { closed: true }),
    declined: state('不予支持', 'Declined', { closed: true }),
    dropped: state('已撤回', 'Dropped', { closed: true }),
  },
  steps: {
    claimed: [step('confirm', '学校确认', 'School confirms', ['school_registrar', 'school_head'], 'confirmed', 'M10-d', { guards: [allowed], apart: ['open'] }), decline('school'), drop],
    confirmed: [step('grant', '审定补助', 'Grant', ['finance_bureau'], 'granted', 'M10-d', { guards: [allowed], apart: before }), decline('finance_bureau'), drop],
    granted: [], declined: [], dropped: [],
  },
};
