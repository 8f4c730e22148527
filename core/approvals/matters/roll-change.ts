import { guard } from '../matter-kind.ts';
import { reviewedRoll } from './reviewed-roll.ts';

/** R3-a: a change of one student's roll. */
export const rollChange = reviewedRoll({
  id: 'roll_change', clause: 'R3-a', label: { zh: '学籍异动', en: 'Change of the roll' }, about: 'student',
  guard: guard('roll_change_allowed', 'R3-a', '学籍规则允许这项异动', 'The rules of the roll allow the change'),
  approve: { zh: '批准异动', en: 'Approve the change' }, approved: { zh: '已批准，已登记', en: 'Approved and entered' },
});
