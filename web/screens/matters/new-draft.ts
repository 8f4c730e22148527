import { takenBy } from '../../../core/approvals/details.ts';
import { matterKind } from '../../../core/approvals/matters.ts';
import { SCORE_LABELS, SCORE_TOPICS, type Scores, type ScoreTopic } from '../../../core/supervision/scorecard.ts';
import type { Topic } from '../../../core/office/topics.ts';
import type { Severity } from '../../../core/approvals/matters/finding.ts';
import type { Language } from '../../../core/values/bilingual.ts';
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
  readonly topic: Topic;
  readonly title: string;
  readonly text: string;
  readonly actions: string;
  readonly scores: Readonly<Partial<Record<ScoreTopic, string>>>;
}

export const NEW_DRAFT: NewDraft = { subject: '', value: '', from: null, on: null, due: null, sheets: [], year: '', department: '', clause: '', severity: 'C', evidence: '', topic: 'majors', title: '', text: '', actions: '', scores: {} };

const DIGITS = /^20\d\d$/;

/** What is missing before the server is asked. */
export function draftProblems(kind: string, draft: NewDraft, say: (typeof matterWords)['zh'], language: Language): readonly FieldProblem[] {
  const { subject, value, from, on, due, sheets, year, department, clause, evidence } = draft;
  const lacks = (field: string, missing: boolean, message: string): FieldProblem[] => (missing ? [{ field, message }] : []);
  const head = lacks('matter-subject', subject.trim() === '', kind === 'collection_round' ? say.giveName : say.giveSubject);
  if (isComing(kind)) return [...head, ...comingProblems(kind, draft, say, language)];
  if (kind === 'parameter_change') return [...head, ...lacks('matter-value', value.trim() === '', say.giveValue), ...lacks('matter-from', from === null, say.giveDay)];
  if (kind === 'collection_round') return [...head, ...lacks('matter-on', on === null, say.giveDay), ...lacks('matter-due', due === null, say.giveDay), ...lacks('matter-sheets', sheets.length === 0, say.giveSheets)];
  if (kind === 'finding') return [...head, ...lacks('matter-clause', clause === '', say.giveValue), ...lacks('matter-evidence', evidence.trim() === '', say.giveValue), ...lacks('matter-due', due === null, say.giveDay)];
  return kind === 'enrolment_plan' ? [...head, ...lacks('matter-year', !DIGITS.test(year), say.giveYear), ...lacks('matter-department', department === '', say.giveDepartment)] : head;
}

/** What the server takes with the opening of a kind. */
export function detailsOf(kind: string, draft: NewDraft) {
  const { value, from, on, due, sheets, year, department, clause, severity, evidence } = draft;
  if (isComing(kind)) return comingDetails(kind, draft);
  if (kind === 'parameter_change' && from !== null) return { value: value.trim(), from };
  if (kind === 'collection_round' && on !== null && due !== null) return { on, due, sheets: [...sheets] };
  if (kind === 'finding' && due !== null) return { clause, severity, evidence: evidence.trim(), due };
  return kind === 'enrolment_plan' ? { year: Number(year), department } : undefined;
}

/** S1, S2: what comes before the office has a title and says what it is about. */
export const isComing = (kind: string): boolean => comingKeys(kind).includes('title');

/** What a kind of these takes, in the order in which it is asked. */
export const comingKeys = (kind: string) => {
  const declared = matterKind(kind);
  return declared === undefined ? [] : takenBy(declared, 'open');
};

/** Whole points from 0 to 100. */
const isScore = (typed: string | undefined): boolean => typed !== undefined && /^\d{1,3}$/.test(typed) && Number(typed) <= 100;

function comingProblems(kind: string, { title, text, year, due, department, actions, scores }: NewDraft, say: (typeof matterWords)['zh'], language: Language): readonly FieldProblem[] {
  const missing = { title: title.trim() === '', text: text.trim() === '', actions: actions.trim() === '', year: !DIGITS.test(year), due: due === null, department: department === '' };
  const messages = { title: say.giveTitle, text: say.giveText, actions: say.giveActions, year: say.giveYear, due: say.giveDay, department: say.giveAdviser };
  const keys = comingKeys(kind);
  return [
    ...(['department', 'year', 'title', 'text', 'actions'] as const).filter((key) => keys.includes(key) && missing[key]).map((key) => ({ field: `matter-${key}`, message: messages[key] })),
    ...(keys.includes('scores') ? SCORE_TOPICS.filter((topic) => !isScore(scores[topic])).map((topic) => ({ field: `matter-score-${topic}`, message: say.giveScore(SCORE_LABELS[topic][language]) })) : []),
    ...(keys.includes('due') && missing.due ? [{ field: 'matter-due', message: messages.due }] : []),
  ];
}

function comingDetails(kind: string, { topic, title, text, year, due, department, actions, scores }: NewDraft) {
  const keys = comingKeys(kind);
  return {
    title: title.trim(), text: text.trim(), ...(keys.includes('topic') && { topic }), ...(keys.includes('year') && { year: Number(year) }),
    ...(keys.includes('actions') && { actions: actions.trim() }),
    ...(keys.includes('scores') && { scores: Object.fromEntries(SCORE_TOPICS.map((topic) => [topic, Number(scores[topic])])) as Scores }),
    ...(keys.includes('due') && due !== null && { due }), ...(keys.includes('department') && { department }),
  };
}
