import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { PostgresConnection } from './postgres/connection.ts';
import { DatabaseRefusal } from './postgres/refusal.ts';

/** The role that the program works as: it owns no table, so it changes no table and row security holds for it. */
export const APPLICATION_ROLE = 'guantong_app';

const SESSION = '-c TimeZone=UTC -c DateStyle=ISO';
const WRONG_PASSWORD = '28P01';
/** Another program made the role, or changed it, in the same moment. */
const RACE = new Set(['42710', '23505', 'XX000']);

/** How the application connects, from how the owner does. Where the owner has no password the role is taken on instead. */
export function applicationConnection(owner: PostgresConnection): PostgresConnection & { readonly options: string } {
  if (owner.password === '') return { ...owner, options: `${SESSION} -c role=${APPLICATION_ROLE}` };
  return { ...owner, user: APPLICATION_ROLE, password: passwordFrom(owner.password), options: SESSION };
}

/** Every program that knows the owner's password comes to the same one; nothing has to be kept. */
function passwordFrom(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update(APPLICATION_ROLE).digest('base64url');
}

/**
 * Makes the application role when it is absent, and its password the one that follows from the owner's.
 * @throws DatabaseRefusal `will_not_start` when the owner may not make roles.
 */
export async function ensureApplicationRole(owner: PostgresConnection): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    const rights = `login nosuperuser nocreatedb nocreaterole noinherit password ${pg.escapeLiteral(passwordFrom(owner.password))}`;
    if (rowCount === 0) await attempt(client, `create role ${APPLICATION_ROLE} ${rights}`);
    else if (await isRefused(owner)) await attempt(client, `alter role ${APPLICATION_ROLE} ${rights}`);
    if (owner.password === '') await attempt(client, `grant ${APPLICATION_ROLE} to current_user`);
  } finally {
    await client.end();
  }
}

async function attempt(client: pg.Client, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (RACE.has(code)) return;
    throw new DatabaseRefusal('will_not_start', {
      zh: `数据库用户不能建立程序所用的角色 ${APPLICATION_ROLE}：${String(error)}。请由管理员授予 CREATEROLE 权限，或预先建立该角色。`,
      en: `The database user cannot make the role ${APPLICATION_ROLE} that the program works as: ${String(error)}. Ask the administrator for CREATEROLE, or to make the role.`,
    });
  }
}

async function isRefused(owner: PostgresConnection): Promise<boolean> {
  if (owner.password === '') return false;
  const client = new pg.Client(applicationConnection(owner));
  try {
    await client.connect();
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === WRONG_PASSWORD) return true;
    throw error;
  } finally {
    await client.end();
  }
}
