import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const written = guard('scheme_written', 'M9-a', '课程表已随修订写入', 'The course table is written with the revision');
const schoolAwaited = guard('scheme_school_awaited', 'M9-a', '现行修订待学校同意', 'The revision as it stands is to be agreed to by the school');
const firmAwaited = guard('scheme_firm_awaited', 'M9-a', '现行修订待该企业同意', 'The revision as it stands is to be agreed to by this firm');
const parties = guard('scheme_parties', 'M9-a', '学院、学校和至少一家企业共同制订', 'College, school and at least one firm made it together');
const credits = guard('scheme_credits', 'M9-a', '课程学分合计不少于应修学分', 'The courses give as many credits as are required');
const minutes = guard('minutes', 'M9-b', '附有会议纪要', 'The minutes are attached');
const meeting = guard('meeting_day', 'M9-b', '会议日期不早于提请日期，不晚于今天', 'The meeting is no earlier than it was tabled for, and not to come');
const votes = { present: 'teaching_committee.present_above', carried: 'teaching_committee.for_above' };

const drafters: readonly Role[] = ['college_programme', 'college_academic'];
const drafting = ['open', 'revise', 'table'];
const agreeing = ['agree_school', 'agree_firm'];

/**
 * M9-a, M9-b: a college draws up the training scheme of a programme, school and firms agree to it, the teaching committee
 * decides by votes. What is agreed to is the content as it stands: a later revision is agreed to anew. A new version is a
 * matter of its own, and the earlier one goes on for the cohorts before it.
 */
export const trainingScheme: MatterKind = {
  id: 'training_scheme', clause: 'M9-b', label: { zh: '人才培养方案审定', en: 'Decision on a training scheme' }, about: 'programme',
  opens: { by: drafters, state: 'drafted' },
  states: {
    drafted: state('拟定', 'Drafted'),
    tabled: state('已提请，待教学委员会审定', 'Tabled, to be decided by the teaching committee', { workdays: 10 }),
    approved: state('已审定', 'Approved', { closed: true }),
    dropped: state('已放弃', 'Dropped', { closed: true }),
  },
  steps: {
    drafted: [
      step('revise', '修订方案', 'Draw up the scheme', drafters, 'drafted', 'M9-a', { guards: [written] }),
      step('agree_school', '学校同意', 'The school agrees', ['school_head'], 'drafted', 'M9-a', { guards: [schoolAwaited], apart: ['open', 'revise', 'agree_firm'] }),
      step('agree_firm', '企业同意', 'The firm agrees', ['enterprise'], 'drafted', 'M9-a', { guards: [firmAwaited], at: 'firm', apart: ['open', 'revise', 'agree_school'] }),
      step('table', '提请审定', 'Table', drafters, 'tabled', 'M9-a', { guards: [parties, credits] }),
      step('drop', '放弃', 'Drop', drafters, 'dropped', 'M9-a'),
    ],
    tabled: [
      step('resolve', '审定通过', 'Decide by votes', ['college_leadership'], 'approved', 'M9-b', { guards: [parties, minutes, meeting], votes, apart: [...drafting, ...agreeing] }),
      step('return', '退回', 'Return', ['college_leadership'], 'drafted', 'M9-b', { reason: true, apart: [...drafting, ...agreeing] }),
    ],
    approved: [], dropped: [],
  },
};
