import type { Entry, Votes } from '../../core/approvals/decide.ts';
import type { Details } from '../../core/approvals/details.ts';
import type { Problem } from '../../core/exchange/problem.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import type { Guarded } from './guard-answer.ts';
import type { Effect, KeptVerdict, StoredMatter } from './matter.ts';

/** A step that was decided, for what it brings about. The matter is as it was before the step. */
export interface Decided {
  readonly matter: StoredMatter;
  readonly act: string;
  /** The number of its entry, and who took it why. */
  readonly entry_no: number;
  readonly person: Entry['person'];
  readonly reason: string | null;
  readonly details: Details;
  /** Of a body that decides. */
  readonly votes: Votes | null;
  /** What the decision rests on. */
  readonly answers: ReadonlyMap<string, Guarded>;
  readonly verdicts: readonly KeptVerdict[];
  readonly pack: Pack;
  readonly today: PlainDate;
}

/** What a step brought about; or the problems for which its records cannot be written, and nothing is. */
export type Brought = { readonly outcome: 'done'; readonly effects: readonly Effect[] } | { readonly outcome: 'problems'; readonly problems: readonly Problem[] };

export type Bring = (tx: Transaction, decided: Decided) => Promise<Brought>;

export const brought = (...effects: readonly Effect[]): Brought => ({ outcome: 'done', effects });
