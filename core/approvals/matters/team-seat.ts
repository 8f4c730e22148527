import type { Role } from '../../access/roles.ts';
import { state, step, type MatterKind } from '../matter-kind.ts';

const schools: readonly Role[] = ['school_head', 'college_programme', 'college_leadership', 'office'];

/** M7-a: a seat in the promotion team is taken on the day of the document that names it, and given up by another record. */
export const teamSeat: MatterKind = {
  id: 'team_seat', clause: 'M7-a', label: { zh: '推进团队成员', en: 'Seat in the promotion team' }, about: 'school',
  opens: { by: schools, state: 'serving' },
  states: { serving: state('在任', 'Serving'), ended: state('已离任', 'No longer serving', { closed: true }) },
  steps: { serving: [step('end', '离任', 'End', schools, 'ended', 'M7-a', { reason: true })], ended: [] },
};
