import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const UNITS: readonly Role[] = ['school_head', 'college_leadership', 'college_programme', 'county_bureau', 'city_bureau', 'department', 'enterprise'];

/** S3-h: each unit sums up a year of the pilot: what it heard, what came of it, what was learnt and what will be done better; the office takes it in beside the survey of the year, or asks for more. */
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
      step('take_in', '采纳', 'Take in', ['office'], 'taken_in', 'S3-h', {
        apart: ['open', 'complete'], guards: [guard('survey_closed', 'S3-h', '当年的问卷已经截止，结果可看', 'The survey of the year is over, and its results can be read')],
      }),
      step('take_in_without', '说明无问卷原因后采纳', 'Take in, saying why there was no survey', ['office'], 'taken_in', 'S3-h', {
        reason: true, apart: ['open', 'complete'], guards: [guard('survey_none', 'S3-h', '当年没有问卷', 'There was no survey of the year')],
      }),
      step('send_back', '退回补充', 'Send back', ['office'], 'sent_back', 'S3-h', { reason: true, apart: ['open', 'complete'] }),
    ],
    sent_back: [
      step('complete', '补充后提交', 'Hand in again', UNITS, 'handed_in', 'S3-h'),
      step('withdraw', '撤回', 'Take back', UNITS, 'withdrawn', 'S3-h'),
    ],
    taken_in: [], withdrawn: [],
  },
};
