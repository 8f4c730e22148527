import { guard } from '../matter-kind.ts';
import { reviewedRoll } from './reviewed-roll.ts';

/** 1.2-c, M10-b: who of the graduates of a year is asked again, looked at as a list and approved as a whole. */
export const followUpList = reviewedRoll({
  id: 'follow_up_list', clause: '1.2-c', label: { zh: '毕业生跟踪调查名单', en: 'List of graduates to be asked again' }, about: 'school',
  guard: guard('follow_up_same', '1.2-c', '名单与提出时一致', 'The list is the one that was proposed'),
  approve: { zh: '批准发起调查', en: 'Approve the survey' }, approved: { zh: '已批准，已发起', en: 'Approved and begun' }, by: { keepers: ['school_registrar'], leaders: ['school_head'] },
});
