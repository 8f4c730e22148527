import type { PlainDate } from '../core/values/plain-date.ts';
import type { Instant } from './known-time.ts';
import { standing } from './known-time.ts';
import type { Transaction } from './transaction.ts';
import { labelsToRead } from './within-reach.ts';

/** Duties of one kind with one last day and the same owners, that are still owed. */
export interface DutyGroup {
  readonly duty: string;
  readonly clause: string;
  readonly due_on: PlainDate;
  readonly opened_on: PlainDate;
  readonly many: number;
  readonly without_table: readonly number[];
  /** The posts that owe them: `school_registrar@S1`. */
  readonly owed_by: readonly string[];
  /** What they are about, where all are about the same. */
  readonly about: string | null;
  /** The student of the only one, if the actor may see students. */
  readonly student_id: string | null;
  readonly changed_at: Instant;
}

export interface DutyAct {
  readonly act: string;
  readonly on: PlainDate;
  readonly to_role: string | null;
  readonly recorded_at: Instant;
}

/** One duty as it stands. */
export interface StoredDuty {
  readonly duty_key: string;
  readonly duty: string;
  readonly clause: string;
  readonly about: string;
  readonly student_id: string | null;
  readonly opened_on: PlainDate;
  readonly counts_from: PlainDate | null;
  readonly due_on: PlainDate;
  readonly without_table: readonly number[];
  readonly closed_on: PlainDate | null;
  readonly before_go_live: boolean;
  readonly lifted: boolean;
  readonly owed_by: readonly string[];
  readonly acts: readonly DutyAct[];
}

/** Still owed. */
const OWED = 'd.closed_on is null and not d.before_go_live and not d.lifted';

/** The condition that leaves what the actor may see, by the application's own account; row security says the same. */
function withinReach(tx: Transaction, kind: 'duties' | 'students', alias: string, parameter: (value: unknown) => string): string {
  const labels = tx.actor.reach.get(`${kind}.read`);
  if (labels === '*') return 'true';
  return labels === undefined ? 'false' : `${alias}.scopes && ${parameter(labels)}::text[]`;
}

export interface AskedGroups {
  /** Those that one of these posts owes; all in reach when it is left out. */
  readonly posts?: readonly string[];
  /** Those whose last day is before this one. */
  readonly late_on?: PlainDate;
}

/** What is still owed, in groups by kind, last day and owner; the earliest last day first. */
export async function listDutyGroups(tx: Transaction, { posts, late_on }: AskedGroups): Promise<DutyGroup[]> {
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [OWED, withinReach(tx, 'duties', 'd', parameter)];
  if (posts !== undefined) conditions.push(`d.owed_by && ${parameter(posts)}::text[]`);
  if (late_on !== undefined) conditions.push(`d.due_on < ${parameter(late_on)}::date`);
  const rows = await tx.query<Omit<DutyGroup, 'many'> & { readonly many: bigint }>(
    `select d.duty, d.clause, d.due_on, min(d.opened_on) as opened_on, count(*) as many, max(d.without_table) as without_table, d.owed_by,
       case when min(d.about) = max(d.about) then min(d.about) end as about, case when count(*) = 1 then min(t.student_id) end as student_id, max(d.changed_at) as changed_at
     from duties d left join duty_students t on t.region_id = d.region_id and t.duty_key = d.duty_key and ${withinReach(tx, 'students', 't', parameter)}
     where d.region_id = $1 and ${conditions.join(' and ')} group by d.duty, d.clause, d.due_on, d.owed_by order by d.due_on, d.duty, d.owed_by limit ${MOST_GROUPS}`, values);
  return rows.map((row) => ({ ...row, many: Number(row.many) }));
}

const MOST_GROUPS = 2000;

/** How many duties in reach were set off before a day and have not ended: all of them count as done with where it is the go-live day. */
export async function countUnfinishedBefore(tx: Transaction, day: PlainDate): Promise<number> {
  const values: unknown[] = [tx.actor.region_id, day];
  const [counted] = await tx.arrays(
    `select count(*) from duties d where d.region_id = $1 and d.opened_on < $2::date and d.closed_on is null and not d.lifted and ${withinReach(tx, 'duties', 'd', (value) => `$${values.push(value)}`)}`, values);
  return Number(counted?.[0]);
}

export interface AskedDuties {
  readonly duty?: string;
  readonly due_on?: PlainDate;
  readonly about?: string;
  readonly student_id?: string;
  readonly posts?: readonly string[];
  /** `owed`: still to be done; `done`: closed. */
  readonly state?: 'owed' | 'done';
  readonly offset: number;
  readonly limit: number;
}

