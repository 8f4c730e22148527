import { MINOR_KINDS } from '../core/access/kinds.ts';
import { POLICY, type Relation } from '../core/access/policy-table.ts';
import { ROLE_NAMES, type Role } from '../core/access/roles.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { Transaction } from './transaction.ts';

/** One table of the yearly pack. */
export interface PackTable {
  /** Name of its file, without ending. */
  readonly name: string;
  readonly title: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly rows: readonly (readonly string[])[];
}

export interface MinorsPack {
  readonly year: number;
  readonly tables: readonly PackTable[];
  /** Rows of the last table: what somebody has to look into. */
  readonly findings: number;
}

const OWN: readonly Relation[] = ['self', 'wards'];
/** Roles that read minors' records by their appointment alone, and roles that may reveal or export them. */
const rolesThat = (...actions: readonly string[]): Role[] => ROLE_NAMES.filter((role) => POLICY[role].some((rule) =>
  !OWN.includes(rule.relation) && rule.kinds.some((kind) => MINOR_KINDS.includes(kind)) && rule.actions.some((action) => actions.includes(action))));
const READERS = rolesThat('read');
const REVEALERS = rolesThat('reveal');
const EXPORTERS = rolesThat('export');

const label = (zh: string, en: string): Bilingual => ({ zh, en });
const [AT, ACCOUNT, OBJECT] = [label('时间', 'At'), label('账号', 'Account'), label('对象', 'Object')];
const SENSITIVE = ['personal.reveal', 'personal.find', 'personal.own', 'data.export', 'national.report'];
/** So many values revealed by one account on one day are worth a question; our own default. */
const MANY_A_DAY = 50;

/** `$2`, `$3`: the first day of the year and of the next. */
const IN_YEAR = (column: string): string => `${column} >= $2::timestamp at time zone 'Asia/Shanghai' and ${column} < $3::timestamp at time zone 'Asia/Shanghai'`;
const moment = (column: string): string => `coalesce(to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), '')`;

/**
 * What happened in a year with the records of minors: who had access and why, every reveal and export, and what does not
 * fit. By account and record number: no names and no values. To be read by the program, and written down.
 */
export async function minorsPack(tx: Transaction, year: number): Promise<MinorsPack> {
  const table = async (name: string, title: Bilingual, columns: readonly Bilingual[], sql: string, ...more: readonly unknown[]): Promise<PackTable> => ({
    name, title, columns, rows: (await tx.arrays(sql, [tx.actor.region_id, `${year}-01-01`, `${year + 1}-01-01`, ...more])).map((row) => row.map((value) => String(value ?? ''))),
  });
  const tables = [
    await table('appointments', label('凭任职接触未成年人信息的账号', 'Accounts with access by appointment'),
      [ACCOUNT, label('职务', 'Role'), label('单位', 'Organisation'), label('班级或校区', 'Classes or campuses'), label('自', 'From'), label('至', 'To'), label('终止', 'Ended')],
      `select a.account, ap.role, coalesce(ap.org_id, ''), array_to_string(ap.classes || ap.campuses, ' '), ap.valid_from::text, coalesce(ap.valid_to::text, ''), ${moment('ap.ended_at')}
       from appointments ap join accounts a on a.region_id = ap.region_id and a.person_id = ap.person_id
       where ap.region_id = $1 and ap.role = any($4::text[]) and ap.valid_from < $3::date and (ap.valid_to is null or ap.valid_to >= $2::date)
         and (ap.ended_at is null or ap.ended_at >= $2::timestamp at time zone 'Asia/Shanghai') order by 1, ap.valid_from`, READERS),
    await table('grants', label('专项授权', 'Grants'),
      [ACCOUNT, label('范围', 'Scope'), label('用途', 'Purpose'), label('申请', 'Asked'), label('批准人', 'Decided by'), label('批准', 'Decided'), label('结果', 'Outcome'), label('截止', 'Last day'), label('终止', 'Ended')],
      `select account, scope, purpose, ${moment('asked_at')}, coalesce(decided_by, ''), ${moment('decided_at')},
         case when approved is null then 'asked' when approved then 'approved' else 'refused' end, expires_on::text, ${moment('ended_at')}
       from minor_grants where region_id = $1 and asked_at < $3::timestamp at time zone 'Asia/Shanghai' and expires_on >= $2::date order by asked_at`),
    await table('reveals', label('查看完整证号或电话', 'Values revealed'), [AT, ACCOUNT, OBJECT, label('用途', 'Purpose')],
      `select ${moment('e.at')}, e.actor, e.object || ${HOW_MANY}, e.detail->>'purpose' from audit_entries e where e.region_id = $1 and ${REVEALED} and ${IN_YEAR('e.at')} order by e.at, e.entry_id`),
    await table('exports', label('导出', 'Exports'), [AT, ACCOUNT, label('学生类记录数', 'Records of students')],
      `select ${moment('e.at')}, e.actor, ${RECORDS_OF_MINORS} from audit_entries e where e.region_id = $1 and ${TAKEN_OUT} and ${IN_YEAR('e.at')} order by e.at, e.entry_id`),
    await table('months', label('按月统计', 'By month'), [label('月份', 'Month'), label('操作', 'Action'), label('次数', 'Times'), label('账号数', 'Accounts')],
      `select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM'), action, count(*), count(distinct actor) from audit_entries
       where region_id = $1 and action = any($4::text[]) and ${IN_YEAR('at')} group by 1, 2 order by 1, 2`, SENSITIVE),
    await table('ended', label('当年停用的账号', 'Accounts closed in the year'), [ACCOUNT, label('停用', 'Closed')],
      `select account, ${moment('closed_at')} from accounts where region_id = $1 and ${IN_YEAR('closed_at')} order by closed_at, account`),
    await table('findings', label('需要核查', 'To be looked into'), [label('事项', 'Finding'), AT, ACCOUNT, OBJECT], FINDINGS, REVEALERS, EXPORTERS, MANY_A_DAY),
  ];
  const findings = tables.at(-1)?.rows.length ?? 0;
  await tx.audit({ action: 'minors.pack', object: `minors/${year}`, detail: { rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length])) } });
  return { year, tables, findings };
}

