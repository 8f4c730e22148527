import { addDays } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { grantWords } from '../../words/grants.ts';

export const SCOPE_KINDS = ['student', 'class', 'campus', 'org', 'county', 'region'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export interface AskingDraft {
  readonly kind: ScopeKind | null;
  readonly id: string;
  readonly purpose: string;
  readonly until: PlainDate | null;
}

/** The label that names whose records: `org:S1`; `*` for the whole region. */
export function scopeOf({ kind, id }: Pick<AskingDraft, 'kind' | 'id'>): string {
  return kind === 'region' ? '*' : `${kind ?? ''}:${id.trim()}`;
}

/** What a label names. */
export function readScope(scope: string): { readonly kind: ScopeKind; readonly id: string } {
  const [head = '', ...rest] = scope.split(':');
  return { kind: SCOPE_KINDS.find((kind) => kind === head) ?? 'region', id: rest.join(':') };
}

const LEAST_CHARACTERS = 4;
const MOST_DAYS = 366;
/** Seven digits in a row, spaced or not, are a number of somebody; the server refuses them too. */
const NUMBER = /\d[\d\s-]{5,}\d/;

/** What is wrong with words that stay in the record of acts; undefined when they can be taken. */
export function wordsProblem(text: string, missing: string, say: (typeof grantWords)['zh']): string | undefined {
  if ([...text.trim()].length < LEAST_CHARACTERS) return missing;
  return NUMBER.test(text) ? say.noNumbers : undefined;
}

/** What is missing before the server is asked. */
export function askingProblems({ kind, id, purpose, until }: AskingDraft, today: PlainDate, say: (typeof grantWords)['zh']): readonly FieldProblem[] {
  const wordsAre = wordsProblem(purpose, say.givePurpose, say);
  const named = id.trim();
  return [
    ...(kind === null ? [{ field: 'grant-whose', message: say.giveWhose }] : []),
    ...(kind !== null && kind !== 'region' && named === '' ? [{ field: 'grant-id', message: say.giveId }] : []),
    ...(/[\s,;]/.test(named) ? [{ field: 'grant-id', message: say.badId }] : []),
    ...(wordsAre === undefined ? [] : [{ field: 'grant-purpose', message: wordsAre }]),
    ...(until === null ? [{ field: 'grant-until', message: say.giveUntil }] : []),
    ...(until !== null && (until < today || until > addDays(today, MOST_DAYS)) ? [{ field: 'grant-until', message: say.tooLong }] : []),
  ];
}
