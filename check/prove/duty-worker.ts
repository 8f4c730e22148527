import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase } from '../../store/database.ts';
import { reckonDuties } from '../../store/duty-run.ts';
import { keySource } from '../../store/key-source.ts';
import { readDatabaseUrl } from '../../store/postgres/connection.ts';

/** Works out the duties of one region on one day, in a program of its own, to be killed. */
const [url = '', dataDir = '', region = '', today = ''] = process.argv.slice(2);
const database = await openDatabase(readDatabaseUrl(url), keySource(dataDir));
process.stdout.write('begun\n');
await reckonDuties(database, Number(region), { today: date(today), duties: DEFAULT_PACK.duties, parameters: DEFAULT_PACK.parameters });
await database.close();
