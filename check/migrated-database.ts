import { ensureApplicationRole } from '../store/application-role.ts';
import { migrate } from '../store/migrate.ts';
import { toDatabase } from '../store/postgres/connection.ts';
import type { PostgresConnection } from '../store/postgres/connection.ts';

export const MIGRATED_DATABASE = 'test_migrated';

/** Takes every migration in an empty database of that name, which those of test files begin as copies of; answers the name. */
export async function makeMigrated(server: PostgresConnection): Promise<string> {
  const owner = toDatabase(server, MIGRATED_DATABASE);
  await ensureApplicationRole(owner);
  await migrate(owner);
  return MIGRATED_DATABASE;
}
