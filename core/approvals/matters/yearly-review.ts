import type { Role } from '../../access/roles.ts';
import { state, step, type MatterKind } from '../matter-kind.ts';

const UNITS: readonly Role[] = ['school_head', 'college_leadership', 'college_programme', 'county_bureau', 'city_bureau', 'department', 'enterprise'];

/** S3-h: each unit sums up a year of the pilot: what it heard, what came of it, what was learnt and what will be done better; the office takes it in or asks for more. */
export const yearlyReview: MatterKind = {
  id: 'yearly_review', clause: 'S3-h', label: { zh: '年度总结', en: 'Yearly review' }, about: 'asker',
  opens: { by: UNITS, state: 'handed_in' },
  states: {
    handed_in: state('已提交，待办公室审阅', 'Handed in, to be read by the office', { workdays: 10 }),
    sent_back: state('退回补充', 'Sent back for more', { workdays: 10 }),
    taken_in: state('已采纳', 'Taken in', { closed: true }),
    withdrawn: state('已撤回', 'Taken back', { closed: true }),
  },
  steps: {
    handed_in: [
      step('take_in', '采纳', 'Take in', ['office'], 'taken_in', 'S3-h', { apart: ['open', 'complete'] }),
      step('send_back', '退回补充', 'Send back', ['office'], 'sent_back', 'S3-h', { reason: true, apart: ['open', 'complete'] }),
    ],
    sent_back: [
      step('complete', '补充后提交', 'Hand in again', UNITS, 'handed_in', 'S3-h'),
      step('withdraw', '撤回', 'Take back', UNITS, 'withdrawn', 'S3-h'),
    ],
    taken_in: [], withdrawn: [],
  },
};
