import type { GraduationOutcome } from '../graduation/audit.ts';
import { academicYearOf, date, type PlainDate } from '../values/plain-date.ts';
import type { ChangeAsk, RefusalReason } from './change-ask.ts';
import type { Roll } from './roll.ts';
import type { ChangeName } from './roll-changes.ts';
import type { RollRules } from './rules.ts';
import { termOf, yearsBegun } from './terms.ts';

interface Found { readonly why: RefusalReason; readonly clause: string }
type Guard = (roll: Roll, ask: ChangeAsk, rules: RollRules) => Found | null;

/** What a change asks beyond status, keeper and papers: the first of its rules that is broken, or null. */
export function refusalOf(roll: Roll, ask: ChangeAsk, rules: RollRules): Found | null {
  return GUARDS[ask.change]?.(roll, ask, rules) ?? null;
}

/** No transfer in the first term, in the final secondary grade or while suspended; none at all in the higher stage (B39). */
const transferOut: Guard = (roll, { on }, rules) => {
  if (roll.stage === 'higher') return rules.higher_school_transfer ? null : { why: 'no_transfer_in_higher_stage', clause: 'R3-c' };
  if (roll.status === 'suspended') return { why: 'suspended', clause: 'R3-b' };
  if (roll.grade >= rules.secondary_years) return { why: 'final_grade', clause: 'R3-b' };
  return termOf(on, roll.entered_on) <= rules.no_transfer_terms ? { why: 'first_terms', clause: 'R3-b' } : null;
};

/** Leavers of the pilot do not come back, others do not join it (B39). */
const transferIn: Guard = ({ status }, _ask, rules) => {
  if (status === 'elsewhere') return rules.outsiders_join ? null : { why: 'outsider', clause: 'R3-a' };
  return rules.leavers_return ? null : { why: 'leaver', clause: 'R3-a' };
};

/** In the secondary stage early only, within a category longer; in the higher stage for illness or service only (B39). */
const changeMajor: Guard = (roll, { on, ground, same_category }, rules) => {
  if (roll.stage === 'higher') {
    return rules.higher_major_change || ground === 'illness' || ground === 'service' ? null : { why: 'no_major_change_in_higher_stage', clause: 'R3-c' };
  }
  const { other_category, same_category: within } = rules.major_change_terms;
  return termOf(on, roll.entered_on) > (same_category === true ? within : other_category) ? { why: 'too_late_for_major', clause: 'R3-b' } : null;
};

/** M3-c, M9-d, B54: from the final secondary grade, whoever meets every line, not before 1 September of the fourth year. */
const stepUp: Guard = (roll, { on, eligible }, rules) => {
  if (roll.grade !== rules.secondary_years) return { why: 'not_final_grade', clause: 'R3-b' };
  if (on < septemberAfter(roll.entered_on, rules.secondary_years)) return { why: 'before_september', clause: 'R3-c' };
  return eligible === true ? null : { why: 'not_eligible', clause: 'M9-d' };
};

function septemberAfter(entered_on: PlainDate, years: number): PlainDate {
  return date(`${academicYearOf(entered_on) + years}-09-01`);
}

const finalGradeOf = (roll: Roll, rules: RollRules): number => rules.secondary_years + (roll.stage === 'higher' ? rules.higher_years : 0);

const afterSecondary: Guard = (roll, _ask, rules) => (roll.grade === finalGradeOf(roll, rules) ? null : { why: 'not_final_grade', clause: 'M9-d' });

/** R3-d: an end of the higher stage is what the audit of the final grade answered. */
const endAs = (answer: GraduationOutcome): Guard => (roll, { audit }, rules) => {
  if (roll.grade !== finalGradeOf(roll, rules)) return { why: 'not_final_grade', clause: 'R3-d' };
  return audit === answer ? null : { why: 'audit_says_otherwise', clause: 'R3-d' };
};

/** R3-d: another year for who does not graduate, while the longest time of study has room for it (B59). */
const extend: Guard = (roll, { audit, on }, rules) => {
  if (roll.grade !== finalGradeOf(roll, rules)) return { why: 'not_final_grade', clause: 'R3-d' };
  if (audit === 'graduated') return { why: 'audit_says_otherwise', clause: 'R3-d' };
  return withinTime(roll, on, rules) ? null : { why: 'longest_time_used_up', clause: 'R3-d' };
};

const repeat: Guard = (roll, { on }, rules) => (withinTime(roll, on, rules) ? null : { why: 'longest_time_used_up', clause: roll.stage === 'higher' ? 'R3-d' : 'R3-b' });

function withinTime(roll: Roll, on: PlainDate, { max_years }: RollRules): boolean {
  return yearsBegun(roll.higher_since ?? roll.entered_on, on) < max_years[roll.stage];
}

const GUARDS: Readonly<Partial<Record<ChangeName, Guard>>> = {
  transfer_out: transferOut,
  transfer_in: transferIn,
  change_major: changeMajor,
  step_up: stepUp,
  leave_after_secondary: afterSecondary,
  graduate: endAs('graduated'),
  graduate_later: endAs('graduated'),
  complete: endAs('completed'),
  end_incomplete: endAs('incomplete'),
  extend,
  repeat,
};
