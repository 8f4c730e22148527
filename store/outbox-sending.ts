import { randomUUID } from 'node:crypto';
import type { Channel, PersonalChannel } from '../core/messages/address.ts';
import type { DutyReminder, TemplateName } from '../core/messages/templates.ts';
import type { Language } from '../core/values/bilingual.ts';
import { aboutSecret, DIGEST_TIME } from './outbox.ts';
import { openTokens } from './sealing.ts';
import type { Transaction } from './transaction.ts';

/** Where a message may go: an address as it is, and what stands for it in the store. */
export interface OpenAddress {
  readonly channel: PersonalChannel;
  readonly address: string;
  readonly token: string;
  readonly language: Language;
}

/** A message that a sender has taken: nobody else sends it until the lease is over. */
export interface ClaimedMessage {
  readonly message_id: string;
  readonly claim_id: string;
  readonly account: string | null;
  readonly group: string | null;
  readonly template: TemplateName;
  readonly data: unknown;
  /** The one-time code; null where there is none, or where it no longer opens. */
  readonly secret: string | null;
  /** In the order in which they are to be tried: the one chosen last first. */
  readonly addresses: readonly OpenAddress[];
  /** This one included. */
  readonly attempts: number;
  /** What is to be told holds no more. */
  readonly expired: boolean;
  /** Another sender took it and never said what became of it. */
  readonly taken_over: boolean;
}

interface ClaimedRow extends Omit<ClaimedMessage, 'claim_id' | 'secret' | 'addresses'> {
  readonly secret: Buffer | null;
  readonly secret_key: string | null;
  readonly channel: PersonalChannel | null;
  readonly address: string | null;
}

/**
 * Takes messages whose time has come, for so many seconds; two senders never take the same. One whose sender is gone
 * is taken again when its lease is over.
 */
export async function claimMessages(tx: Transaction, { most, lease_s, sample }: { readonly most: number; readonly lease_s: number; readonly sample: boolean }): Promise<ClaimedMessage[]> {
  tx.unaudited('to take a message is no act: it ends with its lease, and what becomes of it is written down');
  const claim_id = randomUUID();
  const rows = await tx.query<ClaimedRow>(
    `with due as (
       select message_id, state from messages where region_id = $1 and state in ('queued', 'failed', 'sending') and next_at <= clock_timestamp()
       order by next_at limit $2 for update skip locked)
     update messages m set state = 'sending', attempts = attempts + 1, claim_id = $3, next_at = clock_timestamp() + $4 * interval '1 second'
     from due where m.region_id = $1 and m.message_id = due.message_id
     returning m.message_id, m.account, m.group_name as group, m.template, m.data, m.secret, m.secret_key, m.channel, m.address, m.attempts,
       coalesce(m.expires_at <= clock_timestamp(), false) as expired, due.state = 'sending' as taken_over`, [tx.actor.region_id, most, claim_id, lease_s]);
  if (rows.length === 0) return [];
  const known = await addressesOf(tx, rows, sample);
  return rows.map(({ secret, secret_key, channel: _, address: __, ...row }) => ({
    ...row, claim_id, addresses: known.get(row.message_id) ?? [],
    secret: secret === null || secret_key === null ? null : tx.keys.find(secret_key)?.open(secret, aboutSecret(tx.actor.region_id, row.message_id)) ?? null,
  }));
}

type AddressToken = Omit<OpenAddress, 'address'>;

/** Those that the message itself names, else those that the person confirmed, else the phone that their school recorded. */
async function addressesOf(tx: Transaction, rows: readonly ClaimedRow[], sample: boolean): Promise<Map<string, OpenAddress[]>> {
  const own = await tx.whole((whole) => whole.query<AddressToken & { readonly account: string }>(
    `select account, channel, address as token, language from contact_addresses
     where region_id = $1 and account = any($2::text[]) and (verified_at is not null and ended_at is null or address = any($3::text[]))
     order by chosen_at desc nulls last, address_id`,
    [tx.actor.region_id, rows.map(({ account }) => account), rows.map(({ address }) => address)]));
  // In a sample nobody is real: the phones that were made up for it may be somebody's.
  const recorded = sample ? [] : await tx.query<{ account: string; phone: string }>(
    `select a.account, p.phone from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id
     where a.region_id = $1 and a.account = any($2::text[]) and p.phone like 'sealed:phone:%'`, [tx.actor.region_id, rows.map(({ account }) => account)]);
  const phones = recorded.map(({ account, phone }) => ({ account, channel: 'sms' as const, token: phone, language: 'zh' as const }));
  const tokensOf = ({ account, channel, address }: ClaimedRow): AddressToken[] => {
    const mine = own.filter((one) => one.account === account);
    if (channel !== null && address !== null) return [mine.find(({ token }) => token === address) ?? { channel, token: address, language: 'zh' }];
    return mine.length > 0 ? mine : phones.filter((one) => one.account === account);
  };
  const wanted = rows.map((row) => ({ row, tokens: tokensOf(row) }));
  const opened = await openTokens(tx, [...new Set(wanted.flatMap(({ tokens }) => tokens.map(({ token }) => token)))]);
  return new Map(wanted.map(({ row, tokens }) => [row.message_id, tokens.flatMap(({ channel, token, language }) => {
    const address = opened.get(token) ?? null;
    return address === null ? [] : [{ channel, token, language, address }];
  })]));
}

