import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase } from '../../store/database.ts';
import { keySource } from '../../store/key-source.ts';
import { contextOf } from '../../store/made-people.ts';
import { loadMatter } from '../../store/matters/matter.ts';
import { stepMatter } from '../../store/matters/step-matter.ts';
import { readDatabaseUrl } from '../../store/postgres/connection.ts';

/** Approves a graduation list as somebody, in a program of its own, to be killed. */
const [url = '', dataDir = '', region = '', account = '', matter = '', today = ''] = process.argv.slice(2);
const [region_id, matter_id] = [Number(region), Number(matter)];
const database = await openDatabase(readDatabaseUrl(url), keySource(dataDir));
process.stdout.write('begun\n');
const answer = await (await contextOf(database, region_id, account)).write(async (tx) => {
  const version = (await loadMatter(tx, matter_id))?.version ?? 0;
  const stepped = await stepMatter(tx, { matter_id, act: 'approve', version }, { pack: DEFAULT_PACK, today: date(today) });
  if (stepped.outcome !== 'done') tx.discard();
  return stepped;
});
process.stdout.write(`${answer.outcome}\n`);
await database.close();
