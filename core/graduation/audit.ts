import type { Judging } from '../check/judging.ts';
import { hasErrors, type Problem } from '../exchange/problem.ts';
import type { Dataset, Row } from '../exchange/sheets.ts';
import { yearsBegun } from '../students/terms.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { checklist } from './checklist.ts';
import { auditedRecords, type StudentRecords } from './records.ts';
import type { Requirement } from './requirement.ts';
import { graduationRules, type GraduationRules } from './rules.ts';

/** Diploma (毕业), completion without diploma (结业), study not completed (肄业), or not yet known. */
export type GraduationOutcome = 'graduated' | 'completed' | 'incomplete' | 'undetermined';

/** What the audit answers about one student. */
export interface StudentAudit {
  readonly roll: Row<'students'>;
  readonly outcome: GraduationOutcome;
  /** Of students with too few credits: whether another academic year is still within the longest time. Null for others. */
  readonly may_continue: boolean | null;
  readonly requirements: readonly Requirement[];
}

export interface GraduationSummary extends Readonly<Record<GraduationOutcome, number>> {
  /** Students whose certificate line is met by a decision, whatever their outcome (B57). */
  readonly exempted: number;
}

export interface GraduationResult {
  readonly as_of: PlainDate;
  /** False on a day without rules: then nobody is audited. */
  readonly has_rules: boolean;
  readonly students: readonly StudentAudit[];
  readonly summary: GraduationSummary;
  readonly problems: readonly Problem[];
}

/**
 * The graduation audit (R3-d, M9-e, M3-c, R4-b) of everybody in the final grade who is at school on the
 * day, by student id. With any error among the problems nobody is audited. Linear in the rows.
 */
export function auditGraduation(dataset: Dataset, problems: readonly Problem[], { on, parameters }: Pick<Judging, 'on' | 'parameters'>): GraduationResult {
  const rules = graduationRules(parameters);
  const records = rules === null || hasErrors(problems) ? [] : auditedRecords(dataset, on, rules);
  const students = rules === null ? [] : records.map((one) => auditStudent(one, on, rules));
  return { as_of: on, has_rules: rules !== null, students, summary: summaryOf(students), problems };
}

export function auditStudent(records: StudentRecords, on: PlainDate, rules: GraduationRules): StudentAudit {
  const requirements = checklist(records, on, rules);
  const outcome = outcomeOf(records, requirements);
  const may_continue = outcome === 'incomplete' ? yearsBegun(records.higher_since, on) < rules.max_years : null;
  return { roll: records.roll, outcome, may_continue, requirements };
}

/** The first that applies. Too few credits come before all else: without them the study is not completed. */
function outcomeOf({ credits }: StudentRecords, requirements: readonly Requirement[]): GraduationOutcome {
  if (credits === null) return 'undetermined';
  const isOpen = (outcome: Requirement['outcome']): boolean => requirements.some((one) => one.counts && one.outcome === outcome);
  if (requirements.some((one) => one.name === 'credits' && one.outcome === 'unmet')) return 'incomplete';
  if (isOpen('unmet')) return 'completed';
  return isOpen('undetermined') ? 'undetermined' : 'graduated';
}

export function summaryOf(students: readonly StudentAudit[]): GraduationSummary {
  const summary = { graduated: 0, completed: 0, incomplete: 0, undetermined: 0, exempted: 0 };
  for (const { outcome, requirements } of students) {
    summary[outcome] += 1;
    if (requirements.some((one) => one.reason === 'exempted')) summary.exempted += 1;
  }
  return summary;
}

/** True when somebody does not graduate: the exit status of the command. */
export function anybodyOpen({ students }: GraduationResult): boolean {
  return students.some(({ outcome }) => outcome !== 'graduated');
}
