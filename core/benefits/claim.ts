import type { PlainDate } from '../values/plain-date.ts';

/** What has become of a graduate's claim to a benefit; `not_claimed` is no entry at all. */
export const CLAIM_STATES = ['not_claimed', 'claimed', 'granted', 'refused'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
export type ClaimAct = Exclude<ClaimState, 'not_claimed'>;

/** Whoever may bring a claim into a state: the school claims for its graduate, the department that grants it answers. */
export const CLAIM_ROLES = { claimed: 'school_registrar', granted: 'department', refused: 'department' } as const satisfies Record<ClaimAct, string>;

const NEXT: Readonly<Record<ClaimState, readonly ClaimAct[]>> = { not_claimed: ['claimed'], claimed: ['granted', 'refused'], granted: [], refused: ['claimed'] };

export const CLAIM_REFUSALS = ['not_now', 'not_a_graduate', 'not_in_force', 'reason_missing', 'day_not_possible', 'same_person'] as const;
export type ClaimRefusal = (typeof CLAIM_REFUSALS)[number];

interface Claim {
  readonly state: ClaimState;
  readonly since: PlainDate | null;
  readonly graduated_on: PlainDate | null;
  readonly benefit_from: PlainDate;
  /** Who claimed last. */
  readonly claimed_by: number | null;
}

/** S2-e: why a claim cannot be brought into a state; null where it can. A refusal says why, and nobody answers their own claim. */
export function refusalOfClaim(claim: Claim, { to, on, reason, person_id }: { readonly to: ClaimAct; readonly on: PlainDate; readonly reason: string; readonly person_id: number }, today: PlainDate): ClaimRefusal | null {
  if (!NEXT[claim.state].includes(to)) return 'not_now';
  if (claim.graduated_on === null) return 'not_a_graduate';
  if (on > today || on < claim.graduated_on || claim.since !== null && on < claim.since) return 'day_not_possible';
  if (on < claim.benefit_from) return 'not_in_force';
  if ((to === 'refused') !== (reason !== '')) return 'reason_missing';
  return to !== 'claimed' && claim.claimed_by === person_id ? 'same_person' : null;
}
