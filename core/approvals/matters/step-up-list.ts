import { guard } from '../matter-kind.ts';
import { BY_COLLEGE, reviewedRoll } from './reviewed-roll.ts';

/** M9-d, R3-c: the college takes up everybody who is eligible as one reviewed list. */
export const stepUpList = reviewedRoll({
  id: 'step_up_list', clause: 'M9-d', label: { zh: '升段注册名单', en: 'List of students who step up' }, about: 'keeper', by: BY_COLLEGE,
  guard: guard('step_up_same', 'M9-d', '升段名单与提出时一致', 'The list is as it was looked at'),
  more: [
    guard('step_up_published', 'M9-d', '升段名单已公示期满，申诉均已答复', 'The list was published for its time, and every appeal is answered'),
    guard('higher_line', 'M8-c', '升段人数不超过对应的高职计划', 'No more step up than the linked line of the plan holds'),
  ],
  approve: { zh: '批准升段', en: 'Approve the step-up' }, approved: { zh: '已批准，已升段', en: 'Approved, stepped up' },
});
