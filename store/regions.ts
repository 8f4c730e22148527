import { beginChain } from './audit-chain.ts';
import type { ChainAlgorithm } from './audit-hash.ts';
import type { Database } from './database.ts';
import { lookupActor, NOWHERE, PROGRAM, programActor } from './program-actor.ts';
import type { Transaction } from './transaction.ts';

/** A region that runs a pilot. */
export interface Region {
  readonly region_id: number;
  readonly code: string;
  readonly name: string;
  readonly office_name: string;
  readonly counties: readonly { readonly code: string; readonly name: string }[];
  /** Id of the policy pack. */
  readonly pack: string;
  /** True for sample data, which alone can be removed. */
  readonly sample: boolean;
}

const COLUMNS = 'region_id, code, name, office_name, counties, pack, sample';

/** All regions, in the order in which they were made. Their names are no secret. */
export function listRegions(db: Database): Promise<Region[]> {
  return db.as(lookupActor(NOWHERE)).read((tx) => tx.query<Region>(`select ${COLUMNS} from regions order by region_id`));
}

/** The actor's region; null when it is not there (any more). */
export async function readRegion(tx: Transaction): Promise<Region | null> {
  return (await tx.query<Region>(`select ${COLUMNS} from regions where region_id = $1`, [tx.actor.region_id]))[0] ?? null;
}

/** Makes a region, and its chain with it, under the next number that none had before. */
export async function createRegion(db: Database, region: Omit<Region, 'region_id'>, algorithm: ChainAlgorithm = 'sha256'): Promise<Region> {
  const taken = (await listRegions(db)).map(({ region_id }) => region_id);
  for (let region_id = Math.max(NOWHERE, ...taken) + 1; ; region_id += 1) {
    const made = await db.as(programActor(region_id)).write(async (tx) => {
      if (!await beginChain(tx, algorithm)) return false;
      const { code, name, office_name, counties, pack, sample } = region;
      await tx.change(`insert into regions (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)`,
        [region_id, code, name, office_name, JSON.stringify(counties), pack, sample]);
      await tx.audit({ action: 'region.create', object: 'region', detail: { code, pack, sample, algorithm } });
      return true;
    });
    if (made) return { ...region, region_id };
  }
}

/** The act by which a sample region goes; its audit entries stay. */
export const SAMPLE_REMOVED = 'sample.remove';

/** Removes a sample region with everything in it, in the name of an account: the only deletion there is. */
export function removeSample(db: Database, region_id: number, account: string = PROGRAM): Promise<{ readonly outcome: 'done' | 'not_a_sample' }> {
  return db.as({ ...programActor(region_id), account }).write(async (tx) => {
    const [row] = await tx.arrays('select remove_sample_region($1)', [region_id]);
    if (row?.[0] !== true) return { outcome: 'not_a_sample' };
    await tx.audit({ action: SAMPLE_REMOVED, object: 'region' });
    return { outcome: 'done' };
  });
}
