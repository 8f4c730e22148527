import { registerNamed } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';
import { withinReach } from '../within-reach.ts';
import { after, conditionsOf, groupsWorkedOut, holding, leavesFew, NAME, STANDING, type RollCursor, type RollFilter } from './roll-filter.ts';
import { MOST_COUNTED, SHOWN, type PageAsked, type PageFound, type RollEntry, type RollPage } from './roll-entry.ts';
import { readInOrder } from './roll-in-order.ts';
import { fewNames } from './roll-names.ts';

const students = registerNamed('students');

/**
 * One page of the roll in the order of names, behind a cursor, and how many there are. What leaves few, or is asked in a small
 * reach, is gathered and put in order; in the whole of a region the pages are read in order. To be asked in the actor's own reach.
 */
export async function readRollPage(tx: Transaction, filter: RollFilter, { cursor, limit }: { readonly cursor?: RollCursor | undefined; readonly limit: number }): Promise<RollPage> {
  const asked: PageAsked = { filter, cursor, limit };
  const { entries, total } = await pageOf(tx, asked);
  const shown = entries.slice(0, limit).map((entry) => ({ ...entry, grade: Number(entry.grade) }));
  const last = shown.at(-1);
  return {
    entries: shown, total: Math.min(total, MOST_COUNTED), more_than_counted: total > MOST_COUNTED,
    next: entries.length > limit && last !== undefined ? { name: last.name, student_id: last.student_id } : null,
  };
}

async function pageOf(tx: Transaction, asked: PageAsked): Promise<PageFound> {
  const { filter } = asked;
  if (tx.actor.reach.get('students.read') !== '*' || leavesFew(filter)) return gather(tx, asked, null);
  if (filter.name === undefined || filter.begins === true) return readInOrder(tx, asked);
  const names = await fewNames(tx, filter.name);
  return names === null ? readInOrder(tx, asked) : gather(tx, asked, names);
}

/** All rows that a filter leaves, with names of which one must be, put in order. */
async function gather(tx: Transaction, { filter, cursor, limit }: PageAsked, names: readonly string[] | null): Promise<PageFound> {
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const on = parameter(filter.on);
  const named = names === null ? [] : [`${NAME} = any(${parameter(names)}::text[])`];
  const conditions = [...named, ...conditionsOf(filter, parameter), ...groupsWorkedOut(filter, parameter)].map((one) => ` and ${one}`).join('') + withinReach(tx, students, parameter);
  const found = holding(on).map((holds) => `select ${SHOWN} from register_students r where ${STANDING} and ${holds}${conditions}`).join(' union all ');
  const behind = after(cursor, parameter);
  const rows = await tx.query<RollEntry & { total: string }>(
    `with found as materialized (${found})
     select (select count(*) from found) as total, r.* from found r ${behind.length === 0 ? '' : `where ${behind.join(' and ')}`} order by ${NAME}, r.student_id limit ${parameter(limit + 1)}`, values);
  return { entries: rows.map(({ total: _, ...entry }) => entry), total: Number(rows[0]?.total ?? 0) };
}