/** Of an entry `e`: whole values were told, one at a time or as a file for a national system, which says how many. */
const REVEALED = `(e.action = 'personal.reveal' or e.action = 'national.report' and e.detail ? 'purpose')`;
const HOW_MANY = `case when e.action = 'national.report' then concat(' ', e.detail->>'system', ' × ', e.detail->>'revealed') else '' end`;
const TAKEN_OUT = `(e.action = 'data.export' or e.action = 'national.report' and e.detail->>'system' <> 'college_state')`;
const RECORDS_OF_MINORS = `case when e.action = 'national.report' then (e.detail->>'rows')::bigint else coalesce((e.detail->'rows'->>'students')::bigint, 0) + coalesce((e.detail->'rows'->>'guardians')::bigint, 0) end`;

/** An appointment of one of these roles that was in force at the moment of an entry `e`. */
const heldThen = (roles: string): string => `exists (
  select 1 from accounts a join appointments ap on ap.region_id = a.region_id and ap.person_id = a.person_id
  where a.region_id = e.region_id and a.account = e.actor and ap.role = any(${roles}::text[]) and ap.valid_from <= (e.at at time zone 'Asia/Shanghai')::date
    and (ap.valid_to is null or ap.valid_to >= (e.at at time zone 'Asia/Shanghai')::date) and (ap.ended_at is null or ap.ended_at > e.at))`;

const FINDINGS = `
  select 'reveal_without_role', ${moment('e.at')}, e.actor, e.object from audit_entries e
    where e.region_id = $1 and ${REVEALED} and ${IN_YEAR('e.at')} and not ${heldThen('$4')}
  union all select 'export_without_role', ${moment('e.at')}, e.actor, e.object from audit_entries e
    where e.region_id = $1 and ${TAKEN_OUT} and ${IN_YEAR('e.at')} and ${RECORDS_OF_MINORS} > 0 and e.actor <> 'guantong' and not ${heldThen('$5')}
  union all select 'many_reveals_in_a_day', to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), e.actor, count(*)::text from audit_entries e
    where e.region_id = $1 and e.action = 'personal.reveal' and ${IN_YEAR('e.at')} group by 2, 3 having count(*) > $6::integer
  union all select 'grant_without_entry', ${moment('g.decided_at')}, g.account, 'grants/' || g.grant_id from minor_grants g
    where g.region_id = $1 and g.approved and ${IN_YEAR('g.decided_at')} and not exists (
      select 1 from audit_entries e where e.region_id = g.region_id and e.object = 'grants/' || g.grant_id and e.action like 'grant.approve%')
  order by 1, 2, 3`;
