import type { Transaction } from '../transaction.ts';
import { after, conditionsOf, groupConditions, GROUPS, holding, NAME, STANDING, type RollFilter } from './roll-filter.ts';
import { namesThatHold } from './roll-names.ts';
import { MOST_COUNTED, SHOWN, type PageAsked, type PageFound, type RollEntry } from './roll-entry.ts';

type Group = Readonly<Record<(typeof GROUPS)[number], string | number>>;

/** The values of a group, as what a row is compared with: columns as they are, so that the index serves. */
const OF_GROUP = ' and r.cohort = g.cohort and r.stage = g.stage collate "C" and r.grade = g.grade and r.status = g.status collate "C"';
const groupsAs = (list: string): string => `jsonb_to_recordset(${list}::jsonb) as g(cohort integer, stage text, grade bigint, status text)`;

/** In every group of equal values the first rows behind the cursor, then the first of all those. For the whole of a region. */
export async function readInOrder(tx: Transaction, { filter, cursor, limit }: PageAsked): Promise<PageFound> {
  const groups = await groupsIn(tx, filter);
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const [open, ending] = holding(parameter(filter.on));
  const most = parameter(limit + 1);
  const conditions = [...conditionsOf(filter, parameter), ...after(cursor, parameter)].map((one) => ` and ${one}`).join('');
  const ordered = (more: string): string => `select ${SHOWN} from register_students r where ${STANDING}${more}${conditions} order by ${NAME}, r.student_id limit ${most}`;
  const still = groups === null ? ordered(` and ${open}`) : `select x.* from ${groupsAs(parameter(JSON.stringify(groups)))} cross join lateral (${ordered(`${OF_GROUP} and ${open}`)}) x`;
  const ends = ordered([ending, ...groupConditions(filter, parameter)].map((one) => ` and ${one}`).join(''));
  const entries = await tx.query<RollEntry>(`select * from ((${still}) union all (${ends})) r order by ${NAME}, r.student_id limit ${most}`, values);
  return { entries, total: await countUpTo(tx, filter, groups) };
}

/** The groups that a filter leaves; null where it says nothing of them. */
async function groupsIn(tx: Transaction, filter: RollFilter): Promise<Group[] | null> {
  if (GROUPS.every((key) => filter[key] === undefined)) return null;
  return (await groupsOf(tx)).filter((group) => GROUPS.every((key) => filter[key] === undefined || String(filter[key]) === String(group[key])));
}

/** Every combination of the values of many that open rows have: few, found one after the other by index. */
async function groupsOf(tx: Transaction): Promise<Group[]> {
  const next = (behind: string): string => `select ${GROUPS.map((key) => `r.${key}`).join(', ')} from register_students r
    where ${STANDING} and r.valid_to is null${behind} order by r.cohort, r.stage, r.grade, r.status limit 1`;
  const rows = await tx.query<Group>(
    `with recursive found as (
       (${next('')}) union all
       select n.* from found f cross join lateral (${next(' and (r.cohort, r.stage, r.grade, r.status) > (f.cohort, f.stage, f.grade, f.status)')}) n)
     select ${GROUPS.join(', ')} from found`, [tx.actor.region_id]);
  return rows.map((group) => ({ ...group, grade: Number(group.grade) }));
}

/** Of what the index holds itself, so that no row is looked at. */
async function countUpTo(tx: Transaction, filter: RollFilter, groups: readonly Group[] | null): Promise<number> {
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const [open] = holding(parameter(filter.on));
  const within = filter.name !== undefined && filter.begins !== true;
  const conditions = within ? groupConditions(filter, parameter) : conditionsOf(filter, parameter);
  const counted = (more: string): string => `select 1 from register_students r where ${STANDING} and ${open}${[more, ...conditions.map((one) => ` and ${one}`)].join('')}`;
  const each = (of: string, more: string): string => `select 1 from ${of} cross join lateral (${counted(more)}) x`;
  // Names that hold the characters lead to their rows, one after the other until enough are counted; else the groups do.
  const all = within ? each(namesThatHold(parameter(filter.name)), ` and ${NAME} = n.name collate "zh-x-icu"`)
    : groups === null ? counted('') : each(groupsAs(parameter(JSON.stringify(groups))), OF_GROUP);
  const [row] = await tx.arrays(`select count(*) from (${all} limit ${parameter(MOST_COUNTED + 1)}) counted`, values);
  const many = Number(row?.[0]);
  return many > MOST_COUNTED ? many : many + await countEnding(tx, filter);
}

async function countEnding(tx: Transaction, filter: RollFilter): Promise<number> {
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const [, ending] = holding(parameter(filter.on));
  const conditions = [ending, ...conditionsOf(filter, parameter), ...groupConditions(filter, parameter)].map((one) => ` and ${one}`).join('');
  const [row] = await tx.arrays(`select count(*) from (select 1 from register_students r where ${STANDING}${conditions} limit ${parameter(MOST_COUNTED + 1)}) counted`, values);
  return Number(row?.[0]);
}