/** What became of a message that was taken. */
export type Settled =
  | { readonly outcome: 'sent'; readonly channel: Channel; readonly token: string | null }
  /** It is tried again after a pause. */
  | { readonly outcome: 'failed'; readonly error: string; readonly pause_s: number }
  /** It is tried no more, unless somebody has it tried. */
  | { readonly outcome: 'dead'; readonly error: string };

/** Writes down what became of a message; false when another sender has taken it meanwhile, and nothing is changed. */
export async function settleMessage(tx: Transaction, { message_id, claim_id, template }: ClaimedMessage, settled: Settled): Promise<boolean> {
  const { outcome } = settled;
  const [channel, token] = outcome === 'sent' ? [settled.channel, settled.token] : [null, null];
  const error = outcome === 'sent' ? null : settled.error;
  const many = await tx.change(
    `update messages set state = $4, last_error = $5, channel = coalesce($6, channel), address = coalesce($7, address), claim_id = null,
       next_at = clock_timestamp() + $8 * interval '1 second', sent_at = case when $4 = 'sent' then clock_timestamp() end,
       secret = case when $4 = 'failed' then secret end, secret_key = case when $4 = 'failed' then secret_key end
     where region_id = $1 and message_id = $2 and claim_id = $3 and state = 'sending'`,
    [tx.actor.region_id, message_id, claim_id, outcome, error, channel, token, outcome === 'failed' ? settled.pause_s : 0]);
  if (many === 1) await tx.audit({ action: `message.${outcome}`, object: `messages/${message_id}`, detail: { template, ...(channel !== null && { channel }), ...(error !== null && { error }) } });
  return many === 1;
}

const PEOPLE_AT_ONCE = 100;

/**
 * Makes of all reminders of a person whose time has come the one message of the day. What comes too late for it waits
 * for the next morning. Answers how many people were looked at: zero when nothing is due.
 */
export async function gatherDigests(tx: Transaction): Promise<number> {
  const people = await tx.query<{ account: string }>(
    `select account from messages where region_id = $1 and state = 'waiting' and next_at <= clock_timestamp() group by account order by account limit ${PEOPLE_AT_ONCE}`,
    [tx.actor.region_id]);
  for (const { account } of people) await gatherFor(tx, account);
  return people.length;
}

async function gatherFor(tx: Transaction, account: string): Promise<void> {
  const { region_id } = tx.actor;
  const parts = await tx.query<{ message_id: string; data: DutyReminder }>(
    `select message_id, data from messages where region_id = $1 and account = $2 and state = 'waiting' and next_at <= clock_timestamp() order by key for update skip locked`,
    [region_id, account]);
  if (parts.length === 0) return;
  const digest = randomUUID();
  const made = await tx.change(
    `insert into messages (region_id, message_id, key, account, template, data, state, next_at, made_at, made_by)
     values ($1, $2, 'digest/' || $3::text || '/' || (clock_timestamp() at time zone 'Asia/Shanghai')::date, $3, 'digest', $4, 'queued', clock_timestamp(), clock_timestamp(), $5)
     on conflict do nothing`, [region_id, digest, account, JSON.stringify({ reminders: parts.map(({ data }) => data) }), tx.actor.account]);
  const ids = parts.map(({ message_id }) => message_id);
  if (made === 0) {
    await tx.change(`update messages set next_at = ${DIGEST_TIME} where region_id = $1 and message_id = any($2::uuid[])`, [region_id, ids]);
    tx.unaudited('reminders that wait until the next morning');
    return;
  }
  await tx.change(`update messages set state = 'gathered', gathered_in = $3 where region_id = $1 and message_id = any($2::uuid[])`, [region_id, ids, digest]);
  await tx.audit({ action: 'message.gathered', object: `messages/${digest}`, detail: { reminders: ids.length } });
}
