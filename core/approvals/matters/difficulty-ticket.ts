import type { Role } from '../../access/roles.ts';
import { state, step, type MatterKind } from '../matter-kind.ts';

const ASKERS: readonly Role[] = ['school_head', 'school_registrar', 'college_programme', 'college_leadership', 'department', 'enterprise'];
const LOCAL: readonly Role[] = ['county_bureau', 'city_bureau'];

/** S1-c: a difficulty of the pilot, answered by the local bureau within the working days that the law gives, passed up to the office where it cannot be solved locally. */
export const difficultyTicket: MatterKind = {
  id: 'difficulty_ticket', clause: 'S1-c', label: { zh: '困难问题', en: 'Difficulty' }, about: 'asker',
  opens: { by: ASKERS, state: 'raised' },
  states: {
    // Due within the working days of a parameter, not of this table.
    raised: state('已提出，待属地答复', 'Raised, to be answered locally'),
    escalated: state('已提请办公室协调', 'Passed up to the office', { workdays: 10 }),
    answered: state('已答复，待提出单位确认', 'Answered, to be confirmed', { workdays: 10 }),
    solved: state('已解决', 'Solved', { closed: true }),
    withdrawn: state('已撤回', 'Withdrawn', { closed: true }),
  },
  steps: {
    raised: [
      step('answer', '答复', 'Answer', LOCAL, 'answered', 'S1-c', { reason: true, apart: ['open'] }),
      step('escalate', '提请办公室协调', 'Pass up to the office', LOCAL, 'escalated', 'S1-c', { reason: true, apart: ['open'] }),
      step('withdraw', '撤回', 'Withdraw', ASKERS, 'withdrawn', 'S1-c'),
    ],
    escalated: [step('answer', '答复', 'Answer', ['office'], 'answered', 'S1-c', { reason: true, apart: ['open', 'escalate'] })],
    answered: [
      step('solve', '确认解决', 'Confirm that it is solved', ASKERS, 'solved', 'S1-c', { apart: ['answer'] }),
      step('reopen', '仍未解决', 'It is not solved', ASKERS, 'raised', 'S1-c', { reason: true, apart: ['answer'] }),
    ],
    solved: [], withdrawn: [],
  },
};
