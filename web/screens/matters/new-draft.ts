import type { Severity } from '../../../core/approvals/matters/finding.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { SheetName } from '../../../core/exchange/sheets.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { matterWords } from '../../words/matters.ts';

/** What is typed before a matter is opened. */
export interface NewDraft {
  readonly subject: string;
  readonly value: string;
  readonly from: PlainDate | null;
  readonly on: PlainDate | null;
  readonly due: PlainDate | null;
  readonly sheets: readonly SheetName[];
  readonly year: string;
  readonly department: string;
  readonly clause: string;
  readonly severity: Severity;
  readonly evidence: string;
}

export const NEW_DRAFT: NewDraft = { subject: '', value: '', from: null, on: null, due: null, sheets: [], year: '', department: '', clause: '', severity: 'C', evidence: '' };

const DIGITS = /^20\d\d$/;

/** What is missing before the server is asked. */
export function draftProblems(kind: string, { subject, value, from, on, due, sheets, year, department, clause, evidence }: NewDraft, say: (typeof matterWords)['zh']): readonly FieldProblem[] {
  const lacks = (field: string, missing: boolean, message: string): FieldProblem[] => (missing ? [{ field, message }] : []);
  const head = lacks('matter-subject', subject.trim() === '', kind === 'collection_round' ? say.giveName : say.giveSubject);
  if (kind === 'parameter_change') return [...head, ...lacks('matter-value', value.trim() === '', say.giveValue), ...lacks('matter-from', from === null, say.giveDay)];
  if (kind === 'collection_round') return [...head, ...lacks('matter-on', on === null, say.giveDay), ...lacks('matter-due', due === null, say.giveDay), ...lacks('matter-sheets', sheets.length === 0, say.giveSheets)];
  if (kind === 'finding') return [...head, ...lacks('matter-clause', clause === '', say.giveValue), ...lacks('matter-evidence', evidence.trim() === '', say.giveValue), ...lacks('matter-due', due === null, say.giveDay)];
  return kind === 'enrolment_plan' ? [...head, ...lacks('matter-year', !DIGITS.test(year), say.giveValue), ...lacks('matter-department', department === '', say.giveDepartment)] : head;
}

/** What the server takes with the opening of a kind. */
export function detailsOf(kind: string, { value, from, on, due, sheets, year, department, clause, severity, evidence }: NewDraft) {
  if (kind === 'parameter_change' && from !== null) return { value: value.trim(), from };
  if (kind === 'collection_round' && on !== null && due !== null) return { on, due, sheets: [...sheets] };
  if (kind === 'finding' && due !== null) return { clause, severity, evidence: evidence.trim(), due };
  return kind === 'enrolment_plan' ? { year: Number(year), department } : undefined;
}
