import { createHash } from 'node:crypto';
import { screenFor, type Duty } from '../core/duties/duty.ts';
import { postsHeld } from '../core/duties/post.ts';
import { isRole, type Role } from '../core/access/roles.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { standing } from './known-time.ts';
import { enqueueAll, type AnyMessage } from './outbox.ts';
import type { Transaction } from './transaction.ts';

/** A rung of a duty that has just been reached while the duty is still owed. */
export interface Telling {
  readonly duty_key: string;
  readonly about: string;
  readonly due_on: PlainDate;
  /** Which rung: `told/0`. */
  readonly act: string;
  readonly posts: readonly string[];
}

/** Who holds each post on a day, by account. */
async function accountsByPost(tx: Transaction, roles: readonly Role[], today: PlainDate): Promise<Map<string, Set<string>>> {
  const rows = await tx.query<{ account: string; role: string; org_id: string | null; division_code: string | null; campuses: string[]; classes: string[]; staff_no: string | null }>(
    `select a.account, p.role, p.org_id, o.division_code, p.campuses, p.classes, p.staff_no from appointments p
     join accounts a on a.region_id = p.region_id and a.person_id = p.person_id and a.closed_at is null
     left join register_organisations o on o.region_id = p.region_id and o.org_id = p.org_id and ${standing('o')}
     where p.region_id = $1 and p.role = any($2::text[]) and p.ended_at is null and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to >= $3::date)`,
    [tx.actor.region_id, roles, today]);
  const accounts = new Map<string, Set<string>>();
  for (const { account, role, ...held } of rows) {
    if (!isRole(role)) continue;
    for (const post of postsHeld({ role, ...held })) accounts.set(post, (accounts.get(post) ?? new Set()).add(account));
  }
  return accounts;
}

/**
 * Hands over one message for each account, last day and rung, however many duties reached it together. Its key is made
 * of them all: the same rungs, reached again, make no other.
 */
export async function tellRungs(tx: Transaction, { id, clause, label, action }: Duty, tellings: readonly Telling[], today: PlainDate): Promise<void> {
  if (tellings.length === 0) return;
  const accounts = await accountsByPost(tx, [...new Set(tellings.flatMap(({ posts }) => posts.map(roleOf)))], today);
  const groups = new Map<string, { readonly account: string; readonly act: string; readonly due: PlainDate; readonly about: string; readonly keys: string[] }>();
  for (const { duty_key, about, due_on, act, posts } of tellings) {
    for (const account of new Set(posts.flatMap((post) => [...accounts.get(post) ?? []]))) {
      const name = [account, act, due_on].join('\n');
      const group = groups.get(name) ?? { account, act, due: due_on, about, keys: [] };
      group.keys.push(duty_key);
      groups.set(name, group);
    }
  }
  await enqueueAll(tx, [...groups.values()].map(({ account, act, due, about, keys }): AnyMessage => ({
    key: `duty/${id}/${act}/${due}/${createHash('sha256').update(keys.sort().join('\n')).digest('hex').slice(0, 32)}/${account}`,
    to: { account }, template: 'duty', data: { clause, title: label, due, many: keys.length, path: keys.length === 1 ? screenFor(action, about) : `/todo?duty=${id}` },
  })));
}

const roleOf = (post: string): Role => post.slice(0, post.indexOf('@')) as Role;
