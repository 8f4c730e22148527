import { changedPack } from '../../core/policy/changed-pack.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase } from '../../store/database.ts';
import { holderColumns, holderOf, roleDay, type HolderRow } from '../../store/held-roles.ts';
import { keySource } from '../../store/key-source.ts';
import { loadMatter } from '../../store/matters/matter.ts';
import { stepMatter } from '../../store/matters/step-matter.ts';
import { readDatabaseUrl } from '../../store/postgres/connection.ts';
import { programActor } from '../../store/program-actor.ts';

/** Approves one list in a program of its own, to be killed. Arguments: database, data directory, region, account, matter, day. */
const [url = '', dataDir = '', region = '', account = '', matter = '', day = ''] = process.argv.slice(2);
const [region_id, matter_id] = [Number(region), Number(matter)];
const database = await openDatabase(readDatabaseUrl(url), keySource(dataDir));
const [row] = await database.as(programActor(region_id)).read((tx) => tx.query<HolderRow>(
  `select ${holderColumns('$3')} from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id where a.region_id = $1 and a.account = $2`, [region_id, account, roleDay()]));
process.stdout.write('begun\n');
await database.as({ region_id, account, reach: (row === undefined ? null : holderOf(row))?.reach ?? new Map() }).write(async (tx) => {
  const version = (await loadMatter(tx, matter_id))?.version ?? 0;
  const answer = await stepMatter(tx, { matter_id, act: 'approve', version }, { pack: changedPack(quzhou2024, []), today: date(day) });
  if (answer.outcome !== 'done') tx.discard();
  process.stdout.write(`${answer.outcome}\n`);
});
await database.close();
