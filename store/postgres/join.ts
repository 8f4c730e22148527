import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLUSTER_USER } from './cluster.ts';
import type { PostgresConnection } from './connection.ts';
import { readPostmasterFile } from './left-server.ts';
import type { DatabaseRefusal } from './refusal.ts';

const PATIENCE_MS = 15_000;

/**
 * How to connect to the server that another program keeps on the same data, once it takes connections.
 * @throws the given refusal when it never does.
 */
export async function joinRunning(dataDir: string, database: string, refusal: DatabaseRefusal): Promise<PostgresConnection> {
  const home = join(dataDir, 'postgres');
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    const server = readPostmasterFile(join(home, 'cluster'));
    if (server?.ready) {
      const password = readFileSync(join(home, 'password'), 'utf8').trim();
      return { host: '127.0.0.1', port: server.port, user: CLUSTER_USER, password, database };
    }
    await sleep(50);
  }
  throw refusal;
}
