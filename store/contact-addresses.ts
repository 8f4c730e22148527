import { randomUUID } from 'node:crypto';
import { soundAddress, type NewAddress, type PersonalChannel } from '../core/messages/address.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { Instant } from './known-time.ts';
import { issueOneTimeCode, takeOneTimeCode, type IssuedOneTimeCode, type TakenOneTimeCode } from './one-time-codes.ts';
import { masksOf, sealValue } from './sealing.ts';
import type { Transaction } from './transaction.ts';
import { UUID } from './uuid.ts';

/** Where the actor gets messages, or will once they confirm it. */
export interface ContactAddress {
  readonly address_id: string;
  readonly channel: PersonalChannel;
  /** Masked. */
  readonly address: string;
  readonly language: Language;
  readonly verified_at: Instant | null;
  /** Messages go here. */
  readonly chosen: boolean;
}

const KIND = { email: 'email', sms: 'phone' } as const;

/** The actor's own addresses, the one in use first; those that wait for their code are among them for a day. */
export async function listContactAddresses(tx: Transaction): Promise<ContactAddress[]> {
  const rows = await tx.query<Omit<ContactAddress, 'chosen'>>(
    `select address_id, channel, address, language, verified_at from contact_addresses
     where region_id = $1 and account = $2 and ended_at is null and (verified_at is not null or recorded_at > clock_timestamp() - interval '1 day')
     order by chosen_at desc nulls last, recorded_at desc`, [tx.actor.region_id, tx.actor.account]);
  const masks = await masksOf(tx, rows.map(({ address }) => address));
  return rows.map((row, at) => ({ ...row, address: masks.get(row.address) ?? '', chosen: at === 0 && row.verified_at !== null }));
}

export type AddedAddress = Exclude<IssuedOneTimeCode, { readonly outcome: 'done' }> | { readonly outcome: 'address_not_sound' }
  | { readonly outcome: 'done'; readonly address_id: string; readonly expires_at: Instant };

/** Takes an address down and sends a code there: it counts once the code has come back. */
export async function addContactAddress(tx: Transaction, wanted: NewAddress): Promise<AddedAddress> {
  const { region_id, account } = tx.actor;
  const { channel, language } = wanted;
  const sound = soundAddress(channel, wanted.address);
  if (sound === null) return { outcome: 'address_not_sound' };
  const address = await sealValue(tx, KIND[channel], sound);
  const address_id = randomUUID();
  await tx.change(
    `insert into contact_addresses (region_id, address_id, account, channel, address, language, recorded_at) values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
    [region_id, address_id, account, channel, address, language]);
  const issued = await issueOneTimeCode(tx, { purpose: 'verify_address', subject: subjectOf(address_id), channel, address });
  if (issued.outcome !== 'done') return issued;
  await tx.audit({ action: 'address.added', object: `addresses/${address_id}`, detail: { channel } });
  return { ...issued, address_id };
}

const subjectOf = (address_id: string): string => `addresses/${address_id}`;

/** Confirms an address by the code that was sent there: messages go there from now on, and to no other of its kind. */
export async function verifyContactAddress(tx: Transaction, address_id: string, code: string): Promise<TakenOneTimeCode> {
  const { region_id, account } = tx.actor;
  const taken = await takeOneTimeCode(tx, { purpose: 'verify_address', subject: subjectOf(address_id), code });
  if (taken !== 'done') return taken;
  await tx.change(
    `update contact_addresses old set ended_at = clock_timestamp() from contact_addresses new
     where new.region_id = $1 and new.address_id = $2 and old.region_id = $1 and old.account = $3 and old.channel = new.channel and old.address_id <> $2 and old.ended_at is null`,
    [region_id, address_id, account]);
  await tx.change('update contact_addresses set verified_at = clock_timestamp(), chosen_at = clock_timestamp() where region_id = $1 and address_id = $2', [region_id, address_id]);
  await tx.audit({ action: 'address.verified', object: `addresses/${address_id}` });
  return 'done';
}

export type ChangedAddress = { readonly outcome: 'done' } | { readonly outcome: 'unknown_address' };

/** Has messages go to one of the actor's confirmed addresses, in a language. */
export async function chooseContactAddress(tx: Transaction, address_id: string, language: Language): Promise<ChangedAddress> {
  if (!UUID.test(address_id)) return { outcome: 'unknown_address' };
  const many = await tx.change(
    `update contact_addresses set chosen_at = clock_timestamp(), language = $4
     where region_id = $1 and account = $2 and address_id = $3 and verified_at is not null and ended_at is null`, [tx.actor.region_id, tx.actor.account, address_id, language]);
  if (many === 0) return { outcome: 'unknown_address' };
  await tx.audit({ action: 'address.chosen', object: `addresses/${address_id}`, detail: { language } });
  return { outcome: 'done' };
}

/** Sends nothing more to one of the actor's addresses. */
export async function endContactAddress(tx: Transaction, address_id: string): Promise<ChangedAddress> {
  if (!UUID.test(address_id)) return { outcome: 'unknown_address' };
  const many = await tx.change(
    'update contact_addresses set ended_at = clock_timestamp() where region_id = $1 and account = $2 and address_id = $3 and ended_at is null',
    [tx.actor.region_id, tx.actor.account, address_id]);
  if (many === 0) return { outcome: 'unknown_address' };
  await tx.audit({ action: 'address.ended', object: `addresses/${address_id}` });
  return { outcome: 'done' };
}
