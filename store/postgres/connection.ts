import { DatabaseRefusal } from './refusal.ts';

/** What a client needs to connect; the shape that `pg` takes. */
export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The same connection to another database of the same server. */
export function toDatabase(connection: PostgresConnection, database: string): PostgresConnection {
  return { ...connection, database };
}

/** `postgres://user:password@host:port/database`, each part escaped. */
export function urlOf(connection: PostgresConnection): string {
  const { host, port, user, password, database } = connection;
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${encodeURIComponent(database)}`;
}

/**
 * Reads a `postgres://` address. A socket directory may be given as `?host=/run/postgresql`.
 * @throws DatabaseRefusal `bad_database_url` when it is not such an address or names no database.
 */
export function readDatabaseUrl(text: string): PostgresConnection {
  const refused = (): DatabaseRefusal => new DatabaseRefusal('bad_database_url', {
    zh: 'DATABASE_URL 应形如 postgres://用户:密码@主机:5432/数据库名。',
    en: 'DATABASE_URL should look like postgres://user:password@host:5432/database.',
  });
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refused();
  }
  const database = decodeURIComponent(url.pathname.slice(1));
  if ((url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') || database === '') throw refused();
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  return {
    host: host === '' ? 'localhost' : host,
    port: url.port === '' ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
  };
}
