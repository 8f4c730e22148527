import { randomUUID } from 'node:crypto';
import { holdsCitizenId, isGathered, type TemplateData, type TemplateName } from '../core/messages/templates.ts';
import type { Transaction } from './transaction.ts';

/** Who gets a message: the person of an account, by the way that they chose; or a group, by the name of its robot. */
export type Recipient = { readonly account: string } | { readonly group: string };

/** A message that an act causes. */
export interface NewMessage<T extends TemplateName = TemplateName> {
  /** The same for the same cause, whoever comes upon it and however often: it never makes two. `duty/agreement/e1/0/registrar.s1`. */
  readonly key: string;
  readonly to: Recipient;
  readonly template: T;
  readonly data: TemplateData[T];
}

/** Any message, its data being that of its template. */
export type AnyMessage = { readonly [T in TemplateName]: NewMessage<T> }[TemplateName];

/** A code that goes to one address, and holds for a time. */
export interface SecretMessage {
  readonly secret: string;
  readonly channel: 'email' | 'sms';
  /** Sealed. */
  readonly address: string;
  readonly holds_s: number;
}

/**
 * Hands a message over, in the transaction of the act that causes it: it is sent when that is committed and not
 * otherwise. Answers whether it is new. Reminders of duties wait for the day's digest, the next eight o'clock.
 */
export async function enqueue<T extends TemplateName>(tx: Transaction, message: NewMessage<T>): Promise<boolean> {
  return await enqueueAll(tx, [message as unknown as AnyMessage]) === 1;
}

/** The same for many at once; answers how many are new. @throws Error for a text with a citizen id, which is a fault of whoever wrote it. */
export async function enqueueAll(tx: Transaction, messages: readonly AnyMessage[]): Promise<number> {
  if (messages.length === 0) return 0;
  const rows = messages.map(({ key, to, template, data }) => ({
    message_id: randomUUID(), key, template, data: soundData(template, data), gathered: isGathered(template) && 'account' in to,
    account: 'account' in to ? to.account : null, group_name: 'group' in to ? to.group : null,
  }));
  // No arbiter is named: whoever causes a message may write it and need not see it.
  return tx.change(
    `insert into messages (region_id, message_id, key, account, group_name, template, data, state, next_at, made_at, made_by)
     select $1, u.message_id, u.key, u.account, u.group_name, u.template, u.data, case when u.gathered then 'waiting' else 'queued' end,
       case when u.gathered then ${DIGEST_TIME} else clock_timestamp() end, clock_timestamp(), $3
     from jsonb_to_recordset($2) as u(message_id uuid, key text, account text, group_name text, template text, data jsonb, gathered boolean)
     order by u.key on conflict do nothing`, [tx.actor.region_id, JSON.stringify(rows), tx.actor.account]);
}

/** The next eight o'clock in the morning in Shanghai. */
export const DIGEST_TIME = `((clock_timestamp() at time zone 'Asia/Shanghai' + interval '16 hours')::date + time '08:00') at time zone 'Asia/Shanghai'`;

function soundData<T>(template: TemplateName, data: T): T {
  if (holdsCitizenId(JSON.stringify(data))) throw new Error(`a message (${template}) with what reads like a citizen id`);
  return data;
}

/** The one-time code that waits to be sent to the actor, the last; null where none waits. For the sample region, from which nothing is sent. */
export async function ownWaitingCode(tx: Transaction): Promise<string | null> {
  const [row] = await tx.query<{ message_id: string; secret: Buffer; secret_key: string }>(
    'select message_id, secret, secret_key from messages where region_id = $1 and account = $2 and secret is not null order by made_at desc limit 1', [tx.actor.region_id, tx.actor.account]);
  return row === undefined ? null : tx.keys.find(row.secret_key)?.open(row.secret, aboutSecret(tx.actor.region_id, row.message_id)) ?? null;
}

/** What a sealed code belongs to: in another message it does not open. */
export const aboutSecret = (region_id: number, message_id: string): string => `${region_id}\u001fmessage\u001f${message_id}`;

/** Hands over a one-time code, sealed; its text is taken away once it was sent or holds no more. */
export async function enqueueSecret(
  tx: Transaction, account: string, data: TemplateData['one_time_code'], { key, secret, channel, address, holds_s }: SecretMessage & { readonly key: string },
): Promise<void> {
  const message_id = randomUUID();
  const sealing = tx.keys.current();
  await tx.change(
    `insert into messages (region_id, message_id, key, account, template, data, secret, secret_key, channel, address, state, next_at, made_at, made_by, expires_at)
     values ($1, $2, $3, $4, 'one_time_code', $5, $6, $7, $8, $9, 'queued', clock_timestamp(), clock_timestamp(), $10, clock_timestamp() + $11 * interval '1 second')`,
    [tx.actor.region_id, message_id, key, account, JSON.stringify(data), sealing.seal(secret, aboutSecret(tx.actor.region_id, message_id)), sealing.key_id, channel, address,
      tx.actor.account, holds_s]);
}
