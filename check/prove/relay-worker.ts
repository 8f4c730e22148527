import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../store/database.ts';
import { keySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { makeRelay, relayAct, relayFaults, tornBooks, type Relay } from './relay-acts.ts';

// Moves money of a data directory in a program of its own, to be killed: act after act until it is asked to end, each until it is done.
// Arguments: the data directory, the first act, the region as an earlier run told it.
const [dataDir = '', from = '0', told = ''] = process.argv.slice(2);
let ending = false;
let act = Number(from);
process.on('SIGTERM', () => { ending = true; });
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
const db = await openDatabase(postgres.connection, keySource(dataDir));
const relay = told === '' ? await makeRelay(db) : JSON.parse(told) as Relay;
say(`relay ${JSON.stringify(relay)}`);
for (const torn of await insist(() => tornBooks(db, relay))) say(`torn ${torn}`);
for (; !ending; act += 1) {
  await insist(() => relayAct(db, relay, act));
  say(`done ${act}`);
}
for (const fault of await insist(() => relayFaults(db, relay, act))) say(`fault ${fault}`);
say(`proven ${act}`);
await db.close();
await postgres.stop();

/** Until the database answers. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      say(`failed ${act} ${error instanceof Error ? error.message.split('\n')[0] ?? '' : ''}`);
      await sleep(50);
    }
  }
}
