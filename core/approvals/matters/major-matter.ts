import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

/** Whoever can be asked to carry something out, each at the body that it is about. */
export const CARRIERS: readonly Role[] = ['school_head', 'college_leadership', 'county_bureau', 'city_bureau', 'department', 'finance_bureau', 'enterprise'];

const minutes = guard('minutes', 'S1-d', '附有会议纪要', 'The minutes are attached');
const meeting = guard('meeting_day', 'S1-d', '会议日期不早于列入议程之日，不晚于今天', 'The meeting is no earlier than the day it was put on the agenda, and not to come');
const due = guard('day_ahead', 'S1-d', '落实期限不早于今天', 'The day to carry it out by is not over');
const votes = { present: 'office_meeting.present_above', carried: 'office_meeting.for_above' };

/**
 * S1-d: a major matter of the pilot goes from research over the office's agenda to a decision by votes; what was decided is
 * owed by the body that it is about until somebody else has looked at what was done.
 */
export const majorMatter: MatterKind = {
  id: 'major_matter', clause: 'S1-d', label: { zh: '重大事项', en: 'Major matter' }, about: 'body',
  opens: { by: ['office', 'city_bureau', 'county_bureau', 'college_leadership', 'school_head', 'department'], state: 'raised' },
  states: {
    raised: state('已提出，待办公室受理', 'Raised, the office to take it on', { workdays: 10 }),
    research: state('调查研究中', 'Being studied', { workdays: 20 }),
    studied: state('已形成调研意见，待列入议程', 'Studied, to be put on an agenda', { workdays: 20 }),
    tabled: state('已列入议程，待审议决策', 'On the agenda, to be decided', { workdays: 20 }),
    // Due on the day that the decision names.
    decided: state('已决策，落实中', 'Decided, being carried out'),
    reported: state('已报告落实，待督查', 'Reported as done, to be looked at', { workdays: 10 }),
    done: state('已落实', 'Carried out', { closed: true }),
    declined: state('不予受理', 'Not taken on', { closed: true }),
  },
  steps: {
    raised: [
      step('accept', '受理，开展调研', 'Take it on', ['office'], 'research', 'S1-d'),
      step('decline', '不予受理', 'Do not take it on', ['office'], 'declined', 'S1-d', { reason: true }),
    ],
    research: [step('report', '提交调研意见', 'Hand in the study', ['office', 'city_bureau'], 'studied', 'S1-d', { reason: true })],
    studied: [step('table', '列入会议议程', 'Put on an agenda', ['office'], 'tabled', 'S1-d')],
    tabled: [
      step('resolve', '审议通过', 'Decide by votes', ['office'], 'decided', 'S1-d', { reason: true, votes, guards: [meeting, minutes, due], apart: ['report'] }),
      step('adjourn', '未通过，继续调研', 'Study it further', ['office'], 'research', 'S1-d', { reason: true }),
    ],
    decided: [step('report_done', '报告落实情况', 'Report what was done', CARRIERS, 'reported', 'S1-d', { reason: true })],
    reported: [
      step('confirm_done', '督查通过，办结', 'Confirm and close', ['office'], 'done', 'S1-d', { reason: true, apart: ['report_done'] }),
      step('return', '退回继续落实', 'Return', ['office'], 'decided', 'S1-d', { reason: true, apart: ['report_done'] }),
    ],
    done: [], declined: [],
  },
};
