import type { PlainDate } from '../values/plain-date.ts';
import type { CoverKind } from './cover.ts';

/** A policy that a school took out, as it is recorded. */
export interface PolicyDraft {
  readonly policy_no: string;
  readonly kind: CoverKind;
  readonly insurer: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** For how many students it was bought. */
  readonly heads: number;
  /** What the school paid, in fen. */
  readonly premium_fen: bigint;
  /** Receipt or policy document by its number. */
  readonly proof: string;
}

export const POLICY_REFUSALS = ['ends_before_it_begins', 'policy_there', 'more_than_heads', 'not_your_students', 'no_students_named'] as const;
export type PolicyRefusal = (typeof POLICY_REFUSALS)[number];

/** R4-j: why a policy cannot be recorded, or these students not be covered by it; null where they can. */
export function refusalOfPolicy(
  { from, to, heads }: Pick<PolicyDraft, 'from' | 'to' | 'heads'>, { there, covered, foreign }: { readonly there: boolean; readonly covered: number; readonly foreign: boolean },
): PolicyRefusal | null {
  if (to < from) return 'ends_before_it_begins';
  if (there) return 'policy_there';
  if (foreign) return 'not_your_students';
  return covered > heads ? 'more_than_heads' : null;
}
