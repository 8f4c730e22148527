import { guard } from '../matter-kind.ts';
import { reviewedRoll } from './reviewed-roll.ts';

/** R4-b, R4-d: what a college bills its students, looked at as one list and approved by another person. */
export const billRun = reviewedRoll({
  id: 'bill_run', clause: 'R4-b', label: { zh: '开具缴费账单', en: 'Billing of students' }, about: 'payer',
  by: { keepers: ['college_finance'], leaders: ['college_finance', 'college_leadership'] },
  guard: guard('bills_same', 'R4-b', '账单与提出时一致', 'The bills are those that were proposed'),
  approve: { zh: '核准开账', en: 'Approve the bills' }, approved: { zh: '已核准，已开账', en: 'Approved and billed' },
});
