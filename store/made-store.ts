import { afterAll, beforeAll } from 'vitest';
import type { TestDatabase } from '../check/databases.ts';
import { readTyped } from '../core/check/made-dataset.ts';
import type { TypedSheets } from '../core/check/made-dataset.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import { date } from '../core/values/plain-date.ts';
import { openDatabase } from './database.ts';
import type { Context, Database } from './database.ts';
import { importDataset } from './import.ts';
import type { DatasetImport, ImportReply } from './import.ts';
import { memorySource, type KeySource } from './key-source.ts';
import { programActor } from './program-actor.ts';
import { createRegion } from './regions.ts';
import type { Actor } from './transaction.ts';

/** A store with regions of its own, for the tests of one file. */
export interface MadeStore {
  /** The keys of the store, for whoever opens it once more. */
  readonly source: KeySource;
  readonly db: () => Database;
  /** A new region with the code of `campusOnTheLine`, and somebody who acts in it. */
  readonly region: (given?: { readonly sample?: boolean }) => Promise<MadeRegion>;
}

export interface MadeRegion {
  readonly actor: Actor;
  readonly as: Context;
  readonly import: (sheets: TypedSheets, given?: Partial<DatasetImport>) => Promise<ImportReply>;
}

export const AS_OF = date('2025-10-31');

/** Opens the store before the tests of a database and closes it after. */
export function madeStore(database: TestDatabase): MadeStore {
  let opened: Database | null = null;
  const source = memorySource();
  beforeAll(async () => { opened = await openDatabase(database.connection(), source); });
  afterAll(() => opened?.close());
  const db = (): Database => {
    if (opened === null) throw new Error('the store is there inside hooks and tests only');
    return opened;
  };
  return {
    db, source,
    region: (given) => madeRegion(db(), given),
  };
}

/** The same in a store that is open already. */
export async function madeRegion(db: Database, { sample = false }: { readonly sample?: boolean } = {}): Promise<MadeRegion> {
  const { region_id } = await createRegion(db, {
    code: '330800', name: '测试市', office_name: '测试办', counties: [{ code: '330802', name: '柯城区' }], pack: 'quzhou-2024', sample,
  });
  const actor: Actor = { ...programActor(region_id), account: 'office' };
  return { actor, as: db.as(actor), import: (sheets, given) => importDataset(db, importOf(actor, sheets, given)) };
}

/** An import of typed rows, as if they had been read from a file. */
export function importOf(actor: Actor, sheets: TypedSheets, given: Partial<DatasetImport> = {}): DatasetImport {
  const { dataset, problems } = readTyped(sheets);
  return { actor, dataset, problems, as_of: AS_OF, replace: [], file: { name: 'data.xlsx', sha256: 'a'.repeat(64) }, ...given };
}

/** Added, corrected, unchanged, ended of one sheet; the outcome where nothing was stored. */
export function countsOf(reply: ImportReply, sheet: SheetName): readonly number[] | string {
  if (reply.outcome !== 'done' && reply.outcome !== 'unchanged') return reply.outcome;
  const counts = reply.counts[sheet];
  return counts === undefined ? 'none' : [counts.added, counts.corrected, counts.unchanged, counts.ended];
}
