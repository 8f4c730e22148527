import { guard } from '../matter-kind.ts';
import { BY_COLLEGE, reviewedRoll } from './reviewed-roll.ts';

/** R3-d, M9-e: the college decides on its final grade as one reviewed list; who is told apart from who meets everything. */
export const graduationListMatter = reviewedRoll({
  id: 'graduation_list', clause: 'R3-d', label: { zh: '毕业审核名单', en: 'Graduation list' }, about: 'keeper', by: BY_COLLEGE,
  guard: guard('graduation_same', 'R3-d', '毕业名单与提出时一致', 'The list is as it was looked at'),
  more: [guard('institution_code', 'R3-d', '院校代码已登记', 'The code of the college is entered')],
  approve: { zh: '批准毕业名单', en: 'Approve the graduation list' }, approved: { zh: '已批准，学籍已办结', en: 'Approved, the roll is ended' },
});
