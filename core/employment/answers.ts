import type { Bilingual } from '../values/bilingual.ts';
import { needsOf } from './outcomes.ts';

/** What a graduate says of their destination, and whether firms may see them. */
export const ANSWER_KINDS = ['consent', 'no_consent', 'confirm', 'object', 'follow_up'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export interface AnswerDraft {
  readonly kind: AnswerKind;
  /** The record that is confirmed or objected to. */
  readonly destination_record: string | null;
  /** Why it is objected to. */
  readonly reason: string | null;
  /** Of a follow-up: where the graduate is now. */
  readonly code: string | null;
  readonly workplace_division: string | null;
  readonly satisfied: number | null;
}

export type AnswerRefusal = 'no_destination' | 'other_destination' | 'reason_missing' | 'code_missing' | 'workplace_missing' | 'not_asked' | 'answered_already' | 'graduates_only';

export interface AnswerFacts {
  /** The record that stands last; null where there is none. */
  readonly latest: string | null;
  /** What was said of that record last. */
  readonly said: AnswerKind | null;
  readonly asked: boolean;
  readonly followed_up: boolean;
  readonly graduated: boolean;
}

const DIVISION = /^\d{6}$/;

/** Why an answer is not recorded; null where nothing is against it. */
export function refusalOfAnswer(draft: AnswerDraft, facts: AnswerFacts): AnswerRefusal | null {
  switch (draft.kind) {
    // Those of the final grade are asked before they graduate: the season of jobs is theirs, too.
    case 'consent': case 'no_consent': return null;
    case 'follow_up': return facts.graduated ? refusalOfFollowUp(draft, facts) : 'graduates_only';
    case 'confirm': case 'object': {
      if (facts.latest === null) return 'no_destination';
      if (draft.destination_record !== facts.latest) return 'other_destination';
      if (facts.said === draft.kind) return 'answered_already';
      return draft.kind === 'object' && (draft.reason ?? '').trim() === '' ? 'reason_missing' : null;
    }
  }
}

function refusalOfFollowUp({ code, workplace_division }: AnswerDraft, { asked, followed_up }: AnswerFacts): AnswerRefusal | null {
  if (!asked) return 'not_asked';
  if (followed_up) return 'answered_already';
  const needs = code === null ? null : needsOf(code);
  if (needs === null) return 'code_missing';
  return needs.needs !== 'nothing' && !DIVISION.test(workplace_division ?? '') ? 'workplace_missing' : null;
}

const refused = (zh: string, en: string): Bilingual => ({ zh: `没有保存：${zh}。依据 M10-b。`, en: `Nothing was stored: ${en}. Clause M10-b.` });
export const ANSWER_REFUSALS: Readonly<Record<AnswerRefusal, Bilingual>> = {
  no_destination: refused('学校还没有登记去向', 'the school has recorded no destination yet'),
  other_destination: refused('去向已有新的登记，请刷新后再办', 'another destination was recorded since: look at it first'),
  reason_missing: refused('请写明哪里不对', 'say what is wrong'),
  code_missing: refused('请选择现在的去向', 'choose where you are now'),
  workplace_missing: refused('请填写工作所在县（市、区）', 'say where the workplace is'),
  not_asked: refused('学校没有发起跟踪调查', 'the school has not asked'),
  answered_already: refused('已经回答过', 'it was answered already'),
  graduates_only: refused('毕业后才办理', 'this is for graduates'),
};
