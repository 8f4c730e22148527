import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const team = guard('promotion_team', 'M7-a', '两校主要负责人牵头的推进团队已经成立', 'The promotion team led by the heads of both schools stands');
const partners = guard('partners', 'M1-a', '至少一个专业有学院、学校和一家企业', 'At least one programme has a college, a school and a firm');
const checklist = guard('eligibility', 'S1-a', '符合条件清单逐项答复', 'Each item of the eligibility checklist is answered');

/** S1-a: a school asks to join the pilot; its bureau checks, the office decides. */
export const pilotAdmission: MatterKind = {
  id: 'pilot_admission', clause: 'S1-a', label: { zh: '学校加入试点', en: 'Admission of a school to the pilot' }, about: 'school',
  opens: { by: ['school_head'], state: 'drafted' },
  states: {
    drafted: state('起草', 'Drafted'),
    submitted: state('已申请，待核查', 'Submitted, to be checked', { workdays: 10 }),
    checked: state('已核查，待决定', 'Checked, to be decided', { workdays: 10 }),
    admitted: state('已加入试点', 'Admitted', { closed: true }),
    refused: state('不予加入', 'Refused', { closed: true }),
    withdrawn: state('已撤回', 'Withdrawn', { closed: true }),
  },
  steps: {
    drafted: [
      step('submit', '提交申请', 'Submit', ['school_head'], 'submitted', 'S1-a', { guards: [team, partners] }),
      step('withdraw', '撤回', 'Withdraw', ['school_head'], 'withdrawn', 'S1-a'),
    ],
    submitted: [
      step('check', '核查通过', 'Checked and sound', ['county_bureau', 'city_bureau'], 'checked', 'S1-a', { guards: [checklist], apart: ['open', 'submit'] }),
      step('return', '退回补正', 'Return', ['county_bureau', 'city_bureau'], 'drafted', 'S1-a', { reason: true, apart: ['open', 'submit'] }),
      step('withdraw', '撤回', 'Withdraw', ['school_head'], 'withdrawn', 'S1-a'),
    ],
    checked: [
      step('admit', '同意加入', 'Admit', ['office'], 'admitted', 'S1-a', { guards: [team, checklist], apart: ['open', 'submit', 'check'] }),
      step('refuse', '不予加入', 'Refuse', ['office'], 'refused', 'S1-a', { reason: true, apart: ['open', 'submit', 'check'] }),
      step('return', '退回补正', 'Return', ['office'], 'drafted', 'S1-a', { reason: true, apart: ['open', 'submit'] }),
    ],
    admitted: [], refused: [], withdrawn: [],
  },
};
