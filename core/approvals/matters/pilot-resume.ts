import { guard, state, step, type MatterKind } from '../matter-kind.ts';
import { PROPOSERS } from './pilot-stop.ts';

const closed = guard('findings_closed', 'S3-e', '学校的整改已全部销号', 'Every finding at the school is closed');
const proposed = ['open', 'propose'];

/** S3-f: a school that was stopped takes part again once everything found is put right; its campuses are recognised anew. */
export const pilotResume: MatterKind = {
  id: 'pilot_resume', clause: 'S3-f', label: { zh: '恢复学校试点', en: 'Resuming the pilot of a school' }, about: 'school',
  opens: { by: PROPOSERS, state: 'drafted' },
  states: {
    drafted: state('起草', 'Drafted'),
    proposed: state('已提议，待决定', 'Proposed, to be decided', { workdays: 10 }),
    decided: state('已决定恢复，待教育局确认', 'Decided, to be confirmed by the bureau', { workdays: 5 }),
    resumed: state('已恢复', 'Resumed', { closed: true }),
    rejected: state('不予恢复', 'Not resumed', { closed: true }),
    withdrawn: state('已撤回', 'Withdrawn', { closed: true }),
  },
  steps: {
    drafted: [
      step('propose', '提议恢复', 'Propose', PROPOSERS, 'proposed', 'S3-f', { reason: true, guards: [closed] }),
      step('withdraw', '撤回', 'Withdraw', PROPOSERS, 'withdrawn', 'S3-f'),
    ],
    proposed: [
      step('decide', '决定恢复', 'Decide to resume', ['office'], 'decided', 'S3-f', { reason: true, guards: [closed], apart: proposed }),
      step('reject', '不予恢复', 'Do not resume', ['office'], 'rejected', 'S3-f', { reason: true, apart: proposed }),
      step('withdraw', '撤回', 'Withdraw', PROPOSERS, 'withdrawn', 'S3-f'),
    ],
    decided: [
      step('confirm', '确认恢复', 'Confirm', ['city_bureau'], 'resumed', 'S3-f', { guards: [closed], apart: [...proposed, 'decide'] }),
      step('send_back', '退回重新决定', 'Send back', ['city_bureau'], 'proposed', 'S3-f', { reason: true, apart: ['decide'] }),
    ],
    resumed: [], rejected: [], withdrawn: [],
  },
};
