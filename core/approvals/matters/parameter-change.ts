import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const dated = guard('effective_date', 'X-3', '生效日期不早于文件生效日，且不改变已冻结的结论', 'It takes effect no earlier than the document, and changes nothing that is frozen');

/** A value of law or a reading is changed: one person drafts, a second approves, from a day on. */
export const parameterChange: MatterKind = {
  id: 'parameter_change', clause: 'X-1', label: { zh: '参数变更', en: 'Change of a parameter' }, about: 'parameter',
  opens: { by: ['office'], state: 'drafted' },
  states: {
    drafted: state('起草', 'Drafted'),
    proposed: state('待批准', 'To be approved', { workdays: 10 }),
    approved: state('已批准', 'Approved', { closed: true }),
    dropped: state('已放弃', 'Dropped', { closed: true }),
  },
  steps: {
    drafted: [
      step('propose', '提请批准', 'Propose', ['office'], 'proposed', 'X-1', { reason: true, guards: [dated] }),
      step('drop', '放弃', 'Drop', ['office'], 'dropped', 'X-1'),
    ],
    proposed: [
      step('approve', '批准', 'Approve', ['office', 'city_bureau'], 'approved', 'X-1', { guards: [dated], apart: ['open', 'propose'] }),
      step('return', '退回', 'Return', ['office', 'city_bureau'], 'drafted', 'X-1', { reason: true, apart: ['open', 'propose'] }),
      step('drop', '放弃', 'Drop', ['office'], 'dropped', 'X-1'),
    ],
    approved: [], dropped: [],
  },
};
