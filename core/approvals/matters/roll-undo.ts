import { guard } from '../matter-kind.ts';
import { reviewedRoll } from './reviewed-roll.ts';

/** R3-a: what was approved is undone by another record, which is approved as well. */
export const rollUndo = reviewedRoll({
  id: 'roll_undo', clause: 'R3-a', label: { zh: '学籍异动撤销', en: 'Undo of a change of the roll' }, about: 'student',
  guard: guard('roll_change_last', 'R3-a', '是该生最近一次学籍异动，其后记录未变', 'It is the student’s last change, and nothing was recorded since'),
  approve: { zh: '批准撤销', en: 'Approve the undo' }, approved: { zh: '已批准，学籍已恢复', en: 'Approved, the roll is restored' },
});
