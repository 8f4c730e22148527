import type { Role } from '../../access/roles.ts';
import { state, step, type MatterKind } from '../matter-kind.ts';

const BUREAUS: readonly Role[] = ['county_bureau', 'city_bureau'];

/** S3-g: a bureau scores a school once a year, the school says what it has to say, another person decides; who fails is told to put it right. */
export const yearlyAssessment: MatterKind = {
  id: 'yearly_assessment', clause: 'S3-g', label: { zh: '年度考核', en: 'Yearly assessment' }, about: 'school',
  opens: { by: BUREAUS, state: 'scored' },
  states: {
    scored: state('已评分，待学校陈述', 'Scored, the school is to be heard', { workdays: 10 }),
    heard: state('学校已陈述，待审定', 'The school was heard, to be decided', { workdays: 10 }),
    assessed: state('已审定', 'Decided', { closed: true }),
    withdrawn: state('已撤回', 'Taken back', { closed: true }),
  },
  steps: {
    scored: [
      step('respond', '陈述意见', 'Say what the school has to say', ['school_head'], 'heard', 'S3-g', { reason: true }),
      step('withdraw', '撤回评分', 'Take the scores back', BUREAUS, 'withdrawn', 'S3-g', { reason: true }),
    ],
    heard: [
      step('decide', '审定等次', 'Decide the grade', BUREAUS, 'assessed', 'S3-g', { apart: ['open', 'respond'] }),
      step('withdraw', '撤回评分', 'Take the scores back', BUREAUS, 'withdrawn', 'S3-g', { reason: true }),
    ],
    assessed: [], withdrawn: [],
  },
};
