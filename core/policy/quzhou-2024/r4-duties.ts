import { ladder, onDay, onTheDay, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

const insurance = { label: say('登记保单', 'Record the policies'), screen: '/insurance' };

export const r4Duties: readonly DutyDeclaration[] = [
  {
    // R4-c: the school's share of tuition is settled on fixed days.
    id: 'tuition_settlement', clause: 'R4-c', label: say('清算学费分成', 'Settle the share of tuition'), owners: ['college_finance'], to: 'school_finance',
    action: { label: say('登记拨付', 'Record the payment'), screen: '/data/registers/payments' },
    opens: 'tuition.settlement_opened', closes: 'tuition.share_paid', due: onTheDay(), ladder: ladder('college_finance', 'college_leadership'),
  },
  {
    // R4-g: custody fees of an academic year are settled on actuals, to nothing left.
    id: 'custody_settlement', clause: 'R4-g', label: say('结清代管费', 'Settle custody fees'), owners: ['school_finance'], to: 'campus_manager',
    action: { label: say('登记退补', 'Record refunds'), screen: '/data/registers/payments' },
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
