import { addDays } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { grantWords } from '../../words/grants.ts';
import { purposeProblem } from '../data/registers/purpose.ts';

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

const MOST_DAYS = 366;

/** What is missing before the server is asked. */
export function askingProblems({ kind, id, purpose, until }: AskingDraft, today: PlainDate, say: (typeof grantWords)['zh']): readonly FieldProblem[] {
  const wordsAre = purposeProblem(purpose, say);
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
