import { ladder, onDay, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

export const m03Duties: readonly DutyDeclaration[] = [{
  // M3-c: whoever is not on the filed list of new students is not transferred up.
  id: 'new_student_list', clause: 'M3-c', label: say('新生名册备案', 'File the list of new students'), owners: ['school_registrar'], to: 'college_roll',
  action: { label: say('拟定名册、盖章备案', 'Draw up the list and have it sealed'), screen: '/admission/lists' },
  opens: 'school.new_students', closes: 'list.filed', due: onDay('filing.by'), ladder: ladder('school_registrar', 'school_head'),
}];
