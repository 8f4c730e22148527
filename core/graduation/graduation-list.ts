import type { Row } from '../exchange/sheets.ts';
import { change } from '../students/change.ts';
import type { RefusalReason } from '../students/change-ask.ts';
import type { ChangeName } from '../students/roll-changes.ts';
import type { Roll } from '../students/roll.ts';
import { reaches } from '../students/roll-rows.ts';
import type { RollRules } from '../students/rules.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { GraduationOutcome, StudentAudit } from './audit.ts';

/** How the higher stage can end. */
export type Ending = Exclude<GraduationOutcome, 'undetermined'>;

/** A student of the final grade, or one who completed without diploma before, with what the audit answers. */
export interface Candidate {
  readonly audit: StudentAudit;
  readonly last: Row<'students'>;
  readonly roll: Roll;
}

export interface Ends extends Candidate {
  readonly outcome: 'ends';
  readonly as: Ending;
  readonly change: ChangeName;
  readonly next: Roll;
}

export type LeftOutReason = 'undetermined' | 'may_continue' | RefusalReason;

export interface LeftOut extends Candidate {
  readonly outcome: 'left_out';
  readonly why: LeftOutReason;
  readonly clause: string;
}

export type OnGraduationList = Ends | LeftOut;

const CHANGES: Readonly<Record<Ending, ChangeName>> = { graduated: 'graduate', completed: 'complete', incomplete: 'end_incomplete' };

/**
 * R3-d: whose higher stage ends on a day and how, by the audit and the rules of the roll; and who is left out, by name.
 * Nobody is judged whose records are wanting, and nobody's study is ended who may go on to study: that takes their own wish.
 */
export function graduationList(candidates: readonly Candidate[], on: PlainDate, rules: RollRules): OnGraduationList[] {
  return candidates.flatMap((candidate): OnGraduationList[] => {
    const { audit, last, roll } = candidate;
    const leftOut = (why: LeftOutReason, clause = 'R3-d'): OnGraduationList[] => [{ ...candidate, outcome: 'left_out', why, clause }];
    const later = roll.status === 'completed';
    // Who completed before is on the list only to graduate now.
    if (later && audit.outcome !== 'graduated') return [];
    if (audit.outcome === 'undetermined') return leftOut('undetermined');
    if (audit.may_continue === true) return leftOut('may_continue');
    const name = later ? 'graduate_later' : CHANGES[audit.outcome];
    const moved = change(roll, { change: name, by: 'college', on, evidence: new Set(['audit_sheet'] as const), approved: true, audit: audit.outcome }, rules);
    if (moved.outcome === 'refused') return leftOut(moved.why, moved.clause);
    if (!reaches(last, on)) return leftOut('no_row', 'R3-a');
    return [{ ...candidate, outcome: 'ends', as: audit.outcome, change: name, next: moved.roll }];
  });
}

/** What a list rests on, line by line: another outcome, record or deciding line of anybody who ends is another list. What is shown only, fees and the filed list, is not in it. */
export function listLines(entries: readonly OnGraduationList[]): string[] {
  return entries.filter((one) => one.outcome === 'ends').map(({ audit, last, as, change: name }) => {
    const lines = audit.requirements.filter(({ counts }) => counts).map(({ name: line, outcome, reason, evidence }) =>
      [line, outcome, reason ?? '', ...evidence.map(({ sheet, rows }) => `${sheet}:${rows.join(',')}`)].join(' '));
    return [last.student_id, last.row, as, name, ...lines].join('\t');
  });
}

export type GraduationCounts = Readonly<Record<Ending | 'left_out' | 'exempted', number>>;

/** How many end how; exempted are those who graduate by a decision that frees them of the certificate (B57). */
export function countsOf(entries: readonly OnGraduationList[]): GraduationCounts {
  const counts = { graduated: 0, completed: 0, incomplete: 0, left_out: 0, exempted: 0 };
  for (const one of entries) {
    counts[one.outcome === 'ends' ? one.as : 'left_out'] += 1;
    if (one.outcome === 'ends' && one.as === 'graduated' && one.audit.requirements.some(({ reason }) => reason === 'exempted')) counts.exempted += 1;
  }
  return counts;
}
