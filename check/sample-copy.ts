import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSampleRegion, samplePasswordFile, type LoadedSample } from '../api/sample-region.ts';
import { openDatabase } from '../store/database.ts';
import { keySource, memorySource, type KeySource } from '../store/key-source.ts';
import { openPress, type Press } from '../store/press.ts';
import { toDatabase } from '../store/postgres/connection.ts';
import type { PostgresConnection } from '../store/postgres/connection.ts';

/** A database that holds the sample as it was loaded; the databases of tests begin as copies of it. */
export interface SampleCopy {
  readonly database: string;
  readonly loaded: LoadedSample;
  /** What the file of its passwords says. */
  readonly passwords: string;
  /** What its personal values are sealed with. */
  readonly secret: string;
  /** What its documents are signed with, as PEM. */
  readonly documents_key: string;
}

export const SAMPLE_DATABASE = 'test_sample';

/** Loads the sample into an empty database of that name. */
export async function makeSampleCopy(server: PostgresConnection): Promise<SampleCopy> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-sample-'));
  const secret = randomBytes(32).toString('base64');
  try {
    const opened = await openDatabase(toDatabase(server, SAMPLE_DATABASE), keysOf({ secret }), openPress(dataDir, null));
    try {
      const loaded = await loadSampleRegion(opened, dataDir);
      return { database: SAMPLE_DATABASE, loaded, passwords: readFileSync(samplePasswordFile(dataDir), 'utf8'), secret, documents_key: readFileSync(keyFile(dataDir), 'utf8') };
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const keyFile = (dataDir: string): string => join(dataDir, 'keys', 'documents.pem');

/** The press of a test's own data directory, with the key that signed the sample's documents. */
export function pressOf({ documents_key }: Pick<SampleCopy, 'documents_key'>, dataDir: string): Press {
  mkdirSync(join(dataDir, 'keys'), { mode: 0o700 });
  writeFileSync(keyFile(dataDir), documents_key, { mode: 0o600 });
  return openPress(dataDir, null);
}

/** Keys that a test may change; each test its own. */
export function keysOf({ secret }: Pick<SampleCopy, 'secret'>): KeySource {
  return memorySource(keySource('', { GUANTONG_DATA_KEY: secret }).read());
}
