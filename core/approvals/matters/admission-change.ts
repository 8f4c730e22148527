import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const open = guard('places_open', 'R3-b', '各名学生当前可以这样办理', 'It is possible for each of the students now');

/** R3-b: new students’ places are kept, taken up again or lost by a decision of the school’s head, not by whoever keeps the roll. */
export const admissionChange: MatterKind = {
  id: 'admission_change', clause: 'R3-b', label: { zh: '新生入学资格', en: 'Places of new students' }, about: 'school',
  opens: { by: ['school_registrar'], state: 'drafted' },
  states: {
    drafted: state('拟定', 'Drafted'),
    proposed: state('已提出，待批准', 'Proposed, to be approved', { workdays: 5 }),
    approved: state('已批准', 'Approved', { closed: true }),
    dropped: state('已放弃', 'Dropped', { closed: true }),
  },
  steps: {
    drafted: [
      step('propose', '提请批准', 'Propose', ['school_registrar'], 'proposed', 'R3-b', { guards: [open], reason: true }),
      step('drop', '放弃', 'Drop', ['school_registrar'], 'dropped', 'R3-b'),
    ],
    proposed: [
      step('approve', '批准', 'Approve', ['school_head'], 'approved', 'R3-b', { guards: [open], apart: ['open', 'propose'] }),
      step('return', '退回', 'Return', ['school_head'], 'drafted', 'R3-b', { reason: true, apart: ['open', 'propose'] }),
    ],
    approved: [], dropped: [],
  },
};
