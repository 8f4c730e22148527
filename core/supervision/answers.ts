import type { Severity } from '../approvals/matters/finding.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { ChecklistLine } from './checklist.ts';

/** What was not looked at is neither met nor not met. */
export const LINE_ANSWERS = ['met', 'not_met', 'not_looked_at'] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

export const ANSWER_LABELS: Readonly<Record<LineAnswer, Bilingual>> = {
  met: { zh: '符合', en: 'Met' }, not_met: { zh: '不符合', en: 'Not met' }, not_looked_at: { zh: '未查', en: 'Not looked at' },
};

/** How one line of the checklist was found. */
export interface AnsweredLine {
  readonly line: string;
  readonly answer: LineAnswer;
  readonly remark: string;
  /** Of what is not met, and of nothing else. */
  readonly severity: Severity | null;
}

export const ANSWER_FAULTS = {
  unknown_line: { zh: '检查表没有这一项', en: 'The checklist has no such line' },
  answered_twice: { zh: '同一项填了两次', en: 'The line is answered twice' },
  line_missing: { zh: '这一项没有填写，没有检查的请选“未查”', en: 'The line has no answer; say so if it was not looked at' },
  remark_missing: { zh: '不符合的，须写明情况', en: 'What is not met needs a remark' },
  severity_missing: { zh: '不符合的，须选择等级', en: 'What is not met needs a severity' },
  severity_unasked: { zh: '只有不符合的才有等级', en: 'Only what is not met has a severity' },
  severity_decided: { zh: '这一项已有整改通知，等级以通知为准', en: 'A notice was issued for this line: its severity stands' },
  nothing_looked_at: { zh: '没有检查任何一项', en: 'Nothing was looked at' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type AnswerFault = keyof typeof ANSWER_FAULTS;

export interface AnswerProblem {
  /** Null where it is about the visit as a whole. */
  readonly line: string | null;
  readonly why: AnswerFault;
}

/** Everything that keeps answers from being recorded; `noticed`: severities of lines for which a notice was issued before. */
export function answerProblems(lines: readonly ChecklistLine[], answers: readonly AnsweredLine[], noticed: ReadonlyMap<string, Severity> = new Map()): AnswerProblem[] {
  const known = new Set(lines.map(({ line }) => line));
  const seen = new Set<string>();
  const problems = answers.flatMap((one): AnswerProblem[] => {
    const why = !known.has(one.line) ? 'unknown_line' : seen.has(one.line) ? 'answered_twice' : faultOf(one, noticed.get(one.line));
    seen.add(one.line);
    return why === null ? [] : [{ line: one.line, why }];
  });
  const missing = lines.filter(({ line }) => !seen.has(line)).map(({ line }): AnswerProblem => ({ line, why: 'line_missing' }));
  const nothing: AnswerProblem[] = answers.every(({ answer }) => answer === 'not_looked_at') ? [{ line: null, why: 'nothing_looked_at' }] : [];
  return [...problems, ...missing, ...nothing];
}

function faultOf({ answer, remark, severity }: AnsweredLine, noticed: Severity | undefined): AnswerFault | null {
  if (answer !== 'not_met') return severity === null ? null : 'severity_unasked';
  if (remark.trim() === '') return 'remark_missing';
  if (severity === null) return 'severity_missing';
  return noticed === undefined || noticed === severity ? null : 'severity_decided';
}

/** How many lines were found how. */
export function countAnswers(answers: readonly Pick<AnsweredLine, 'answer'>[]): Readonly<Record<LineAnswer, number>> {
  const many = (wanted: LineAnswer): number => answers.filter(({ answer }) => answer === wanted).length;
  return { met: many('met'), not_met: many('not_met'), not_looked_at: many('not_looked_at') };
}
