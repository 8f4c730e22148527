import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgingOn } from '../core/check/judging.ts';
import type { Reading } from '../core/exchange/reader.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { importDataset } from '../store/import.ts';
import { programActor } from '../store/program-actor.ts';
import { reckonDuties } from '../store/duty-run.ts';
import { setGoLive } from '../store/duty-start.ts';
import { createRegion, removeSample, type Region } from '../store/regions.ts';
import { takeSnapshot } from '../store/snapshots.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { isRefusal } from '../workbook/refusal.ts';
import { addSampleAgreements } from './sample-agreements.ts';
import { addSampleInternships } from './sample-internships.ts';
import { addSampleCooperation } from './sample-cooperation.ts';
import { addSampleLeaving } from './sample-leaving.ts';
import { addSampleLearning } from './sample-learning.ts';
import { addSampleGraduation } from './sample-graduation.ts';
import { addSampleEmployment } from './sample-employment.ts';
import { addSampleMatters, addSampleRound } from './sample-matters.ts';
import { addSampleEarmarks } from './sample-earmarks.ts';
import { addSampleMoney } from './sample-money.ts';
import { addSampleOffice } from './sample-office.ts';
import { addSampleTeaching } from './sample-teaching.ts';
import { addSampleWork } from './sample-work.ts';
import { addSampleVisits } from './sample-supervision.ts';
import { addSamplePeople, SAMPLE_PLACES, type SampleAccount } from './sample-people.ts';

const SAMPLE_DATA = fileURLToPath(new URL('../samples/quzhou', import.meta.url));
/** The sample's duties are owed from the school year of its figures on. */
const SAMPLE_GO_LIVE = date('2025-09-01');
/** The day on which the sample's figures are meant to be looked at. */
export const SAMPLE_DAY: PlainDate = date('2025-10-31');
/** The days whose figures are frozen; those of spring by a round of collection. */
const SNAPSHOT_DAYS: readonly PlainDate[] = [date('2024-10-31'), SAMPLE_DAY];
const ROUND_DAY: PlainDate = date('2025-04-30');
export const SAMPLE_ACCOUNT = 'office';
const PASSWORD_FILE = 'sample-account.txt';
/** A sample region that is there, and how to sign in to it. */
export interface LoadedSample {
  readonly region: Region;
  readonly account: string;
  readonly password: string;
  /** One for each role; the first is the one above. */
  readonly accounts: readonly SampleAccount[];
}

/** Where the sample's passwords are kept, readable by its owner only. */
export function samplePasswordFile(dataDir: string): string {
  return join(dataDir, PASSWORD_FILE);
}

/**
 * Makes the sample region: its data by way of an ordinary import, an account for each role with a password of its own, and
 * the snapshots of its days. @throws Error when the files of the sample are not as they were delivered.
 */
export async function loadSampleRegion(database: Database, dataDir: string): Promise<LoadedSample> {
  const read = await readDatasetPath(SAMPLE_DATA);
  if (isRefusal(read)) throw new Error(`the sample cannot be read: ${read.message.en} ${read.detail ?? ''}`);
  const { header } = DEFAULT_PACK;
  const [head] = read.dataset.region ?? [];
  if (head === undefined) throw new Error('the sample has no region');
  const region = await createRegion(database, {
    code: head.region_code, name: head.name, office_name: head.office_name, pack: header.id, sample: true,
    counties: header.counties.map(({ code, name }) => ({ code, name: name.zh })),
  });
  try {
    return await fill(database, dataDir, region, read);
  } catch (error) {
    // Half a sample would look like a whole one.
    await removeSample(database, region.region_id);
    throw error;
  }
}

async function fill(database: Database, dataDir: string, region: Region, { dataset, problems }: Reading): Promise<LoadedSample> {
  const actor = programActor(region.region_id);
  const reply = await importDataset(database, {
    actor, dataset, problems, as_of: SAMPLE_DAY, replace: [],
    file: { name: 'samples/quzhou', sha256: createHash('sha256').update('samples/quzhou').digest('hex') },
  });
  if (reply.outcome !== 'done') throw new Error(`the sample cannot be imported: ${JSON.stringify(reply)}`);
  const accounts = await addSamplePeople(database, region.region_id, dataset, SAMPLE_DAY);
  await addSampleCooperation(database, region.region_id, SAMPLE_PLACES);
  const password = accounts.find(({ account }) => account === SAMPLE_ACCOUNT)?.password ?? '';
  const others = accounts.filter(({ account }) => account !== SAMPLE_ACCOUNT).map((one) => `${one.account} ${one.password} ${one.role}\n`);
  mkdirSync(dataDir, { recursive: true });
  rmSync(samplePasswordFile(dataDir), { force: true });
  writeFileSync(samplePasswordFile(dataDir), `${SAMPLE_ACCOUNT}\n${password}\n${others.join('')}`, { mode: 0o600 });
  await addSampleRound(database, region.region_id, ROUND_DAY);
  for (const on of SNAPSHOT_DAYS) await takeSnapshot(database, { actor, judging: judgingOn(DEFAULT_PACK, on), name: '示例' });
  await addSampleMatters(database, region.region_id, SAMPLE_DAY);
  await addSampleAgreements(database, region.region_id, dataset, SAMPLE_DAY);
  await addSampleLeaving(database, region.region_id);
  await addSampleInternships(database, region.region_id, dataset, SAMPLE_DAY);
  await addSampleLearning(database, region.region_id, dataset);
  await addSampleGraduation(database, region.region_id, SAMPLE_DAY);
  await addSampleTeaching(database, region.region_id, SAMPLE_DAY);
  await addSampleEmployment(database, region.region_id, SAMPLE_DAY);
  await addSampleVisits(database, region.region_id);
  await addSampleOffice(database, region.region_id, SAMPLE_DAY);
  await addSampleWork(database, region.region_id, SAMPLE_DAY);
  await addSampleMoney(database, region.region_id, SAMPLE_DAY);
  await addSampleEarmarks(database, region.region_id, SAMPLE_DAY);
  await database.as(actor).write((tx) => setGoLive(tx, SAMPLE_GO_LIVE));
  await reckonDuties(database, region.region_id, { today: SAMPLE_DAY, duties: DEFAULT_PACK.duties, parameters: DEFAULT_PACK.parameters });
  return { region, account: SAMPLE_ACCOUNT, password, accounts };
}
