import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const minutes = guard('minutes', 'M8-b', '附有会议纪要', 'The minutes are attached');
/** Of the body's own rules, not of the document. */
const votes = { present: 'leading_group.present_above', carried: 'leading_group.for_above' };

/** M8-b: the year's enrolment plan is tabled by the college's programme office and decided by its leading group, by votes. */
export const enrolmentPlan: MatterKind = {
  id: 'enrolment_plan', clause: 'M8-b', label: { zh: '招生计划审定', en: 'Decision on an enrolment plan' }, about: 'college',
  opens: { by: ['college_programme'], state: 'drafted' },
  states: {
    drafted: state('拟定', 'Drafted'),
    tabled: state('已提请，待审定', 'Tabled, to be decided', { workdays: 10 }),
    decided: state('已审定', 'Decided', { closed: true }),
    dropped: state('已放弃', 'Dropped', { closed: true }),
  },
  steps: {
    drafted: [
      step('table', '提请审定', 'Table', ['college_programme'], 'tabled', 'M8-a', { reason: true }),
      step('drop', '放弃', 'Drop', ['college_programme'], 'dropped', 'M8-a'),
    ],
    tabled: [
      step('resolve', '审定通过', 'Decide by votes', ['college_leadership'], 'decided', 'M8-b', { guards: [minutes], votes, apart: ['open', 'table'] }),
      step('return', '退回', 'Return', ['college_leadership'], 'drafted', 'M8-b', { reason: true, apart: ['open', 'table'] }),
    ],
    decided: [], dropped: [],
  },
};
