import type { Bilingual } from '../values/bilingual.ts';
import type { RollStatus } from '../students/roll.ts';
import { LEFT } from '../students/roll.ts';

/** What somebody found of two records that look alike: one person, or two. */
export type DuplicateVerdict = 'same' | 'different';
/** Which record of one person stands. */
export type Stands = 'admission' | 'other';

/** Two records that may be of one person. */
export interface Lookalikes {
  /** They carry the same citizen id; else the same name and birth date. */
  readonly by_id: boolean;
  /** The other one is an admission as well, or somebody on the roll with their last status. */
  readonly other: 'admission' | { readonly status: RollStatus };
}

export interface DuplicateDecision {
  readonly verdict: DuplicateVerdict;
  readonly stands: Stands | null;
  readonly reason: string;
}

export type DuplicateRefusal = 'reason_missing' | 'stands_missing' | 'one_id_one_person' | 'still_on_roll' | 'leavers_stay_out';

export const DUPLICATE_REFUSALS: Readonly<Record<DuplicateRefusal, Bilingual & { readonly clause: string }>> = {
  reason_missing: { clause: 'R3-b', zh: '请写明依据', en: 'Say what the decision rests on' },
  stands_missing: { clause: 'R3-b', zh: '同一人须指明以哪条记录为准', en: 'For one person, say which record stands' },
  one_id_one_person: { clause: 'R3-b', zh: '证件号码相同即为同一人；如号码有误，请先重新导入改正', en: 'One citizen id is one person; if a number is wrong, import it corrected first' },
  still_on_roll: { clause: 'R3-a', zh: '该生学籍在册，不能再以录取记录为准', en: 'The student is on the roll: the admission cannot stand beside it' },
  leavers_stay_out: { clause: 'R3-a', zh: '退出试点的学生不再进入', en: 'Who has left the pilot does not come back' },
};

/** Why a decision on two records cannot be; null when it can. */
export function refusalOfDecision({ by_id, other }: Lookalikes, { verdict, stands, reason }: DuplicateDecision, { leavers_return }: { readonly leavers_return: boolean }): DuplicateRefusal | null {
  if (reason.trim() === '') return 'reason_missing';
  if (verdict === 'different') return by_id ? 'one_id_one_person' : null;
  if (stands === null) return 'stands_missing';
  if (stands === 'other' || other === 'admission') return null;
  if (!LEFT.has(other.status)) return 'still_on_roll';
  return leavers_return ? null : 'leavers_stay_out';
}
