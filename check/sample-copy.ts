import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSampleRegion, samplePasswordFile, type LoadedSample } from '../api/sample-region.ts';
import { openDatabase } from '../store/database.ts';
import { keySource, memorySource, type KeySource } from '../store/key-source.ts';
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
}

export const SAMPLE_DATABASE = 'test_sample';

/** Loads the sample into an empty database of that name. */
export async function makeSampleCopy(server: PostgresConnection): Promise<SampleCopy> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-sample-'));
  const secret = randomBytes(32).toString('base64');
  try {
    const opened = await openDatabase(toDatabase(server, SAMPLE_DATABASE), keysOf({ secret }));
    try {
      const loaded = await loadSampleRegion(opened, dataDir);
      return { database: SAMPLE_DATABASE, loaded, passwords: readFileSync(samplePasswordFile(dataDir), 'utf8'), secret };
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Keys that a test may change; each test its own. */
export function keysOf({ secret }: Pick<SampleCopy, 'secret'>): KeySource {
  return memorySource(keySource('', { GUANTONG_DATA_KEY: secret }).read());
}
