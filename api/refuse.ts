import type { Context, TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';
import { describeProblem } from '../core/exchange/describe.ts';
import type { Problem } from '../core/exchange/problem.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { ProblemDocument } from './contract/problem-document.ts';
import { OUTCOMES, type OutcomeCode } from './outcomes.ts';

/** What a refusal says beyond the words of its outcome. */
export interface Particulars {
  readonly detail?: Bilingual;
  readonly errors?: ProblemDocument['errors'];
  readonly problems?: readonly Problem[];
  readonly incident?: string;
}

/** A list of everything wrong may be long; what is shown of it is not. */
export const MOST_PROBLEMS = 1000;

export function problemDocumentOf(code: OutcomeCode, { detail, errors, problems, incident }: Particulars = {}): ProblemDocument {
  const outcome = OUTCOMES[code];
  return {
    type: `urn:guantong:problem:${code}`,
    status: outcome.status,
    title: outcome.title.zh,
    title_en: outcome.title.en,
    detail: detail?.zh ?? outcome.detail.zh,
    detail_en: detail?.en ?? outcome.detail.en,
    ...(incident !== undefined && { incident }),
    ...(errors !== undefined && { errors }),
    ...(problems !== undefined && { problems: worded(problems) }),
  };
}

/** Problems with their words, errors first, the first thousand. */
export function worded(problems: readonly Problem[]) {
  const errors = problems.filter((p) => p.severity === 'error');
  const warnings = problems.filter((p) => p.severity === 'warning');
  return [...errors, ...warnings].slice(0, MOST_PROBLEMS).map((p) => ({
    ...p, text: { zh: describeProblem(p, 'zh'), en: describeProblem(p, 'en') },
  }));
}

/** Answers a request with an outcome that is no success: a problem document (RFC 9457). */
export function refuse<C extends OutcomeCode>(
  c: Context, code: C, particulars: Particulars = {},
): TypedResponse<JSONParsed<ProblemDocument>, (typeof OUTCOMES)[C]['status'], 'json'> & Response {
  const { status } = OUTCOMES[code];
  return c.json(problemDocumentOf(code, particulars), status, { 'content-type': 'application/problem+json; charset=utf-8' }) as never;
}