/** Duties in reach one by one, the earliest last day first, and how many there are. */
export async function listDuties(tx: Transaction, asked: AskedDuties): Promise<{ readonly total: number; readonly duties: readonly StoredDuty[] }> {
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const from = `from duties d left join duty_students t on t.region_id = d.region_id and t.duty_key = d.duty_key and ${withinReach(tx, 'students', 't', parameter)}
    where d.region_id = $1 and ${[withinReach(tx, 'duties', 'd', parameter), ...conditionsOf(asked, parameter)].join(' and ')}`;
  const [counted] = await tx.arrays(`select count(*) ${from}`, values);
  const rows = await tx.query<Omit<StoredDuty, 'acts'>>(
    `select d.duty_key, d.duty, d.clause, d.about, t.student_id, d.opened_on, d.counts_from, d.due_on, d.without_table, d.closed_on, d.before_go_live, d.lifted, d.owed_by
     ${from} order by d.due_on, d.duty, t.student_id, d.duty_key limit ${parameter(asked.limit)} offset ${parameter(asked.offset)}`, values);
  const acts = await actsOf(tx, rows.map(({ duty_key }) => duty_key));
  return { total: Number(counted?.[0]), duties: rows.map((row) => ({ ...row, acts: acts.get(row.duty_key) ?? [] })) };
}

function conditionsOf({ duty, due_on, about, student_id, posts, state }: AskedDuties, parameter: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (duty !== undefined) conditions.push(`d.duty = ${parameter(duty)}`);
  if (due_on !== undefined) conditions.push(`d.due_on = ${parameter(due_on)}::date`);
  if (about !== undefined) conditions.push(`d.about = ${parameter(about)}`);
  if (student_id !== undefined) conditions.push(`t.student_id = ${parameter(student_id)}`);
  if (posts !== undefined) conditions.push(`d.owed_by && ${parameter(posts)}::text[]`);
  if (state === 'owed') conditions.push(OWED);
  if (state === 'done') conditions.push('d.closed_on is not null and not d.lifted');
  return conditions;
}

async function actsOf(tx: Transaction, keys: readonly string[]): Promise<Map<string, DutyAct[]>> {
  const rows = await tx.query<DutyAct & { readonly duty_key: string }>(
    'select duty_key, act, on_day as "on", to_role, recorded_at from duty_acts where region_id = $1 and duty_key = any($2::text[]) order by on_day, act', [tx.actor.region_id, keys]);
  const acts = new Map<string, DutyAct[]>();
  for (const { duty_key, ...act } of rows) acts.set(duty_key, [...acts.get(duty_key) ?? [], act]);
  return acts;
}

/** Names of organisations and campuses by label, of teams by their campus, of courses with their class, as far as the actor may read them. */
export async function namesOf(tx: Transaction, labels: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = (prefix: string): string[] => [...new Set(labels.filter((label) => label.startsWith(`${prefix}:`)).map((label) => label.slice(prefix.length + 1)))];
  const numbers = (prefix: string): string[] => ids(prefix).filter((id) => /^\d{1,18}$/.test(id));
  const [conditions, teams] = [labelsToRead(tx, 'conditions'), labelsToRead(tx, 'teams')];
  const rows = await tx.query<{ label: string; name: string }>(
    `select 'org:' || o.org_id as label, o.name from register_organisations o where o.region_id = $1 and o.org_id = any($2::text[]) and ${standing('o')}
     union all select 'campus:' || c.campus_id, c.name from register_campuses c where c.region_id = $1 and c.campus_id = any($3::text[]) and ${standing('c')} and ($4::text[] is null or c.scopes && $4)
     union all select 'team:' || t.team_id, c.name from teams t join register_campuses c on c.region_id = t.region_id and c.campus_id = t.campus_id and ${standing('c')}
       where t.region_id = $1 and t.team_id = any($5::bigint[]) and ($6::text[] is null or t.scopes && $6)
     union all select 'offering:' || f.offering_id, f.course || ' · ' || f.class_id from offerings f where f.region_id = $1 and f.offering_id = any($7::bigint[]) and ($8::text[] is null or f.scopes && $8)
     union all select 'journal:' || e.entry_id, c.name from journal_entries e join register_campuses c on c.region_id = e.region_id and c.campus_id = e.campus_id and ${standing('c')}
       where e.region_id = $1 and e.entry_id = any($9::bigint[]) and (e.area = 'daily' and ($10::text[] is null or e.scopes && $10) or e.area <> 'daily' and ($11::text[] is null or e.scopes && $11))`,
    [tx.actor.region_id, ids('org'), ids('campus'), conditions, numbers('team'), teams, numbers('offering'), labelsToRead(tx, 'courses'), numbers('journal'), labelsToRead(tx, 'daily'), labelsToRead(tx, 'work')]);
  return new Map(rows.map(({ label, name }) => [label, name]));
}

/** Names of students by id, as far as the actor may read them. */
export async function studentNamesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ student_id: string; name: string }>(
    `select distinct on (s.student_id) s.student_id, s.name from register_students s where s.region_id = $1 and s.student_id = any($2::text[]) and ${standing('s')}
       and ($3::text[] is null or s.scopes && $3) order by s.student_id, s.valid_from desc`, [tx.actor.region_id, ids, labelsToRead(tx, 'students')]);
  return new Map(rows.map(({ student_id, name }) => [student_id, name]));
}
