import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CheckpointNotWritten, sealEverything } from '../store/audit-sealing.ts';
import { openSigner } from '../store/checkpoint-key.ts';
import { openDatabase, type Database } from '../store/database.ts';
import { keySource } from '../store/key-source.ts';
import type { PostgresConnection } from '../store/postgres/connection.ts';
import { DatabaseRefusal } from '../store/postgres/refusal.ts';
import { openPress } from '../store/press.ts';
import type { SealFile } from '../store/seal.ts';
import { startPostgres, type RunningPostgres, type StartPostgres } from '../store/postgres/start.ts';
import { listRegions, type Region } from '../store/regions.ts';
import { Refused } from './command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where the data live: `--data DIR`, GUANTONG_DATA, or .data in the project. */
export function dataDirectory(given: string | undefined): string {
  return resolve(given ?? process.env['GUANTONG_DATA'] ?? join(ROOT, '.data'));
}

/** Where the audit's checkpoints go: `--checkpoints DIR`, GUANTONG_CHECKPOINTS, or `checkpoints` in the data directory. */
export function checkpointDirectory(given: string | undefined, dataDir: string): string {
  return resolve(given ?? (process.env['GUANTONG_CHECKPOINTS'] || join(dataDir, 'checkpoints')));
}

/** The store with the server below it. */
export interface OpenStore {
  readonly database: Database;
  readonly postgres: RunningPostgres;
  readonly close: () => Promise<void>;
}

/** Opens and migrates the store; documents name `origin`, the server's public address, as the place to verify them, agreements are sealed with `seal`. @throws DatabaseRefusal, with words for whoever is at the keyboard. */
export async function openStore(options: StartPostgres, origin: string | null = null, seal: SealFile | null = null): Promise<OpenStore> {
  const postgres = await startPostgres(options);
  try {
    const database = await openDatabase(postgres.connection, keySource(options.dataDir), openPress(options.dataDir, origin, seal));
    const close = async (): Promise<void> => {
      await database.close();
      await postgres.stop();
    };
    return { database, postgres, close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Works with the store beside a program that serves it, or alone, and lets go of it afterwards. */
export function withStore<T>(dataDir: string, work: (database: Database, owner: PostgresConnection) => Promise<T>): Promise<T> {
  return withOpened(dataDir, async ({ database, postgres }) => {
    const answer = await work(database, postgres.connection);
    // A server that runs on these data seals by itself; alone, the command leaves nothing waiting.
    if (postgres.kind !== 'joined') await sealWhatWaits(database, dataDir);
    return answer;
  });
}

/** The same without sealing what waits: for looking at things as they are. */
export function withStoreAsItIs<T>(dataDir: string, work: (database: Database) => Promise<T>): Promise<T> {
  return withOpened(dataDir, ({ database }) => work(database));
}

async function withOpened<T>(dataDir: string, work: (store: OpenStore) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir, join: true, log: (line) => process.stderr.write(`${line}\n`) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** What was done is done, also where its checkpoint cannot be written: then it waits for the server's sealer. */
export async function sealWhatWaits(database: Database, dataDir: string): Promise<void> {
  try {
    await sealEverything(database, {
      directory: checkpointDirectory(undefined, dataDir), signer: openSigner(join(dataDir, 'keys')), onlyWhereCurrent: true,
    });
  } catch (error) {
    if (!(error instanceof CheckpointNotWritten)) throw error;
    process.stderr.write(`审计检查点未能写入（${error.code}），条目由服务下次启动时封存。\nThe audit checkpoint could not be written (${error.code}); the server seals the entries when it starts.\n`);
  }
}

/** The region that a command is about: the only one, or the one of that code. Null where there is none at all. */
export async function regionFor(database: Database, code: string | undefined): Promise<Region | null> {
  const regions = await listRegions(database);
  if (regions.length === 0) return null;
  const found = regions.length === 1 && code === undefined ? regions[0] : regions.find((region) => region.code === code);
  if (found !== undefined) return found;
  const codes = regions.map((region) => `${region.code} ${region.name}`).join(', ');
  throw new Refused(`请用 --region 指明地区 / name the region with --region: ${codes}`);
}

/** What is said of a database that cannot be had: its reason in both languages, never a stack. */
export function databaseRefusalText(error: unknown): string | null {
  return error instanceof DatabaseRefusal ? `${error.text.zh}\n${error.text.en}` : null;
}
