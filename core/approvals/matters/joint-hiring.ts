import type { Role } from '../../access/roles.ts';
import { state, step, type MatterKind } from '../matter-kind.ts';

const ofSchool: readonly Role[] = ['school_head'];
const ofCollege: readonly Role[] = ['college_programme', 'college_leadership'];
const both: readonly Role[] = [...ofSchool, ...ofCollege];

const bySchool = (to: string) => step('approve_school', '学校同意', 'School approves', ofSchool, to, 'R6-d', { apart: ['open', 'approve_college'] });
const byCollege = (to: string) => step('approve_college', '学院同意', 'College approves', ofCollege, to, 'R6-d', { apart: ['open', 'approve_school'] });
const decline = step('decline', '不予选聘', 'Do not hire', both, 'declined', 'R6-d', { reason: true });

/** R6-d: whoever works at a campus is chosen by both schools: each approves, by a person of its own, in whichever order. */
export const jointHiring: MatterKind = {
  id: 'joint_hiring', clause: 'R6-d', label: { zh: '校区工作人员选聘', en: 'Joint hiring for a campus' }, about: 'campus',
  opens: { by: ['campus_manager', 'school_head', 'college_programme'], state: 'proposed' },
  states: {
    proposed: state('已拟聘，待两校同意', 'Proposed, both schools to approve', { workdays: 10 }),
    school_approved: state('学校已同意，待学院同意', 'The school approved, the college is to', { workdays: 10 }),
    college_approved: state('学院已同意，待学校同意', 'The college approved, the school is to', { workdays: 10 }),
    serving: state('在任', 'Serving'),
    ended: state('已离任', 'No longer serving', { closed: true }),
    declined: state('未选聘', 'Not hired', { closed: true }),
  },
  steps: {
    proposed: [bySchool('school_approved'), byCollege('college_approved'), decline],
    school_approved: [byCollege('serving'), decline],
    college_approved: [bySchool('serving'), decline],
    serving: [step('end', '解聘', 'End', both, 'ended', 'R6-d', { reason: true })],
    ended: [], declined: [],
  },
};
