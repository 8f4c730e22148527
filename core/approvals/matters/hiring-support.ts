import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const allowed = guard('hiring_support_allowed', 'M10-d', '每名毕业生都由合作企业录用，签了劳动合同，社会保险缴满规定月数', 'Every graduate was hired by a partner firm, on a labour contract, insured for long enough');
const before = ['open', 'confirm'];
const decline = (by: 'school_registrar' | 'office') => step('decline', '不予支持', 'Decline', by === 'office' ? ['office'] : ['school_registrar', 'school_head'], 'declined', 'M10-d', { reason: true, apart: ['open'] });
const drop = step('drop', '撤回', 'Take back', ['enterprise'], 'dropped', 'M10-d');

/** M10-d: support of a partner firm for graduates that it hired: the firm claims, their school confirms, the office decides. */
export const hiringSupport: MatterKind = {
  id: 'hiring_support', clause: 'M10-d', label: { zh: '吸纳毕业生补助', en: 'Support for hiring graduates' }, about: 'enterprise',
  opens: { by: ['enterprise'], state: 'claimed' },
  states: {
    claimed: state('已申请，待学校确认', 'Claimed, the school to confirm', { workdays: 10 }),
    confirmed: state('学校已确认，待审定', 'Confirmed, to be decided', { workdays: 10 }),
    granted: state('已审定', 'Granted', { closed: true }),
    declined: state('不予支持', 'Declined', { closed: true }),
    dropped: state('已撤回', 'Dropped', { closed: true }),
  },
  steps: {
    claimed: [step('confirm', '学校确认', 'School confirms', ['school_registrar', 'school_head'], 'confirmed', 'M10-d', { guards: [allowed], apart: ['open'] }), decline('school_registrar'), drop],
    confirmed: [step('grant', '审定补助', 'Grant', ['office'], 'granted', 'M10-d', { guards: [allowed], apart: before }), decline('office'), drop],
    granted: [], declined: [], dropped: [],
  },
};
