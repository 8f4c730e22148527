import type { PersonalChannel } from '../../core/messages/address.ts';
import { issueOneTimeCode, takeOneTimeCode, type IssuedOneTimeCode } from '../one-time-codes.ts';
import { masksOf } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';

/** The address in use among those that the actor confirmed, as far as it can be reached. */
export async function confirmedAddress(tx: Transaction, channels: readonly PersonalChannel[]): Promise<{ readonly channel: PersonalChannel; readonly address: string; readonly mask: string } | null> {
  const [row] = await tx.query<{ channel: PersonalChannel; address: string }>(
    `select channel, address from contact_addresses where region_id = $1 and account = $2 and verified_at is not null and ended_at is null and channel = any($3::text[])
     order by chosen_at desc nulls last limit 1`, [tx.actor.region_id, tx.actor.account, channels]);
  return row === undefined ? null : { ...row, mask: (await masksOf(tx, [row.address])).get(row.address) ?? '' };
}

export type SentCode = IssuedOneTimeCode & { readonly sent_to?: string } | { readonly outcome: 'no_confirmed_address' };

/** Sends the signer a code for exactly what they read, to the address that they confirmed. */
export async function sendSigningCode(tx: Transaction, subject: string, channels: readonly PersonalChannel[]): Promise<SentCode> {
  const to = await confirmedAddress(tx, channels);
  if (to === null) return { outcome: 'no_confirmed_address' };
  const issued = await issueOneTimeCode(tx, { purpose: 'sign', subject, channel: to.channel, address: to.address });
  return issued.outcome === 'done' ? { ...issued, sent_to: to.mask } : issued;
}

export type CodeRefusal =
  | { readonly outcome: 'no_confirmed_address' }
  /** A try that counts is kept. */
  | { readonly outcome: 'one_time_code_wrong' | 'one_time_code_not_valid'; readonly counts: true };

/** Takes the code that was sent for this very list; answers where it went, masked. */
export async function takeSigningCode(tx: Transaction, { subject, code }: { readonly subject: string; readonly code: string }, channels: readonly PersonalChannel[]): Promise<{ readonly outcome: 'taken'; readonly confirmed_at: string } | CodeRefusal> {
  const to = await confirmedAddress(tx, channels);
  if (to === null) return { outcome: 'no_confirmed_address' };
  const taken = await takeOneTimeCode(tx, { purpose: 'sign', subject, code });
  if (taken !== 'done') return { outcome: taken === 'wrong_code' ? 'one_time_code_wrong' : 'one_time_code_not_valid', counts: true };
  return { outcome: 'taken', confirmed_at: to.mask };
}
