import type { Role } from '../../access/roles.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const post = guard('post', 'R6-b', '拟任人在两校之一任职', 'The candidate holds a post in one of the two schools');
const bureau = guard('recommender', 'R6-c', '由属地教育部门推荐', 'The recommendation comes from the local education bureau');
const order = guard('order', 'R6-c', '任命日期不早于推荐日期', 'The appointment is not dated before the recommendation');

const schools: readonly Role[] = ['school_head', 'college_programme'];
const bureaus: readonly Role[] = ['county_bureau', 'city_bureau'];
/** Who appoints depends on whose cadre the candidate is: the college, the bureau of the school, or the government's office. */
const authorities: readonly Role[] = ['college_leadership', 'county_bureau', 'city_bureau', 'office'];

/** R6-b, R6-c: one of the schools names a leader, the local bureau recommends, another person appoints under cadre authority. */
export const leaderAppointment: MatterKind = {
  id: 'leader_appointment', clause: 'R6-c', label: { zh: '校区负责人任命', en: 'Appointment of a campus leader' }, about: 'campus',
  opens: { by: schools, state: 'named' },
  states: {
    named: state('已提名，待推荐', 'Named, to be recommended', { workdays: 10 }),
    recommended: state('已推荐，待任命', 'Recommended, to be appointed', { workdays: 10 }),
    serving: state('在任', 'Serving'),
    ended: state('已卸任', 'No longer serving', { closed: true }),
    dropped: state('未任命', 'Not appointed', { closed: true }),
  },
  steps: {
    named: [
      step('recommend', '推荐', 'Recommend', bureaus, 'recommended', 'R6-c', { guards: [post, bureau], apart: ['open'] }),
      step('drop', '撤回提名', 'Take the name back', [...schools, ...bureaus], 'dropped', 'R6-c', { reason: true }),
    ],
    recommended: [
      step('appoint', '任命', 'Appoint', authorities, 'serving', 'R6-c', { guards: [post, order], apart: ['open', 'recommend'] }),
      step('drop', '不予任命', 'Do not appoint', authorities, 'dropped', 'R6-c', { reason: true, apart: ['open', 'recommend'] }),
    ],
    serving: [step('end', '免去', 'End', [...authorities, ...schools], 'ended', 'R6-c', { reason: true })],
    ended: [], dropped: [],
  },
};
