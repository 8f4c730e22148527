import { date, yearOf, type PlainDate } from '../values/plain-date.ts';
import { AT_SCHOOL, LEFT, type Roll } from './roll.ts';
import type { RollRules } from './rules.ts';

/** Why somebody stays where they are on 1 September. */
export type StayReason =
  /** Registered, stepped up, resumed or already advanced this autumn: the grade begins now. */
  | 'begins_now'
  | 'repeats' | 'suspended' | 'place_kept' | 'not_registered' | 'left'
  /** The final grade of a stage: the step-up or the graduation audit decides, not the calendar. */
  | 'awaits_step_up' | 'awaits_graduation';

export type Advance =
  | { readonly student_id: string; readonly outcome: 'advanced'; readonly roll: Roll; readonly clause: string }
  | { readonly student_id: string; readonly outcome: 'stays'; readonly why: StayReason; readonly clause: string };

/**
 * The yearly advance of grades on 1 September of a year, for every student of a cohort with the reason of
 * those who stay (R3-b, R3-c). A repeater stays once: who has repeated the whole year goes on.
 */
export function advanceGrades(rolls: ReadonlyMap<string, Roll>, year: number, rules: RollRules): Advance[] {
  const on = date(`${year}-09-01`);
  return [...rolls].map(([student_id, roll]) => {
    const clause = roll.stage === 'secondary' ? 'R3-b' : 'R3-c';
    const why = stayReason(roll, on, rules);
    if (why !== null) return { student_id, outcome: 'stays', why, clause };
    const status = roll.status === 'repeating' ? 'enrolled' : roll.status;
    return { student_id, outcome: 'advanced', roll: { ...roll, status, grade: roll.grade + 1, since: on }, clause };
  });
}

function stayReason(roll: Roll, on: PlainDate, rules: RollRules): StayReason | null {
  const { status, grade, stage } = roll;
  if (LEFT.has(status)) return 'left';
  if (status === 'suspended' || status === 'place_kept') return status;
  if (!AT_SCHOOL.has(status)) return 'not_registered';
  if (roll.entered_on >= on || roll.since >= on) return 'begins_now';
  // Decided during the year that ends: the grade begins again now.
  if (status === 'repeating' && roll.since > date(`${yearOf(on) - 1}-09-01`)) return 'repeats';
  if (stage === 'secondary') return grade >= rules.secondary_years ? 'awaits_step_up' : null;
  return grade >= rules.secondary_years + rules.higher_years ? 'awaits_graduation' : null;
}
