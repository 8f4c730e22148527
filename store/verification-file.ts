import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './audit-finding.ts';
import type { RegionReport } from './audit-verify.ts';

/** What the last verification of a region came to; kept outside the database, beside its checkpoints. */
export interface LastVerification {
  /** As ISO text. */
  readonly at: string;
  readonly holds: boolean;
  readonly links: number;
  readonly found: number;
  readonly first: Finding | null;
}

const fileOf = (directory: string, region_id: number): string => join(directory, `${region_id}.verified.json`);

/** Keeps the result for whoever reads the state of the audit; where the directory cannot be written it is not kept. */
export async function keepVerification(directory: string, { region_id, holds, links, found, first }: RegionReport): Promise<void> {
  const kept: LastVerification = { at: new Date().toISOString(), holds, links, found, first };
  await writeFile(fileOf(directory, region_id), `${JSON.stringify(kept)}\n`, { mode: 0o600 }).catch(() => undefined);
}

/** The last result; null where none was kept, or none that can be read. */
export async function lastVerification(directory: string, region_id: number): Promise<LastVerification | null> {
  try {
    return JSON.parse(await readFile(fileOf(directory, region_id), 'utf8')) as LastVerification;
  } catch {
    return null;
  }
}
