import type { Problem } from '../exchange/problem.ts';
import { toDecimalText } from '../values/exact.ts';
import type { Evidence, Gap, Outcome } from '../verdict/verdict.ts';
import type { GraduationOutcome, GraduationResult, GraduationSummary, StudentAudit } from './audit.ts';
import type { Requirement, RequirementName } from './requirement.ts';

/** The answer of `graduation --json`. */
export interface GraduationJson {
  readonly students: readonly StudentAuditJson[];
  readonly summary: GraduationSummary;
  readonly problems: readonly Problem[];
}

export interface StudentAuditJson {
  readonly student_id: string;
  readonly outcome: GraduationOutcome;
  readonly may_continue: boolean | null;
  readonly requirements: readonly RequirementJson[];
}

export interface RequirementJson {
  readonly clause: string;
  readonly name: RequirementName;
  readonly outcome: Outcome;
  readonly counts: boolean;
  readonly reason: Requirement['reason'];
  readonly gap: { readonly value: string; readonly unit: string } | null;
  readonly missing: readonly string[];
  readonly evidence: readonly Evidence[];
}

export function graduationJson({ students, summary, problems }: GraduationResult): GraduationJson {
  return { students: students.map(studentJson), summary, problems };
}

const studentJson = ({ roll, outcome, may_continue, requirements }: StudentAudit): StudentAuditJson => (
  { student_id: roll.student_id, outcome, may_continue, requirements: requirements.map(requirementJson) });

/** The same answer as text, of so many students at a time: of a whole region it is long, and nobody needs all of it at once. */
export function* graduationJsonText({ students, summary, problems }: GraduationResult, at_a_time: number): Generator<string> {
  yield '{"students":[';
  for (let at = 0; at < students.length; at += at_a_time) {
    const part = JSON.stringify(students.slice(at, at + at_a_time).map(studentJson));
    yield `${at === 0 ? '' : ','}${part.slice(1, -1)}`;
  }
  yield `],"summary":${JSON.stringify(summary)},"problems":${JSON.stringify(problems)}}`;
}

/** A line with its gap as exact text. */
export function requirementJson(requirement: Requirement): RequirementJson {
  return { ...requirement, gap: requirement.gap && { value: gapText(requirement.gap), unit: requirement.gap.unit } };
}

const YUAN_DECIMALS = 2;

/** Exact: credits and yuan are decimals, and nothing is rounded. */
export function gapText({ value, unit }: Gap): string {
  const text = toDecimalText(value, unit === 'yuan' ? YUAN_DECIMALS : 0);
  if (text === null) throw new Error('credits and yuan are decimals');
  return text;
}
