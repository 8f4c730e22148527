import type { PlainDate } from '../core/values/plain-date.ts';
import type { Reach } from '../core/access/reach.ts';
import type { Database } from './database.ts';
import { holderColumns, holderOf, roleDay, type Holder, type HolderRow } from './held-roles.ts';
import type { Instant } from './known-time.ts';
import { lookupActor, programActor } from './program-actor.ts';
import { takeNumbers } from './record-stamp.ts';
import { newSecret, sha256 } from './secret-codes.ts';
import type { Actor, Transaction } from './transaction.ts';

/** An address at which a calendar program reads what an account owes. */
export interface CalendarFeed {
  readonly feed_id: number;
  readonly made_at: Instant;
  readonly last_used_at: Instant | null;
}

const COLUMNS = 'feed_id, made_at, last_used_at';
const FORM = /^gc_(\d{1,9})_([\w-]{43})$/;
/** The last use is noted this often at most. Seconds. */
const NOTED_EVERY_S = 3600;

interface FeedRow extends Omit<CalendarFeed, 'feed_id'> {
  readonly feed_id: bigint;
}

const feedOf = (row: FeedRow): CalendarFeed => ({ ...row, feed_id: Number(row.feed_id) });

/** The actor's own address, if there is one. */
export async function readFeed(tx: Transaction): Promise<CalendarFeed | null> {
  const [row] = await tx.query<FeedRow>(
    `select ${COLUMNS} from calendar_feeds where region_id = $1 and account = $2 and ended_at is null order by feed_id desc limit 1`, [tx.actor.region_id, tx.actor.account]);
  return row === undefined ? null : feedOf(row);
}

/** Makes an address for the actor's own account; one from before holds no more. The secret is answered this once. */
export async function makeFeed(tx: Transaction): Promise<{ readonly feed: CalendarFeed; readonly secret: string }> {
  const { region_id, account } = tx.actor;
  await tx.change('update calendar_feeds set ended_at = clock_timestamp() where region_id = $1 and account = $2 and ended_at is null', [region_id, account]);
  const secret = `gc_${region_id}_${newSecret()}`;
  const [row] = await tx.query<FeedRow>(
    `insert into calendar_feeds (region_id, feed_id, account, secret_sha256, made_at) values ($1, $2, $3, $4, clock_timestamp()) returning ${COLUMNS}`,
    [region_id, await takeNumbers(tx, 'next_number', 1), account, sha256(secret)]);
  const feed = feedOf(row as FeedRow);
  await tx.audit({ action: 'calendar.made', object: `calendars/${feed.feed_id}` });
  return { feed, secret };
}

/** A new secret in the place of one that was never used; null where it was, or the address has ended. */
export async function makeFeedAgain(tx: Transaction, feed_id: number): Promise<{ readonly feed: CalendarFeed; readonly secret: string } | null> {
  const feed = await readFeed(tx);
  return feed === null || feed.feed_id !== feed_id || feed.last_used_at !== null ? null : makeFeed(tx);
}

/** Ends the actor's own address; answers whether there was one. */
export async function endFeed(tx: Transaction): Promise<boolean> {
  const { region_id, account } = tx.actor;
  const many = await tx.change('update calendar_feeds set ended_at = clock_timestamp() where region_id = $1 and account = $2 and ended_at is null', [region_id, account]);
  if (many > 0) await tx.audit({ action: 'calendar.ended', object: 'calendars' });
  return many > 0;
}

/** Whose calendar a secret opens: what they owe, and the names of organisations, nothing else. Null where it opens none. */
export async function readFeedOwner(db: Database, secret: string, day: PlainDate = roleDay()): Promise<{ readonly actor: Actor; readonly holder: Holder } | null> {
  const region_id = Number(FORM.exec(secret)?.[1] ?? 0);
  if (region_id === 0) return null;
  const [row] = await db.as(lookupActor(region_id)).read((tx) => tx.query<HolderRow & { readonly feed_id: bigint; readonly stale: boolean }>(
    `select ${holderColumns('$3')}, f.feed_id, f.last_used_at is null or f.last_used_at < clock_timestamp() - interval '${NOTED_EVERY_S} seconds' as stale
     from calendar_feeds f join accounts a on a.region_id = f.region_id and a.account = f.account
       join people p on p.region_id = a.region_id and p.person_id = a.person_id
     where f.region_id = $1 and f.secret_sha256 = $2 and f.ended_at is null and f.made_at >= a.sessions_from and a.closed_at is null and p.closed_at is null`,
    [region_id, sha256(secret), day]));
  const holder = row === undefined ? null : holderOf(row);
  if (row === undefined || holder === null) return null;
  if (row.stale) {
    await db.as(programActor(region_id)).write((tx) => {
      tx.unaudited('when a calendar was last read');
      return tx.change('update calendar_feeds set last_used_at = clock_timestamp() where region_id = $1 and feed_id = $2', [region_id, row.feed_id]);
    });
  }
  const reach: Reach = new Map([...holder.reach].filter(([permission]) => permission === 'duties.read' || permission === 'reference.read'));
  return { actor: { region_id, account: holder.account, reach }, holder };
}
