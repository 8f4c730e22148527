import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const complete = guard('sheets_reported', 'M4-a', '本轮要求的各表均已上报', 'Every sheet that the round asks for is reported');
const running = guard('round_open', 'M4-a', '本轮收集尚未结束', 'The round is still open');
const both = ['open', 'submit'];

/** What one school reports in a round of collection: it submits, the college verifies or returns. */
export const collectionReturn: MatterKind = {
  id: 'collection_return', clause: 'M4-a', label: { zh: '数据上报', en: 'Return of a school' }, about: 'school',
  opens: { by: ['office'], state: 'asked' },
  states: {
    asked: state('待上报', 'To be reported'),
    submitted: state('已上报，待核验', 'Submitted, to be verified', { workdays: 5 }),
    verified: state('已核验', 'Verified', { closed: true }),
  },
  steps: {
    asked: [step('submit', '提交核验', 'Submit', ['school_registrar', 'school_head', 'campus_manager'], 'submitted', 'M4-a', { guards: [running, complete] })],
    submitted: [
      step('verify', '核验通过', 'Verified', ['college_programme'], 'verified', 'M4-a', { guards: [running], apart: both }),
      step('return', '退回补正', 'Return', ['college_programme'], 'asked', 'M4-a', { reason: true, guards: [running], apart: both }),
    ],
    verified: [],
  },
};
