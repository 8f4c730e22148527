import type { Row } from '../exchange/sheets.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { advanceGrades, type StayReason } from './advance.ts';
import { change } from './change.ts';
import type { RefusalReason } from './change-ask.ts';
import type { Roll } from './roll.ts';
import { ROLL_CHANGES } from './roll-changes.ts';
import { reaches } from './roll-rows.ts';
import type { RollRules } from './rules.ts';
import type { Decision } from '../step-up/decision.ts';
import type { StepUpAnswer } from './step-up.ts';

/** A student on a list of a keeper, with the row that stands. */
export interface Listed {
  readonly last: Row<'students'>;
  readonly roll: Roll;
}

export interface Goes extends Listed {
  readonly outcome: 'goes';
  readonly next: Roll;
}
export interface Stays extends Listed {
  readonly outcome: 'stays';
  /** `no_row`: the last row ended earlier, so that a gap would be left. */
  readonly why: StayReason | RefusalReason;
  readonly clause: string;
  /** Of a step-up: what the list, the roll, the test and conduct answer. */
  readonly lines: StepUpAnswer['lines'];
}
export type OnList = Goes | Stays;

/** Who goes on to the next grade on 1 September of a year, and who stays and why (R3-b, R3-c). */
export function advanceList(listed: readonly Listed[], year: number, on: PlainDate, rules: RollRules): OnList[] {
  const answers = advanceGrades(new Map(listed.map(({ last, roll }) => [last.student_id, roll])), year, rules);
  return listed.map((one, at): OnList => {
    const answer = answers[at];
    if (answer?.outcome !== 'advanced') return { ...one, outcome: 'stays', why: answer?.why ?? 'not_registered', clause: answer?.clause ?? 'R3-a', lines: [] };
    return reaches(one.last, on) ? { ...one, outcome: 'goes', next: answer.roll } : { ...one, outcome: 'stays', why: 'no_row', clause: 'R3-a', lines: [] };
  });
}

/** Somebody who may step up: what the lines answer, and what was published of them; null while nothing is. */
export interface StepUpCandidate extends Listed {
  readonly answer: StepUpAnswer | null;
  readonly published: Decision | null;
}

/** Who of the final secondary grade is taken up by the college on a day, and who is not and why (M9-d, R3-c). */
export function stepUpList(listed: readonly StepUpCandidate[], on: PlainDate, rules: RollRules): OnList[] {
  return listed.map(({ answer, published, ...one }): OnList => {
    const lines = answer?.lines ?? [];
    const moved = change(one.roll, { change: 'step_up', by: 'college', on, evidence: new Set(ROLL_CHANGES.step_up.evidence), approved: true, eligible: answer?.outcome === 'met' }, rules);
    if (moved.outcome === 'refused') return { ...one, outcome: 'stays', why: moved.why, clause: moved.clause, lines };
    // What came about after the list was published is published first.
    if (published !== null && published !== 'passed') return { ...one, outcome: 'stays', why: 'not_published', clause: 'M9-d', lines };
    return reaches(one.last, on) ? { ...one, outcome: 'goes', next: moved.roll } : { ...one, outcome: 'stays', why: 'no_row', clause: 'R3-a', lines };
  });
}

/** B37: who did not pass the step-up leaves the school with the secondary diploma. */
export function leaveList(listed: readonly Listed[], on: PlainDate, rules: RollRules): OnList[] {
  return listed.map((one): OnList => {
    const moved = change(one.roll, { change: 'leave_after_secondary', by: 'school', on, evidence: new Set(ROLL_CHANGES.leave_after_secondary.evidence), approved: true }, rules);
    if (moved.outcome === 'refused') return { ...one, outcome: 'stays', why: moved.why, clause: moved.clause, lines: [] };
    return reaches(one.last, on) ? { ...one, outcome: 'goes', next: moved.roll } : { ...one, outcome: 'stays', why: 'no_row', clause: 'R3-a', lines: [] };
  });
}
