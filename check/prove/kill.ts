import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { joinRunning } from '../../store/postgres/join.ts';
import { isAlive, readPostmasterFile } from '../../store/postgres/left-server.ts';
import { DatabaseRefusal } from '../../store/postgres/refusal.ts';
import { serveGuantong, type Serving } from '../guantong.ts';
import { randomFrom, type Random } from './random.ts';
import { signIn, type SignedIn } from './signed-in.ts';

export interface Killed {
  readonly seed: number;
  readonly kills: Readonly<Record<Victim, number>>;
  /** Acts that were answered as done, and rows that each of them must have left. */
  readonly acts: number;
  readonly rows: number;
  /** Acknowledged records that are not there, or not as they were acknowledged. */
  readonly lost: readonly string[];
  /** Rows and imports beyond those of the acts. */
  readonly doubled: number;
}

type Victim = 'server' | 'database' | 'both';
const VICTIMS: readonly Victim[] = ['server', 'database', 'both'];
const [SHORTEST_MS, LONGEST_MS] = [5, 700];
const STRIKES_WITHOUT_PROGRESS = 3;
const ROWS_OF_AN_IMPORT = 20;
const COLUMNS = 'park_id,name,division_code,main';

/** What was acknowledged: the name of each park by its id, and how many rows and imports there must be. */
interface Told {
  readonly names: Map<string, string>;
  readonly ids: Map<string, string>;
  acts: number;
  rows: number;
  imports: number;
}

/**
 * Kills the server, its database or both with SIGKILL at random moments while somebody adds, corrects and imports,
 * each act under a key of its own and asked for again until it is answered; then compares what was acknowledged
 * with what stands. Every start of the server between is on the same directory.
 */
