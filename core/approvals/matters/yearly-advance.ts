import { guard } from '../matter-kind.ts';
import { reviewedRoll } from './reviewed-roll.ts';

/** R3-a: grades advance once a year as one reviewed list of a keeper, never row by row. */
export const yearlyAdvance = reviewedRoll({
  id: 'yearly_advance', clause: 'R3-a', label: { zh: '逐年升级', en: 'Yearly advance of grades' }, about: 'keeper',
  guard: guard('advance_list', 'R3-a', '升级名单与提出时一致，当年尚未升级', 'The list is as it was looked at, and this year’s advance is still to be done'),
  approve: { zh: '批准升级', en: 'Approve the advance' }, approved: { zh: '已批准，已升级', en: 'Approved, grades advanced' },
});
