import type { Severity } from '../../../core/approvals/matters/finding.ts';
import { LINE_ANSWERS, type AnsweredLine, type LineAnswer } from '../../../core/supervision/answers.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { Say } from './period.ts';
import type { AskedLine } from './queries.ts';

/** A line as it is being filled in: nothing is answered by itself. */
export interface LineDraft {
  readonly answer: LineAnswer | null;
  readonly remark: string;
  readonly severity: Severity | null;
}

export const EMPTY_LINE: LineDraft = { answer: null, remark: '', severity: null };
export type Drafts = ReadonlyMap<string, LineDraft>;

export const draftOf = (drafts: Drafts, line: string): LineDraft => drafts.get(line) ?? EMPTY_LINE;

/** The same answer for every line that has none yet. */
export function fillRest(lines: readonly AskedLine[], drafts: Drafts, answer: LineAnswer): Drafts {
  return new Map(lines.map(({ line }) => {
    const draft = draftOf(drafts, line);
    return [line, draft.answer === null ? { ...draft, answer } : draft];
  }));
}

/** As it is sent; a severity only where something is not met. */
export function answersOf(lines: readonly AskedLine[], drafts: Drafts): AnsweredLine[] {
  return lines.flatMap(({ line }) => {
    const { answer, remark, severity } = draftOf(drafts, line);
    return answer === null ? [] : [{ line, answer, remark: remark.trim(), severity: answer === 'not_met' ? severity : null }];
  });
}

/** What is still missing, each with the field where it is given. */
export function lineProblems(lines: readonly AskedLine[], drafts: Drafts, say: Say, language: 'zh' | 'en'): FieldProblem[] {
  const problems = lines.flatMap(({ line, label, about }, at): FieldProblem[] => {
    const { answer, remark, severity } = draftOf(drafts, line);
    const name = about === null ? label[language] : `${about[language]} ${label[language]}`;
    if (answer === null) return [{ field: `line-${at}`, message: say.giveAnswer(name) }];
    if (answer !== 'not_met') return [];
    return [...(remark.trim() === '' ? [{ field: `remark-${at}`, message: say.giveRemark(name) }] : []), ...(severity === null ? [{ field: `severity-${at}`, message: say.giveSeverity(name) }] : [])];
  });
  const nothing = lines.length > 0 && lines.every(({ line }) => draftOf(drafts, line).answer === 'not_looked_at');
  return nothing ? [{ field: 'line-0', message: say.nothing }] : problems;
}

export const isLineAnswer = (text: string): text is LineAnswer => (LINE_ANSWERS as readonly string[]).includes(text);

/** What is seen beside the lines. */
export interface Seen {
  readonly on: PlainDate | null;
  readonly visitors: string;
  readonly note: string;
}

export function seenProblems({ on, visitors }: Seen, today: string, say: Say): FieldProblem[] {
  return [
    ...(on === null ? [{ field: 'visit-on', message: say.giveDay }] : on > today ? [{ field: 'visit-on', message: say.dayToCome }] : []),
    ...(visitors.trim() === '' ? [{ field: 'visit-visitors', message: say.giveVisitors }] : []),
  ];
}
