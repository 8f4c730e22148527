import { ladder, onDay, onTheDay, withinDays, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

const insurance = { label: say('登记保单', 'Record the policies'), screen: '/insurance' };

export const r4Duties: readonly DutyDeclaration[] = [
  {
    // R4-c: the school's share of tuition is settled on fixed days.
    id: 'tuition_settlement', clause: 'R4-c', label: say('清算学费分成', 'Settle the share of tuition'), owners: ['college_finance'], to: 'school_finance',
    action: { label: say('制付款指令', 'Make an order'), screen: '/clearing/orders' },
    opens: 'tuition.settlement_opened', closes: 'tuition.share_paid', due: onTheDay(), ladder: ladder('college_finance', 'college_leadership'),
  },
  {
    // R4-b, R4-d: who left is given back soon what of the year was not used (B34).
    id: 'fee_refund', clause: 'R4-b', label: say('退还离校学生的学费、住宿费', 'Refund the fees of a student who left'), owners: ['college_finance'], to: 'college_roll',
    action: { label: say('制退款指令', 'Make an order of refunds'), screen: '/clearing/orders' },
    opens: 'student.left_with_refund', closes: 'fees.refunded', due: withinDays('refund.due_days'), ladder: ladder('college_finance', 'college_leadership'),
  },
  {
    // R4-e: what the college collects for a campus it passes on whole.
    id: 'fees_pass_on', clause: 'R4-e', label: say('转付住宿费、代管费', 'Pass dormitory and custody fees on'), owners: ['college_finance'], to: 'campus_manager',
    action: { label: say('制付款指令', 'Make an order'), screen: '/clearing/orders' },
    opens: 'fees.received', closes: 'fees.passed_on', due: withinDays('fees.pass_on_days'), ladder: ladder('college_finance', 'college_leadership'),
  },
  {
    // R4-g: custody fees of an academic year are settled on actuals, to nothing left.
    id: 'custody_settlement', clause: 'R4-g', label: say('结清代管费', 'Settle custody fees'), owners: ['school_finance'], to: 'campus_manager',
    action: { label: say('制退款指令', 'Make an order of refunds'), screen: '/clearing/orders' },
    opens: 'custody.collected', closes: 'custody.settled', due: onDay('custody.close'), ladder: ladder('school_finance', 'school_head'),
  },
  {
    // R4-j: every student is covered from the first day of the period (B53).
    id: 'school_liability', clause: 'R4-j', label: say('办理校方责任险', 'Insure the students for school liability'), owners: ['school_registrar'], to: 'college_roll', action: insurance,
    opens: 'school.insured_year', closes: 'school.insured', due: onTheDay(), ladder: ladder('school_registrar', 'school_head'),
  },
  {
    // R4-j: an intern is covered for all days of the internship (B53).
    id: 'internship_insurance', clause: 'R4-j', label: say('办理实习责任险', 'Insure the intern'), owners: ['school_registrar'], to: 'college_roll', action: insurance,
    opens: 'internship.near', closes: 'internship.insured', due: onTheDay(), ladder: ladder('school_registrar', 'school_head'),
  },
];
