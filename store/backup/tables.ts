import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupRefusal } from './refusal.ts';
import type { TableDigest, TableHead } from './frames.ts';

/** A table as the database describes it. */
export interface Table extends TableHead {
  /** Columns of the primary key, each with the order by which rows are written. */
  readonly order: readonly string[];
  /** Tables that it points to. */
  readonly pointsTo: readonly string[];
}

/** How values look in a backup, whatever the server's own settings are. */
export const PLAIN_TEXT_SETTINGS = "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'";

/** A policy of each table that lets its owner read everything, and write nothing, while it says that it backs up. */
const POLICY = 'owner_backs_up';
const BACKS_UP = "current_setting('app.backup', true) = 'on'";

const name = (text: string): string => pg.escapeIdentifier(text);

/** All tables of the program, those that others point to first. The list of migrations is not among them: it is never data. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.at)
        from pg_index i cross join unnest(i.indkey) with ordinality as k(attnum, at)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as order,
      coalesce((select array_agg(f.relname::text) from pg_constraint r join pg_class f on f.oid = r.confrelid
        where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid), '{}') as "pointsTo"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
    order by c.relname`);
  return pointedToFirst(rows);
}

function pointedToFirst(tables: readonly Table[]): Table[] {
  const sorted: Table[] = [];
  const placed = new Set<string>();
  while (sorted.length < tables.length) {
    const next = tables.filter((one) => !placed.has(one.name) && one.pointsTo.every((other) => placed.has(other)));
    if (next.length === 0) throw new Error(`tables point to each other in a circle: ${tables.filter((one) => !placed.has(one.name)).map((one) => one.name).join(', ')}`);
    for (const one of next) placed.add(one.name);
    sorted.push(...next);
  }
  return sorted;
}

/** Rows of a table as COPY writes them, in the order of its primary key. */
export function rowsOf(client: pg.ClientBase, table: Table): AsyncIterable<Buffer> {
  const { order, columns } = table;
  if (order === null || order.length === 0) throw new Error(`the table ${table.name} has no primary key`);
  return client.query(copyTo(`copy (select ${columns.map(name).join(', ')} from ${name(table.name)} order by ${order.join(', ')}) to stdout`));
}

/** Counts and digests rows as they pass. */
export function digesting(table: string): { readonly add: (bytes: Buffer) => void; readonly done: () => TableDigest } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (bytes) => {
      hash.update(bytes);
      // In COPY's text a line break within a value is written as \n: each byte of this kind ends a row.
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) rows += 1;
    },
    done: () => ({ name: table, rows, sha256: hash.digest('hex') }),
  };
}

const NEWLINE = 0x0a;

/** The digest of a table as it stands. */
export async function digestOf(client: pg.ClientBase, table: Table): Promise<TableDigest> {
  const digest = digesting(table.name);
  for await (const bytes of rowsOf(client, table)) digest.add(bytes);
  return digest.done();
}

/**
 * Lets the owner read every row of every table when it makes a backup. Tables that have the policy are left alone.
 * To be called as the owner, after migrations.
 */
export async function letOwnerBackUp(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ relname: string }>(
    `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = $1)`, [POLICY]);
  for (const { relname } of rows) await client.query(`create policy ${POLICY} on ${name(relname)} for select to current_user using (${BACKS_UP})`);
}

/**
 * Makes every row visible in this transaction, or refuses: a backup without some rows would look like a whole one.
 * A superuser sees everything in any case; an owner is held by row security and needs the policy of each table.
 * @throws BackupRefusal `rows_out_of_sight`.
 */
export async function seeEverything(client: pg.ClientBase): Promise<void> {
  const { rows: [role] } = await client.query<{ above: boolean }>('select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user');
  if (role?.above === true) {
    // From here on a row that would be filtered is an error, not a gap.
    await client.query('set local row_security = off');
    return;
  }
  await client.query("select set_config('app.backup', 'on', true)");
  const { rows } = await client.query<{ relname: string }>(
    `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
       and not (c.relowner = (select oid from pg_roles where rolname = current_user)
         and (not c.relforcerowsecurity or not c.relrowsecurity or exists (select 1 from pg_policy p
           where p.polrelid = c.oid and p.polname = $1 and p.polpermissive and (select oid from pg_roles where rolname = current_user) = any(p.polroles)))
         and not exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive))`, [POLICY]);
  if (rows.length === 0) return;
  const tables = rows.map((row) => row.relname).join(', ');
  throw new BackupRefusal('rows_out_of_sight', {
    zh: `当前数据库用户不能读取全部记录（${tables}），没有备份。请用建立这些表的用户连接，并先启动一次本版本的程序。`,
    en: `This database user does not see every row (${tables}); nothing was backed up. Connect as the user that made the tables, and start this version of the program once before.`,
  });
}
