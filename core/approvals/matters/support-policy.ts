import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';
import { CARRIERS } from './major-matter.ts';

const OPENERS: readonly Role[] = ['office', 'city_bureau', 'county_bureau'];
const paper = guard('policy_paper', 'S1-b', '附有政策文件或资金下达文件', 'The policy, or the paper by which money was given, is attached');

/** S1-b: a supporting policy, or money, that a government or department owes the pilot by a day. */
export const supportPolicy: MatterKind = {
  id: 'support_policy', clause: 'S1-b', label: { zh: '支持政策', en: 'Supporting policy' }, about: 'body',
  opens: { by: OPENERS, state: 'owed' },
  states: {
    // Due on the day that the item names.
    owed: state('待落实', 'To be put in place'),
    reported: state('已报告落实，待核实', 'Reported, to be verified', { workdays: 10 }),
    in_place: state('已落实', 'In place', { closed: true }),
    withdrawn: state('已取消', 'Withdrawn', { closed: true }),
  },
  steps: {
    owed: [
      step('report_done', '报告落实', 'Report that it is in place', CARRIERS, 'reported', 'S1-b', { reason: true, guards: [paper] }),
      step('withdraw', '取消', 'Withdraw', OPENERS, 'withdrawn', 'S1-b', { reason: true }),
    ],
    reported: [
      step('verify', '核实，办结', 'Verify and close', ['office', 'city_bureau'], 'in_place', 'S1-b', { apart: ['report_done'] }),
      step('return', '退回继续落实', 'Return', ['office', 'city_bureau'], 'owed', 'S1-b', { reason: true, apart: ['report_done'] }),
    ],
    in_place: [], withdrawn: [],
  },
};
