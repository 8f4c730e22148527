import type { Role } from '../../access/roles.ts';
import { guard } from '../matter-kind.ts';
import { reviewedRoll } from './reviewed-roll.ts';

const BY_SCHOOL = { keepers: ['school_registrar'] as readonly Role[], leaders: ['school_head'] as readonly Role[] };

/** B37: who does not step up leaves with the secondary diploma, all of a school at once. */
export const leaveList = reviewedRoll({
  id: 'leave_list', clause: 'M9-d', label: { zh: '未升段学生离校名单', en: 'List of students who do not step up' }, about: 'keeper', by: BY_SCHOOL,
  guard: guard('leave_same', 'M9-d', '离校名单与提出时一致', 'The list is as it was looked at'),
  more: [guard('leave_published', 'M9-d', '未升段的决定已公示期满，申诉均已答复', 'What was decided was published for its time, and every appeal is answered')],
  approve: { zh: '批准离校', en: 'Approve that they leave' }, approved: { zh: '已批准，已离校', en: 'Approved, they have left' },
});
