import type { Details } from '../../core/approvals/details.ts';
import type { GuardAnswer } from '../../core/approvals/decide.ts';
import type { ChecklistItem } from '../../core/approvals/eligibility.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import type { KeptDocument, KeptVerdict, StoredMatter } from './matter.ts';

/** What a guard is asked about. */
export interface GuardAsk {
  readonly matter: Pick<StoredMatter, 'kind' | 'subject' | 'matter_id' | 'part_of' | 'entries'>;
  /** What is proposed as things stand, with what comes with this step; and the latter alone. */
  readonly details: Details;
  readonly given: Details;
  readonly documents: readonly KeptDocument[];
  readonly pack: Pack;
  readonly today: PlainDate;
}

/** A guard's answer, with the verdicts that it rests on, or the checklist that it went through. */
export interface Guarded extends GuardAnswer {
  readonly verdicts?: readonly KeptVerdict[];
  readonly checklist?: readonly ChecklistItem[];
}

/** Asked over all records of the region, in the transaction of the step. */
export type AskGuard = (whole: Transaction, ask: GuardAsk) => Promise<Guarded>;

export const holds: Guarded = { met: true, detail: null };
export const held = (zh: string, en: string): Guarded => ({ met: false, detail: { zh, en } });
