import { changedPack } from '../../core/policy/changed-pack.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase } from '../../store/database.ts';
import { keySource } from '../../store/key-source.ts';
import { contextOf } from '../../store/made-people.ts';
import { loadMatter } from '../../store/matters/matter.ts';
import { stepMatter } from '../../store/matters/step-matter.ts';
import { readDatabaseUrl } from '../../store/postgres/connection.ts';

/** Approves one list in a program of its own, to be killed. Arguments: database, data directory, region, account, matter, day. */
const [url = '', dataDir = '', region = '', account = '', matter = '', day = ''] = process.argv.slice(2);
const [region_id, matter_id] = [Number(region), Number(matter)];
const database = await openDatabase(readDatabaseUrl(url), keySource(dataDir));
process.stdout.write('begun\n');
await (await contextOf(database, region_id, account)).write(async (tx) => {
  const version = (await loadMatter(tx, matter_id))?.version ?? 0;
  const answer = await stepMatter(tx, { matter_id, act: 'approve', version }, { pack: changedPack(quzhou2024, []), today: date(day) });
  if (answer.outcome !== 'done') tx.discard();
  process.stdout.write(`${answer.outcome}\n`);
});
await database.close();
