import type { Role } from '../../access/roles.ts';
import { ladder, onDay, withinDays, withinWorkdays, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

/** What a college settles by itself: nobody outside it is told. */
const withinCollege = (owner: Role, superior: Role, highest: Role): DutyDeclaration['ladder'] => [
  { when: 'before', days: 'duty.remind_days', to: owner }, { when: 'after', days: 'duty.superior_days', to: superior }, { when: 'after', days: 'duty.office_days', to: highest },
];

export const m03Duties: readonly DutyDeclaration[] = [{
  // M3-c: whoever is not on the filed list of new students is not transferred up.
  id: 'new_student_list', clause: 'M3-c', label: say('新生名册备案', 'File the list of new students'), owners: ['school_registrar'], to: 'college_roll',
  action: { label: say('拟定名册、盖章备案', 'Draw up the list and have it sealed'), screen: '/admission/lists' },
  opens: 'school.new_students', closes: 'list.filed', due: onDay('filing.by'), ladder: ladder('school_registrar', 'school_head'),
}, {
  // M3-e: whoever teaches a course hands its grades in when the term ends; what is sent back is handed in again.
  id: 'grades_in', clause: 'M3-e', label: say('提交课程成绩', 'Hand in the grades of a course'), owners: ['teacher'], to: 'college_academic',
  action: { label: say('录入并提交成绩', 'Enter and hand in the grades'), screen: '/teaching/{id}' },
  opens: 'course.assigned', closes: 'grades.submitted', due: withinDays('course.grades_in_days'), ladder: withinCollege('teacher', 'college_academic', 'college_leadership'),
}, {
  // M3-e: the college releases what was handed in, or sends it back.
  id: 'grades_release', clause: 'M3-e', label: say('发布课程成绩', 'Release the grades of a course'), owners: ['college_academic'], to: 'teacher',
  action: { label: say('核对并发布成绩', 'Check and release the grades'), screen: '/teaching/{id}' },
  opens: 'grades.submitted', closes: 'grades.released', due: withinWorkdays('course.release_days'), ladder: ladder('college_academic', 'college_leadership'),
}];
