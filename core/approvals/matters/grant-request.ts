import { guard } from '../matter-kind.ts';
import { reviewedRoll } from './reviewed-roll.ts';

/** M5-d, M5-e: what a college asks of whoever pays the grant, worked out by heads and standard, and signed by another person. */
export const grantRequestMatter = reviewedRoll({
  id: 'grant_request', clause: 'M5-d', label: { zh: '生均拨款请款', en: 'Request of the grant' }, about: 'payer',
  by: { keepers: ['college_finance'], leaders: ['college_leadership'] },
  guard: guard('grant_request_due', 'M5-d', '标准和人数齐全，且有应拨未拨的款项', 'Standard and heads are known, and something is still to come'),
  approve: { zh: '签发请款函', en: 'Issue the request' }, approved: { zh: '已签发', en: 'Issued' },
});
