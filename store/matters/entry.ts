import type { Entry, Votes } from '../../core/approvals/decide.ts';
import type { Details } from '../../core/approvals/details.ts';
import type { MatterKind } from '../../core/approvals/matter-kind.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import type { Effect, KeptDocument, KeptGuard, KeptVerdict } from './matter.ts';

/** Everything that is kept of one act. */
export interface NewEntry extends Entry {
  readonly entry_no: number;
  readonly on: PlainDate;
  readonly votes: Votes | null;
  readonly details: Details;
  readonly guards: readonly KeptGuard[];
  readonly verdicts: readonly KeptVerdict[];
  readonly documents: readonly KeptDocument[];
  readonly effects: readonly Effect[];
}

/** Adds an entry to a matter; it is never touched again. */
export async function addEntry(tx: Transaction, { matter_id, kind, scopes }: { readonly matter_id: number; readonly kind: MatterKind; readonly scopes: readonly string[] }, entry: NewEntry): Promise<void> {
  const { entry_no, on, act, from, to, person, in_stead_of, role, reason, votes, details, guards, verdicts, documents, effects } = entry;
  const json = (value: unknown): string => JSON.stringify(value);
  await tx.change(
    `insert into matter_entries (region_id, matter_id, entry_no, act, on_date, from_state, to_state, person_id, in_stead_of, role, reason, votes, details, guards, verdicts,
       documents, effects, scopes, recorded_at, recorded_by, about_student)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, clock_timestamp(), $19, $20)`,
    [tx.actor.region_id, matter_id, entry_no, act, on, from, to, person, in_stead_of, role, reason, votes === null ? null : json(votes),
      Object.keys(details).length === 0 ? null : json(details), json(guards), json(verdicts), json(documents), json(effects), scopes, tx.actor.account, kind.about === 'student']);
}
