import type { Channel } from '../core/messages/address.ts';
import { MESSAGE_STATES, type MessageState } from '../core/messages/states.ts';
import type { TemplateName } from '../core/messages/templates.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Instant } from './known-time.ts';
import { masksOf } from './sealing.ts';
import type { Transaction } from './transaction.ts';
import { UUID } from './uuid.ts';

/** A message as it stands. Of a one-time code only that there was one. */
export interface ListedMessage {
  readonly message_id: string;
  /** The account or the group that it is for. */
  readonly account: string | null;
  readonly name: string | null;
  readonly group: string | null;
  readonly template: TemplateName;
  readonly data: unknown;
  readonly state: MessageState;
  readonly channel: Channel | null;
  /** Masked; null until it was sent, and for a group. */
  readonly address: string | null;
  readonly attempts: number;
  /** Why the last try failed, as a code. */
  readonly last_error: string | null;
  /** When it is tried next; null when it is not. */
  readonly next_at: Instant | null;
  readonly made_at: Instant;
  readonly sent_at: Instant | null;
  /** The day on which it was sent, by which its text counts; null before. */
  readonly told_on: PlainDate | null;
}

export interface OutboxFilter {
  readonly state?: MessageState | undefined;
  readonly template?: TemplateName | undefined;
  readonly channel?: Channel | undefined;
  /** The account of a person, from its beginning. */
  readonly account?: string | undefined;
  /** The message after which the page begins. */
  readonly after?: string | undefined;
}

const PAGE = 100;
// What was gathered is told by the message that it went in; on its own it is only listed where it is asked for.
const SELECT = `select m.message_id, m.account, p.display_name as name, m.group_name as group, m.template, m.data, m.state, m.channel, m.address, m.attempts, m.last_error,
    case when m.state in ('waiting', 'queued', 'failed') then m.next_at end as next_at, m.made_at, m.sent_at,
    (m.sent_at at time zone 'Asia/Shanghai')::date as told_on
  from messages m left join accounts a on a.region_id = m.region_id and a.account = m.account left join people p on p.region_id = a.region_id and p.person_id = a.person_id`;
const LATER = `($2::uuid is null or (m.made_at, m.message_id) < (select o.made_at, o.message_id from messages o where o.region_id = $1 and o.message_id = $2))`;

export interface MessagePage {
  readonly messages: readonly ListedMessage[];
  /** Begins the next page; null after the last. */
  readonly next: string | null;
}

/** The region's messages, latest first. */
export async function listMessages(tx: Transaction, { state, template, channel, account, after }: OutboxFilter): Promise<MessagePage> {
  const beginning = account === undefined || account === '' ? null : `${account.replace(/[\\%_]/g, '\\$&')}%`;
  return pageOf(tx, await tx.query<ListedMessage>(
    `${SELECT} where m.region_id = $1 and ${LATER} and ($3::text is null or m.state = $3) and ($4::text is null or m.template = $4)
       and ($5::text is null or m.channel = $5) and ($6::text is null or m.account like $6)
     order by m.made_at desc, m.message_id desc limit ${PAGE + 1}`,
    [tx.actor.region_id, after ?? null, state ?? null, template ?? null, channel ?? null, beginning]));
}

/** What was told to the actor, or is to be: latest first. Reminders show by themselves until they have gone out together. */
export async function listOwnMessages(tx: Transaction, after: string | undefined): Promise<MessagePage> {
  return pageOf(tx, await tx.query<ListedMessage>(
    `${SELECT} where m.region_id = $1 and ${LATER} and m.account = $3 and m.state <> 'gathered' order by m.made_at desc, m.message_id desc limit ${PAGE + 1}`,
    [tx.actor.region_id, after ?? null, tx.actor.account]));
}

async function pageOf(tx: Transaction, rows: readonly ListedMessage[]): Promise<MessagePage> {
  const page = rows.slice(0, PAGE);
  const masks = await masksOf(tx, page.flatMap(({ address }) => address ?? []));
  return {
    messages: page.map((row) => ({ ...row, address: row.address === null ? null : masks.get(row.address) ?? null })),
    next: rows.length > PAGE ? page.at(-1)?.message_id ?? null : null,
  };
}

export type StateCounts = Readonly<Record<MessageState, number>>;

/** How many messages there are in each state. */
export async function countMessages(tx: Transaction): Promise<StateCounts> {
  const rows = await tx.query<{ state: MessageState; many: number }>('select state, count(*)::integer as many from messages where region_id = $1 group by state', [tx.actor.region_id]);
  const counts = new Map(rows.map(({ state, many }) => [state, many]));
  return Object.fromEntries(MESSAGE_STATES.map((state) => [state, counts.get(state) ?? 0])) as StateCounts;
}

export type RetriedMessage = { readonly outcome: 'done' } | { readonly outcome: 'unknown_message' | 'not_to_be_retried' };

/** Has a dead message tried anew, as if for the first time. One-time codes hold no more by then. */
export async function retryMessage(tx: Transaction, message_id: string): Promise<RetriedMessage> {
  if (!UUID.test(message_id)) return { outcome: 'unknown_message' };
  const values = [tx.actor.region_id, message_id];
  const many = await tx.change(
    `update messages set state = 'queued', attempts = 0, next_at = clock_timestamp() where region_id = $1 and message_id = $2 and state = 'dead' and template <> 'one_time_code'`, values);
  if (many === 1) {
    await tx.audit({ action: 'message.retried', object: `messages/${message_id}` });
    return { outcome: 'done' };
  }
  const [known] = await tx.arrays('select 1 from messages where region_id = $1 and message_id = $2', values);
  return { outcome: known === undefined ? 'unknown_message' : 'not_to_be_retried' };
}
