import { ladder, onDay, withinDays, type DutyDeclaration, type ValueOf } from '../../duties/declaration.ts';
import type { DeadlineRule } from '../../duties/deadline.ts';
import { say } from './declare-parameter.ts';

const CALENDAR_MONTHS = /^P(\d+)M$/;
const DAYS = /^P(\d+)D$/;

/** R3-e: a month from the first day of term, the first day not counted, moved from a holiday on (B22). */
function signingWindow(value: ValueOf): DeadlineRule | null {
  const window = String(value('agreement.window'));
  const roll = value('agreement.roll_holiday') === true;
  const [months, days] = [CALENDAR_MONTHS.exec(window), DAYS.exec(window)];
  if (months !== null) return { kind: 'months', many: Number(months[1]), roll };
  return days === null ? null : { kind: 'days', many: Number(days[1]), roll };
}

export const r3Duties: readonly DutyDeclaration[] = [
  {
    // R3-e: the agreement of college, school and student; R3-h: the school sees to it. Latecomers have their own days.
    id: 'agreement', clause: 'R3-e', label: say('签订三方协议', 'Sign the tripartite agreement'), owners: ['school_registrar'], to: 'college_roll',
    action: { label: say('组织签订', 'Have them signed'), screen: '/agreements' },
    opens: 'student.started', closes: 'agreement.signed',
    due: (value) => {
      const common = signingWindow(value);
      const own = withinDays('agreement.late_entrant_days')(value);
      return common === null || own === null ? null : { kind: 'with_latecomers', common, own };
    },
    ladder: ladder('school_registrar', 'school_head'),
  },
  {
    // R3-b: new students of the secondary roll are registered electronically.
    id: 'roll_registration', clause: 'R3-b', label: say('新生中职学籍电子注册', 'Register the new students on the secondary roll'), owners: ['school_registrar'], to: 'county_bureau',
    action: { label: say('登记电子注册', 'Mark the electronic registration'), screen: '/admission/e-registrations' },
    opens: 'school.new_students', closes: 'intake.registered', due: onDay('snapshot.enrol_registered'), ladder: ladder('school_registrar', 'school_head'),
  },
];