export async function killAtRandom(moments: number, seed: number, say: (line: string) => void = () => undefined): Promise<Killed> {
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-kill-'));
  const kills = { server: 0, database: 0, both: 0 };
  let program = serveGuantong(dataDir);
  let address = await program.ready();
  try {
    const who = await signIn(() => address, dataDir);
    const before = await countRows(dataDir);
    const told: Told = { names: new Map(), ids: new Map(), acts: 0, rows: 0, imports: 0 };
    const stop = new AbortController();
    const working = work(who, told, random, stop.signal).finally(() => stop.abort());
    for (let moment = 1, since = 0; moment <= moments && !stop.signal.aborted; moment += 1) {
      // Where the machine is slow, every act would be struck before it is done: now and then one is let through.
      if (moment % STRIKES_WITHOUT_PROGRESS === 0) while (told.acts === since && !stop.signal.aborted) await sleepBeside(program, 20);
      if (moment % STRIKES_WITHOUT_PROGRESS === 0) since = told.acts;
      await sleep(random.whole(SHORTEST_MS, LONGEST_MS));
      const victim = random.pick(VICTIMS);
      kills[victim] += 1;
      ({ program, address } = await strike(victim, { program, address }, dataDir));
      if (moment % 20 === 0) say(`${moment} kills, ${told.acts} acts acknowledged`);
    }
    stop.abort();
    await working;
    const lost = await missing(who, told);
    const after = await countRows(dataDir);
    const doubled = Math.abs(after.rows - before.rows - told.rows) + Math.abs(after.imports - before.imports - told.imports);
    return { seed, kills, acts: told.acts, rows: told.rows, lost, doubled };
  } finally {
    await program.end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A server that ended and was not killed is a fault of its own. */
async function sleepBeside({ process: child, output }: Serving, ms: number): Promise<void> {
  if (child.exitCode !== null) throw new Error(`the server ended by itself with ${child.exitCode}:\n${output()}`);
  await sleep(ms);
}

interface Running {
  readonly program: Serving;
  readonly address: string;
}

async function strike(victim: Victim, { program, address }: Running, dataDir: string): Promise<Running> {
  const database = readPostmasterFile(join(dataDir, 'postgres', 'cluster'))?.pid;
  // Struck twice in a row, the file may still name the one that is dead.
  if (victim !== 'server' && database !== undefined && isAlive(database)) process.kill(database, 'SIGKILL');
  if (victim === 'database') return { program, address };
  await program.end('SIGKILL');
  const next = serveGuantong(dataDir);
  return { program: next, address: await next.ready() };
}

/** Adds, corrects and imports, one act after the other; each is asked for until it is answered. */
async function work(who: SignedIn, told: Told, random: Random, signal: AbortSignal): Promise<void> {
  for (let act = 1; !signal.aborted; act += 1) {
    const kind = random.whole(1, 5);
    if (kind === 1) await importParks(who, told, act);
    else if (kind <= 3 || told.ids.size === 0) await addPark(who, told, `P${act}`, act);
    else await renamePark(who, told, random.pick([...told.ids.keys()]), act);
    told.acts += 1;
  }
}

const keyOf = (act: number): string => `act-${String(act).padStart(12, '0')}`;
const valuesOf = (park_id: string, name: string) => ({ park_id, name, division_code: '330802', main: 'no' });

async function done(who: SignedIn, path: string, body: unknown, act: number): Promise<unknown> {
  const answered = await who.insist('POST', path, body, keyOf(act));
  if (answered.status !== 200 && answered.status !== 201) throw new Error(`${path} answered ${answered.status} ${JSON.stringify(answered.body)}`);
  return answered.body;
}

async function addPark(who: SignedIn, told: Told, park_id: string, act: number): Promise<void> {
  const name = `园区 ${act}`;
  const record = await done(who, '/api/registers/parks', { values: valuesOf(park_id, name) }, act) as { record_id: string };
  told.names.set(park_id, name);
  told.ids.set(park_id, record.record_id);
  told.rows += 1;
}

async function renamePark(who: SignedIn, told: Told, park_id: string, act: number): Promise<void> {
  const name = `改名 ${act}`;
  const record = await done(who, `/api/registers/parks/${told.ids.get(park_id)}/correct`, { values: valuesOf(park_id, name) }, act) as { record_id: string };
  told.names.set(park_id, name);
  told.ids.set(park_id, record.record_id);
  told.rows += 1;
}

/** An upload waits in memory: where the server died before the import, it is sent anew under the same key's successor. */
async function importParks(who: SignedIn, told: Told, act: number): Promise<void> {
  const parks = Array.from({ length: ROWS_OF_AN_IMPORT }, (_, at) => ({ park_id: `I${act}-${at}`, name: `导入 ${act}-${at}` }));
  const csv = [COLUMNS, ...parks.map(({ park_id, name }) => `${park_id},${name},330802,no`)].join('\n');
  for (let attempt = 0; ; attempt += 1) {
    const form = new FormData();
    form.set('files', new File([csv], 'parks.csv'));
    const preview = await who.insist('POST', '/api/imports/preview', form) as { body: { upload_id: string } };
    const stored = await who.insist('POST', '/api/imports', { upload_id: preview.body.upload_id }, `${keyOf(act)}-${attempt}`);
    if (stored.status === 200 || stored.status === 201) break;
    if (stored.status !== 404) throw new Error(`the import answered ${stored.status} ${JSON.stringify(stored.body)}`);
  }
  for (const { park_id, name } of parks) told.names.set(park_id, name);
  told.rows += parks.length;
  told.imports += 1;
}

async function missing(who: SignedIn, told: Told): Promise<string[]> {
  const found = new Map<string, string>();
  for (let page = 1, total = 1; found.size < total; page += 1) {
    const { body } = await who.insist('GET', `/api/registers/parks?per_page=1000&page=${page}`) as { body: { total: number; records: { values: { park_id: string; name: string } }[] } };
    for (const { values } of body.records) found.set(values.park_id, values.name);
    total = body.records.length === 0 ? 0 : body.total;
  }
  return [...told.names].filter(([park_id, name]) => found.get(park_id) !== name).map(([park_id, name]) => `${park_id} ${name}, found ${found.get(park_id)}`);
}

/** Every row that was ever written into the register, and every import, whoever may see them. */
async function countRows(dataDir: string): Promise<{ rows: number; imports: number }> {
  const client = new pg.Client(await joinRunning(dataDir, 'guantong', new DatabaseRefusal('data_in_use', { zh: '', en: '' })));
  await client.connect();
  try {
    const { rows } = await client.query<{ rows: number; imports: number }>('select (select count(*)::int from register_parks) as rows, (select count(*)::int from imports) as imports');
    return rows[0] ?? { rows: 0, imports: 0 };
  } finally {
    await client.end();
  }
}
