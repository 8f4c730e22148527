import type { Bilingual } from '../values/bilingual.ts';
import type { Fen } from '../values/fen.ts';
import type { FeeKind } from '../funding/student-accounts.ts';

/** What a college charges in an academic year for one kind of fee: of one programme, or of every programme without a rate of its own. */
export interface FeeRate {
  readonly kind: FeeKind;
  readonly programme_id: string | null;
  readonly fen: Fen;
  /** The paper that approves it, and the items that may be collected for. */
  readonly approval: string;
  readonly items: string;
}

/** Fees that are estimates of what is bought for students: only what is on the approved list is collected. */
const BY_ITEMS: ReadonlySet<FeeKind> = new Set(['custody', 'other']);

/** Why a rate is not entered, and under which clause. */
export const RATE_REFUSALS = {
  not_an_amount: { clause: 'R4-b', zh: '标准不是金额', en: 'the rate is not an amount' },
  not_above_zero: { clause: 'R4-b', zh: '标准必须大于零', en: 'the rate has to be above zero' },
  too_many_decimals: { clause: 'R4-b', zh: '标准最多到分', en: 'a rate goes down to the fen' },
  approval_missing: { clause: 'R4-b', zh: '没有写明批准文号', en: 'the paper that approves it is not named' },
  items_missing: { clause: 'R4-f', zh: '代管费和其他费用须列明批准的项目', en: 'custody and other fees name the items that were approved' },
  unknown_programme: { clause: 'R4-b', zh: '没有这个专业项目，或不属于本院校', en: 'there is no such programme of the college' },
  not_your_college: { clause: 'R4-b', zh: '不是您所在的院校', en: 'it is not your college' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly clause: string }>>;

export type RateRefusal = keyof typeof RATE_REFUSALS;

export function rateFault({ kind, approval, items }: Pick<FeeRate, 'kind' | 'approval' | 'items'>): RateRefusal | null {
  if (approval.trim() === '') return 'approval_missing';
  return BY_ITEMS.has(kind) && items.trim() === '' ? 'items_missing' : null;
}

/** The rate of a programme: its own, else that of all. */
export function rateOf(rates: readonly FeeRate[], kind: FeeKind, programme_id: string): FeeRate | null {
  const own = rates.filter((rate) => rate.kind === kind);
  return own.find((rate) => rate.programme_id === programme_id) ?? own.find((rate) => rate.programme_id === null) ?? null;
}
