import { ladder, onTheDay, withinDays, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

export const s2Duties: readonly DutyDeclaration[] = [{
  // S2-i: agreement and safety training come before the first day of an internship.
  id: 'internship_papers', clause: 'S2-i', label: say('签订实习协议并完成安全培训', 'Sign the internship agreement and train for safety'), owners: ['school_registrar'], to: 'college_roll',
  action: { label: say('办理协议和培训', 'See to agreement and training'), screen: '/internships' },
  opens: 'internship.near', closes: 'internship.prepared', due: onTheDay(1), ladder: ladder('school_registrar', 'school_head'),
}, {
  // S2-e: a claim of a graduate that was refused is the office's to look into.
  id: 'benefit_difficulty', clause: 'S2-e', label: say('处理待遇申领被拒', 'Look into a refused claim'), owners: ['office'], to: 'school_registrar',
  action: { label: say('查看申领情况', 'Look at the claim'), screen: '/benefits' },
  opens: 'benefit.refused', closes: 'benefit.claimed_anew', due: withinDays('benefit.difficulty_days'), ladder: ladder('office', 'office'),
}];
