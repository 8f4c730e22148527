import { ladder, onTheDay, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

export const s2Duties: readonly DutyDeclaration[] = [{
  // S2-i: agreement and safety training come before the first day of an internship.
  id: 'internship_papers', clause: 'S2-i', label: say('签订实习协议并完成安全培训', 'Sign the internship agreement and train for safety'), owners: ['school_registrar'], to: 'college_roll',
  action: { label: say('登记协议和培训日期', 'Record agreement and training'), screen: '/data/registers/internships' },
  opens: 'internship.near', closes: 'internship.prepared', due: onTheDay(1), ladder: ladder('school_registrar', 'school_head'),
}];
